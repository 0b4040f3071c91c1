"""The audit of the desk: who did what, none of what was written, and no row that can be changed unseen."""

import os
import re
import secrets
import sqlite3

import pytest

from canary import word
from desk_case import Case, new_thread
from journey import is_sent, report, to_check
from officer import Officer
from visitor import Visitor


def test_R60_the_audit_tells_who_did_what_and_none_of_what_was_written(fresh_demo):
    analyst, auditor = Officer(fresh_demo, fresh_demo.officer("officer")), Officer(fresh_demo, fresh_demo.officer("auditor"))
    analyst.sign_in()
    marker, code = word(), None

    def send(visitor):
        nonlocal code
        code = report(visitor, f"words {marker}")[1]

    case = Case(analyst, new_thread(fresh_demo, analyst, send=send))
    case.open()
    case.triage(gist=f"gist {marker}")
    case.research(details=f"found {marker}")
    page, why = analyst.get("/search"), "Because " + word()
    page.submit(form=page.form_to("/search"), values={"text": marker, "person": "yes", "reason": why})
    analyst.get(f"/report/{secrets.token_hex(16)}")
    Officer(fresh_demo, analyst.person).sign_in(passphrase="wrong", totp="000000")
    auditor.sign_in()
    pages, page = [], auditor.get("/audit")
    while True:
        pages.append(page)
        following = [href for text, href in page.links if text.strip().lower() == "next"]
        if not following or len(pages) >= 5:
            break
        page = auditor.get(following[0])
    said = " ".join(page.main.text for page in pages)
    assert "Chain intact" in said
    assert analyst.person["username"] in said or analyst.person["person"] in said
    assert why in said, "the reason of a search is not told"
    everything = "".join(page.markup for page in pages)
    assert marker not in everything and re.sub(r"\W", "", code) not in re.sub(r"\W", "", everything)
    lines = [row.text.lower() for page in pages for row in page.main.all("tr")]
    for what in ("sign", "open", "search", "triage", "research"):
        assert any(what in line for line in lines), f"no row tells of {what}"


def store(demo):
    """The stopped demonstration's database, as someone with the disk opens it."""
    for place, _, files in os.walk(demo.data):
        for name in files:
            with open(os.path.join(place, name), "rb") as file:
                if file.read(16) == b"SQLite format 3\0":
                    base = sqlite3.connect(os.path.join(place, name))
                    if base.execute("SELECT 1 FROM sqlite_master WHERE name = 'audit'").fetchone():
                        return base
                    base.close()
    raise AssertionError("no audit")


def longest_chain(base):
    """A writer, and the number of its rows."""
    return base.execute("SELECT writer, max(n) FROM audit GROUP BY writer ORDER BY 2 DESC LIMIT 1").fetchone()


TAMPERING = {
    "changed": ["UPDATE audit SET box = CAST(substr(box, 1, 20) || x'00' || substr(box, 22) AS BLOB) WHERE writer = ?1 AND n = 7"],
    "deleted": ["DELETE FROM audit WHERE writer = ?1 AND n = 7"],
    "swapped": ["UPDATE audit SET n = 1000007 WHERE writer = ?1 AND n = 7", "UPDATE audit SET n = 7 WHERE writer = ?1 AND n = 8",
                "UPDATE audit SET n = 8 WHERE writer = ?1 AND n = 1000007"],
}


@pytest.mark.parametrize("how", TAMPERING)
def test_R61_R62_audit_rows_refuse_change_and_the_verifier_names_the_first_that_was_forced(template, how):
    own = template.copy()
    try:
        whole = own.run("verify", "audit", "--data", own.data)
        assert whole.returncode == 0 and "intact" in whole.stdout, whole.stderr
        base = store(own)
        writer, last = longest_chain(base)
        assert last > 10
        with pytest.raises(sqlite3.DatabaseError, match="never"):
            base.execute(TAMPERING[how][0], (writer,))
        for name in ("audit_no_update", "audit_no_delete"):
            base.execute(f"DROP TRIGGER {name}")
        for statement in TAMPERING[how]:
            base.execute(statement, (writer,))
        base.commit()
        base.close()
        done = own.run("verify", "audit", "--data", own.data)
        assert done.returncode == 1, done.stdout + done.stderr
        named = re.search(r"first bad row: .*", done.stdout)
        assert named and re.search(r"\b[78]\b", named.group()), done.stdout
    finally:
        own.remove()


def test_R61_a_tail_that_was_cut_off_shows_against_heads_kept_elsewhere(template, tmp_path):
    own, heads = template.copy(), str(tmp_path / "heads")
    try:
        assert own.run("verify", "audit", "--data", own.data, "--write-heads", heads).returncode == 0
        base = store(own)
        base.execute("DROP TRIGGER audit_no_delete")
        base.execute("DELETE FROM audit WHERE writer = ? AND n = ?", longest_chain(base))
        base.commit()
        base.close()
        assert own.run("verify", "audit", "--data", own.data, "--heads", heads).returncode == 1
    finally:
        own.remove()


def counts(base):
    return {table: base.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("thread", "item", "event", "body")}


def test_R63_what_the_audit_cannot_hold_does_not_happen(fresh_demo):
    """A store that refuses every new audit row, as a full disk or a fault would: nothing is received, opened or decided."""
    visitor = Visitor(fresh_demo.public)
    analyst = Officer(fresh_demo, fresh_demo.officer("officer"))
    analyst.sign_in()
    case = Case(analyst, new_thread(fresh_demo, analyst, narrative="to be read once the audit holds it"))
    unopened = case.page
    assert "to be read once" not in unopened.markup
    check = to_check(visitor, "sent while the audit is full")
    base = store(fresh_demo)
    base.execute("CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'full'); END")
    base.commit()
    before = counts(base)
    sent = check.submit("go=send")
    assert sent.status == 503 and "sent while the audit is full" in sent.text
    opened = unopened.submit(form=unopened.form_to("/open"))
    assert opened.status >= 500 and "to be read once" not in opened.markup
    assert case.page.status >= 500, "a look that is not in the audit"
    assert counts(base) == before
    base.execute("DROP TRIGGER full")
    base.commit()
    base.close()
    assert is_sent(check.submit("go=send"))
    assert "to be read once" in case.open().markup or "to be read once" in case.page.markup
