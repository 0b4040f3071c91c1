"""What people think of the site: read by communications alone, apart from reports, and never in their way."""

import sqlite3
import subprocess
import time

import pytest

from demo import BINARY, POSTGRES
from journey import assert_numbers, report
from officer import Officer, one_time_code
from test_start import STAFF, heed
from visitor import Visitor

BOX = 500


def send(visitor, words, **more):
    return visitor.get("/feedback").submit("go=send", {"words": words, **more})


def reader(demo):
    one = Officer(demo, demo.officer("communications"))
    one.sign_in()
    assert "What people think" in one.get("/feedback").h1
    return one


def fill(demo, count):
    """Puts entries that open for nobody into the box, as its database's owner."""
    if POSTGRES:
        done = subprocess.run(
            ["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", f"{POSTGRES} dbname={demo.database}", "-c",
             "INSERT INTO feedback SELECT decode(md5(i::text), 'hex'), 0, 1, 1, '\\x01' "
             f"FROM generate_series(1, {count}) AS i"], capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        return
    base = sqlite3.connect(f"{demo.data}/store/heed.sqlite", timeout=20)
    base.executemany("INSERT INTO feedback VALUES (randomblob(16), 0, 1, 1, x'01')", [()] * count)
    base.commit()
    base.close()


def test_feedback_is_read_by_communications_alone_and_is_gone_once_read(fresh_demo):
    reports = len(queue(fresh_demo))
    sent = send(Visitor(fresh_demo.public), "More pictures, please", found="partly")
    assert sent.status == 200 and sent.h1 == "Thank you" and sent.dom.first(data_code=True) is None
    assert_numbers(sent)
    for role in ("officer", "supervisor", "auditor", "administrator", "call-taker", "prevent", "protect"):
        other = Officer(fresh_demo, fresh_demo.officer(role))
        other.sign_in()
        refused, nowhere = other.get("/feedback"), other.get("/nothing-of-the-kind")
        assert refused.status == 404 and refused.body == nowhere.body, role
    one = reader(fresh_demo)
    page = one.get("/feedback")
    assert "More pictures, please" in page.main.text and "in part" in page.main.text
    done = page.submit("read=shown")
    assert "erased: 1" in done.text and "Nothing unread" in done.text
    assert "More pictures" not in one.get("/feedback").text
    assert len(queue(fresh_demo)) == reports


def queue(demo):
    desk = Officer(demo, demo.officer("officer"))
    desk.sign_in()
    return desk.threads()


def test_nothing_typed_is_lost_to_an_empty_box_a_forged_form_or_another_language(visitor):
    page = visitor.get("/feedback")
    assert "This is not a report" in page.main.text and page.link("Tell us what you saw").endswith("/report")
    empty = page.submit("go=send", {"words": "", "found": "yes"})
    assert empty.status == 422 and empty.form.control("words").has("aria-invalid")
    for broken in ({"token": "x"}, {"state": "x"}):
        kept = page.submit("go=send", {"words": "kept words", "found": "no", **broken})
        assert kept.form.control("words").raw.strip() == "kept words" and "What you typed is kept" in kept.text
    welsh = page.submit("lang=cy", {"words": "kept words"})
    assert welsh.form.control("words").raw.strip() == "kept words"
    assert welsh.dom.first("html").get("lang") == "cy" and len(welsh.body) % 16384 == 0


def test_a_full_box_says_so_keeps_the_words_and_stops_no_report(fresh_demo):
    visitor = Visitor(fresh_demo.public)
    page = visitor.get("/feedback")
    fill(fresh_demo, BOX)
    kept = page.submit("go=send", {"words": "one too many"})
    assert kept.status == 503 and "box is full" in kept.main.text
    assert kept.form.control("words").raw.strip() == "one too many"
    assert_numbers(kept)
    # What the gate said stands for two seconds.
    time.sleep(2.2)
    before = visitor.get("/feedback")
    assert before.status == 503 and not before.has_form and "box is full" in before.main.text
    sent, code = report(visitor, "a report while the box is full")
    assert code
    looked = fresh_demo.run("doctor", "--data", fresh_demo.data)
    assert "the feedback box is full" in looked.stdout, looked.stdout
    one = reader(fresh_demo)
    shown = one.get("/feedback")
    assert "500 of 500" in shown.text and "cannot be opened" in shown.text
    assert "erased: 1" in shown.submit().text
    time.sleep(2.2)
    assert send(visitor, "now there is room").h1 == "Thank you"


def test_a_flood_of_feedback_ends_at_the_box_and_reports_go_on(fresh_demo):
    fill(fresh_demo, BOX - 3)
    visitor, answers = Visitor(fresh_demo.public), []
    page = visitor.get("/feedback")
    for number in range(12):
        answers.append(page.submit("go=send", {"words": f"number {number}"}).status)
    assert answers == [200] * 3 + [503] * 9
    assert report(visitor, "in the middle of it")[1]


def test_R15_a_kill_after_thank_you_loses_nothing(fresh_demo):
    for round in range(3):
        assert send(Visitor(fresh_demo.public), f"thanked in round {round}").h1 == "Thank you"
        fresh_demo.kill()
        fresh_demo.start()
    text = reader(fresh_demo).get("/feedback").main.text
    assert all(f"thanked in round {round}" in text for round in range(3))


def test_the_same_form_sent_again_counts_once(fresh_demo):
    page = Visitor(fresh_demo.public).get("/feedback")
    for _ in range(3):
        assert page.submit("go=send", {"words": "pressed again"}).h1 == "Thank you"
    assert reader(fresh_demo).get("/feedback").main.text.count("pressed again") == 1


@pytest.mark.skipif(bool(POSTGRES), reason="makes an installation of its own")
def test_an_installation_without_the_box_is_given_one_with_the_offline_folder(tmp_path):
    data, safe = str(tmp_path / "data"), tmp_path / "safe"
    people = [word for person in STAFF for word in ("--officer", person)]
    made = heed("init", "--data", data, "--offline", str(safe), "--origin", "tips.example.org/ledger",
                "--public-url", "https://report.example.org", "--desk-url", "https://desk.example.org", *people)
    assert made.returncode == 0, made.stderr
    looked = heed("doctor", "--data", data)
    assert looked.returncode == 0 and "feedback: closed: nobody has the role communications" in looked.stdout
    early = heed("compartment", "add", "feedback", "--data", data, "--offline", str(safe))
    assert early.returncode == 3 and "no active officer" in early.stderr and "heed officer add" in early.stderr
    registrars = ["--registrar", "casey", "--registrar", "devon"]
    added = subprocess.run(
        [BINARY, "officer", "add", "--data", data, "--username", "jules", "--person", "8001", "--role", "communications",
         *registrars], input=signing(safe, "casey") + signing(safe, "devon"), capture_output=True, text=True, timeout=120)
    assert added.returncode == 0, added.stderr
    looked = heed("doctor", "--data", data)
    assert looked.returncode == 1 and "feedback is closed: the manifest names no key for it" in looked.stdout
    roots = safe / "root-2.txt"
    kept = roots.read_text()
    roots.unlink()
    one = heed("compartment", "add", "feedback", "--data", data, "--offline", str(safe))
    assert one.returncode == 3 and "holds 1 of this installation's root keys" in one.stderr
    roots.write_text(kept)
    done = heed("compartment", "add", "feedback", "--data", data, "--offline", str(safe))
    assert done.returncode == 0 and "held by jules" in done.stdout, done.stderr
    assert (safe / "feedback-1-for-recovery.age").exists()
    looked = heed("doctor", "--data", data)
    assert looked.returncode == 0 and "feedback: open, 0 of 500 unread" in looked.stdout, looked.stdout
    again = heed("compartment", "add", "feedback", "--data", data, "--offline", str(safe))
    assert again.returncode == 3 and "already" in again.stderr
    assert heed("verify", "audit", "--data", data).returncode == 0


def signing(safe, name):
    """What somebody types at the terminal: passphrase, secret code, one-time code, from the card."""
    card = (safe / f"card-{name}.txt").read_text()
    def field(label):
        return next(line.split(label)[1].strip() for line in card.splitlines() if line.startswith(label))
    return f"{field('first passphrase')}\n{field('secret code')}\n{one_time_code(field('one-time codes'))}\n"
