"""Who may do and see what at the desk, what is recorded of it, and what a lock keeps. D-numbers: the desk's design."""

import os
import re
import secrets
import time

import pytest

from canary import Canaries, word
from demo import Demo
from desk_case import Case, new_thread
from evidence import unrecorded
from journey import report, to_check_the_long_way
from officer import Officer
from visitor import Visitor

STEPS = ("open take hand-over put-back bring-back triage research identifier mark note propose withdraw authorise refuse act-first "
         "ratify not-ratify no-further-action confirm send-back decide message close reopen").split()


def demo_with(*arguments, **environment):
    """A demonstration of its own, made with these arguments."""
    own = Demo(environment=environment)
    own.arguments = list(arguments)
    return own


def random_thread(like):
    return secrets.token_hex(len(like) // 2)


def same_answer(one, other, thread, never):
    """That nothing tells the two apart: status, names of headers, bytes but for the thread and one-use tokens."""
    def plain(page, thread):
        text = page.body.decode("utf-8", "replace").replace(thread, "")
        return re.sub(r'value="[^"]*"|Locks \d+:\d+|data-seconds="\d+"', "", text)
    return (one.status, plain(one, thread)) == (other.status, plain(other, never)) and \
        [name for name, _ in one.headers] == [name for name, _ in other.headers]


@pytest.fixture(scope="module")
def thread(demo, officer):
    """A report that an officer has opened."""
    one = Case(officer("officer"), new_thread(demo, officer("officer"), "Words for one desk"))
    one.open()
    return one.thread


@pytest.mark.parametrize("role", ["call-taker", "prevent", "protect", "administrator", "auditor", "communications"])
def test_R51_R52_R53_D17_to_other_roles_a_report_answers_like_one_that_never_was(officer, thread, role):
    one, never = officer(role), random_thread(thread)
    with unrecorded():
        token = one.get("/").form_to("/sign-out").hidden()["csrf"]
        for place in ("report/{}", "sign-in/{}/contact", "sign-in/{}/print", *(f"report/{{}}/{step}" for step in STEPS),
                      *(f"sign-in/{{}}/{step}" for step in ("propose", "authorise", "ratify", "act-first"))):
            path = "/" + place
            there, nowhere = one.get(path.format(thread)), one.get(path.format(never))
            assert there.status in (404, 405) and same_answer(there, nowhere, thread, never), f"GET {path}: {there!r}"
            typed = [("csrf", token), ("version", "1"), ("reason", "x"), ("note", "x")]
            there, nowhere = one.post(path.format(thread), typed), one.post(path.format(never), typed)
            assert there.status in (404, 405) and same_answer(there, nowhere, thread, never), f"POST {path}: {there!r}"
        for path in ("/search", "/mine", "/to-sign", "/set-aside", "/watch"):
            page = one.get(path)
            # Teams with reports of their own have these pages, with nothing of others on them.
            assert page.status == (200 if role in ("prevent", "protect") else 404) and thread not in page.text, path


def test_R52_an_unknown_report_answers_one_way_whatever_is_asked_of_it(officer):
    one = officer("officer")
    with unrecorded():
        pages = [one.get(f"/report/{random_thread('0' * 32)}") for _ in range(3)] + [one.get("/report/not-hex"),
                                                                                   one.get("/nothing-here")]
    assert {page.status for page in pages} == {404}
    bodies = {re.sub(r'value="[^"]*"|Locks \d+:\d+|data-seconds="\d+"', "", page.markup) for page in pages}
    assert len(bodies) == 1


def test_R51_what_a_role_lacks_is_not_there_even_as_a_link(officer):
    links = {role: {href.split("/", 3)[3] for _, href in officer(role).get("/").links if href.startswith("http")}
             for role in ("officer", "supervisor", "administrator", "auditor", "call-taker")}
    assert "to-sign" in links["supervisor"] and "to-sign" not in links["officer"]
    assert not links["administrator"] & {"mine", "search", "watch", "audit", "call", "to-sign"}
    assert not links["auditor"] & {"mine", "search", "watch", "call", "health"}
    assert not links["call-taker"] & {"mine", "search", "watch", "audit", "health"}


def test_R53_an_administrator_sees_health_and_no_count_by_kind(officer):
    one = officer("administrator")
    page = one.get("/health")
    assert page.status == 200 and list(page.dom.all(data_report=True)) == []
    assert one.get("/audit").status == 404


def test_R50_a_post_from_another_site_changes_nothing_at_the_desk(demo, officer):
    one = officer("officer")
    case = Case(one, new_thread(demo, one))
    page = case.page
    for headers in ({"Origin": "https://elsewhere.example", "Sec-Fetch-Site": "cross-site"},
                    {"Origin": demo.public, "Sec-Fetch-Site": "same-site"}, {"Origin": "null", "Sec-Fetch-Site": None},
                    {"Origin": None, "Sec-Fetch-Site": "same-site"}):
        refused = page.submit(form=page.form_to("/open"), headers=headers)
        assert refused.status in (400, 403), headers
    stale = page.submit(form=page.form_to("/open"), values={"csrf": "x" * 40})
    assert "Nobody has opened this report" in case.page.main.text and stale.status != 500
    one.get(f"/report/{case.thread}/open")
    assert "Nobody has opened this report" in case.page.main.text


def test_R72_fields_that_a_form_does_not_have_change_nothing_at_the_desk(demo, officer):
    one = officer("officer")
    case = Case(one, new_thread(demo, one))
    case.open()
    case.done(case.take("note", {"note": "only a note", "state": "closed", "status": "closed", "holder": "blake", "officer": "2001",
                                 "compartment": "audit", "priority": "low", "outcome": "no-further-action", "item": "7",
                                 "thread": random_thread('0' * 32), "verb": "closed", "wake": "1"}))
    said = case.page.main.text
    assert "only a note" in said and "blake" not in said
    assert case.thread in one.threads() and case.offers("triage")


def test_R44_hostile_text_is_inert_at_the_desk(demo, officer):
    from test_http import HOSTILE
    one = officer("officer")
    plain = Case(one, new_thread(demo, one, "plain words"))
    plain.open()
    with unrecorded():
        for label, text in HOSTILE.items():
            case = Case(one, new_thread(demo, one, text))
            opened = case.done(case.open())
            tags = [element.tag for element in opened.dom.walk()]
            assert "script" not in tags[tags.index("body"):] and "img" not in tags, label
            assert tags.count("form") == [e.tag for e in plain.page.dom.walk()].count("form"), label
            assert not any(attribute.startswith("on") for e in opened.dom.walk() for attribute in e.attributes), label
            if label not in ("bidi", "prepend mark", "newlines", "four bytes"):
                assert " ".join(text.split()) in opened.main.text, label
            else:
                # Marks that change how text reads are shown as symbols, so that nothing hides.
                assert "\u202e" not in opened.markup, label
            noted = case.done(case.take("note", {"note": text}))
            assert [e.tag for e in noted.dom.walk()].count("script") == [e.tag for e in plain.page.dom.walk()].count("script")


def test_D06_search_is_posted_asks_why_of_a_person_and_leaves_no_address(demo, officer):
    one = officer("officer")
    case, marker = Case(one, new_thread(demo, one)), word()
    case.open()
    case.triage(gist=f"Gist {marker}")
    page = one.get("/search")
    without = page.submit(form=page.form_to("/search"), values={"text": marker, "person": "yes", "reason": ""})
    assert without.status == 422 and case.thread not in without.markup
    assert dict(without.form_to("/search").entries())["text"] == marker
    found = page.submit(form=page.form_to("/search"), values={"text": marker, "person": "yes", "reason": "Asked by a colleague"})
    assert case.thread in found.markup and marker not in found.url
    assert all(marker not in href for _, href in found.links)


def test_D05_sixty_open_reports_filter_by_an_address_that_repeats_and_clear():
    own = demo_with("--empty", "--more-open", "60").start(timeout=300)
    try:
        one = Officer(own, own.officer("officer"))
        assert one.sign_in().status == 200
        assert len(one.threads()) == 60
        Case(one, one.threads()[0]).open()
        page = one.get("/")
        chosen = page.submit(form=page.form_to("/"), values={"state": "opened", "due": ""})
        rows = [row.get("data-report") for row in chosen.dom.all(data_report=True)]
        assert len(rows) == 1 and "state=opened" in chosen.url
        again = one.get(chosen.url)
        assert [row.get("data-report") for row in again.dom.all(data_report=True)] == rows
        cleared = one.get(chosen.link("Clear"))
        assert "of 60" in cleared.main.text
    finally:
        own.remove()


def test_D01_the_one_that_ticked_danger_comes_first_and_is_counted_in_the_alarm(chromium):
    own = demo_with("--empty").start()
    try:
        visitor = Visitor(own.public)
        report(visitor, "first"), report(visitor, "second")
        page = visitor.get("/report").submit("Yes").submit()
        page.submit("go=skip", {"narrative": "Somebody is in danger"}).submit("go=send")
        one = Officer(own, own.officer("officer"))
        queue = one.sign_in()
        groups = [heading.text for heading in queue.main.all("h2")]
        assert re.match(r"alarm", groups[0], re.I), groups
        first = next(queue.dom.all(data_report=True))
        assert first.ancestor("section").first("h2").text == groups[0]
        assert re.search(r"\b1 report", queue.by_id("alarm").text), queue.by_id("alarm").text
        context = chromium.new_context(java_script_enabled=False)
        context.add_cookies([{"name": name, "value": value, "url": own.desk} for name, value in one.jar.items()])
        browser = context.new_page()
        browser.goto(own.desk + "/")
        stops = []
        for _ in range(6):
            browser.keyboard.press("Tab")
            stops.append(browser.evaluate("document.activeElement.innerText"))
        context.close()
        assert any("Go to it" in stop for stop in stops), stops
        Case(one, first.get("data-report")).open()
        assert one.get("/").by_id("alarm") is None
    finally:
        own.remove()


def test_R48_locking_keeps_what_was_typed_and_sends_none_of_it(demo, officer):
    one, text = officer("officer"), "A long note.\n" * 150 + word()
    case = Case(one, new_thread(demo, one))
    case.open()
    writing = case.write("note")
    locked = writing.submit(form=form_with(writing, "/lock"), values={"note": text})
    assert locked.h1 == "Locked" and re.search(r"Your text is kept: \d+ words", locked.main.text)
    assert text[:12] not in locked.markup
    assert one.get(f"/report/{case.thread}").h1 != case.thread and one.get("/").h1 == "Locked"
    back = one.unlock(locked)
    assert dict(back.form_to("/note").entries())["note"].replace("\r\n", "\n") == text
    assert text[:12] not in case.timeline(), "it was sent"


def form_with(page, ending):
    """The writing form as the lock button sends it: that button stands outside the form and belongs to it."""
    from html_page import Form
    button = next(b for b in page.dom.all("button") if b.get("formaction") == ending)
    form = Form(page.by_id(button.get("form")))
    form.action = ending
    return form


def test_D13_D14_R48_idling_locks_whatever_watches_and_keeps_the_text_sealed(template):
    """With the limit set to a minute. A page that refreshes itself is no sign of anybody there."""
    own, canaries = template.copy(), Canaries()
    own.environment["HEED_SECURITY_IDLE_MINUTES"] = "1"
    try:
        own.start()
        one, watching = Officer(own, own.officer("officer")), Officer(own, own.officer("supervisor"))
        assert one.sign_in().status == 200 and watching.sign_in().status == 200
        case = Case(one, one.threads()[0])
        if "Nobody has opened" in case.page.main.text:
            case.open()
        text = (canaries.new("note") + " and more. ") * 70
        writing, began = case.write("note"), time.monotonic()
        while time.monotonic() - began < 66:
            time.sleep(6)
            with unrecorded():
                last = watching.get("/watch")
        assert last.h1 == "Locked", "watching kept the session open"
        locked = writing.submit(form=writing.form_to("/note"), values={"note": text})
        assert locked.h1 == "Locked"
        assert canaries.sweep(own) == []
        back = one.unlock(locked)
        assert dict(back.form_to("/note").entries())["note"] == text
        assert canaries.words["note"] not in case.timeline()
        case.done(back.submit(form=back.form_to("/note")))
        assert canaries.words["note"] in case.timeline()
        assert canaries.sweep(own) == []
    finally:
        own.remove()


def test_R48_signing_out_and_signing_in_elsewhere_end_a_session(fresh_demo):
    person = fresh_demo.officer("auditor")
    first = Officer(fresh_demo, person)
    first.sign_in()
    held = dict(first.jar)
    page = first.get("/audit")
    page.submit(form=page.form_to("/sign-out"))
    first.jar.update(held)
    assert not first.is_signed_in, "the old cookie still opens"
    second, third = Officer(fresh_demo, person), Officer(fresh_demo, person)
    second.sign_in(), third.sign_in()
    assert third.is_signed_in and not second.is_signed_in


def test_R48_R55_a_deactivated_officer_is_out_within_a_minute(fresh_demo):
    one = Officer(fresh_demo, fresh_demo.officer("officer", 1))
    one.sign_in()
    assert one.is_signed_in
    administrator = fresh_demo.officer("administrator")
    done = fresh_demo.run("officer", "deactivate", "--data", fresh_demo.data, "--sign-ins", fresh_demo.data + "/demo-officers.json",
                          "--username", one.person["username"], "--as", administrator["username"], "--reason", "Left the force")
    assert done.returncode == 0, done.stdout + done.stderr
    ends = time.monotonic() + 60
    while one.is_signed_in and time.monotonic() < ends:
        time.sleep(2)
    assert not one.is_signed_in
    refused = Officer(fresh_demo, one.person).sign_in()
    assert refused.dom.first("input", name="passphrase") is not None


def test_R46_R67_words_typed_at_the_desk_are_found_nowhere_in_clear(fresh_demo):
    canaries, one = Canaries(), Officer(fresh_demo, fresh_demo.officer("officer"))
    one.sign_in()
    for name in ("passphrase", "secret_code"):
        canaries.watch(name, one.person[name])
    case = Case(one, new_thread(fresh_demo, one, canaries.new("narrative")))
    case.open()
    case.triage(**{name: canaries.new(name) for name in ("threat", "risk", "gist", "looks_different")})
    case.research(**{name: canaries.new(f"research {name}") for name in ("system", "sought", "details")})
    case.done(case.take("note", {"note": canaries.new("note")}))
    case.done(case.take("identifier", {"value": canaries.new("identifier"), "source": canaries.new("source")}))
    case.propose(act=canaries.new("act"), why=canaries.new("why"), risk_to_reporter=canaries.new("risk to reporter"))
    page = one.get("/search")
    page.submit(form=page.form_to("/search"), values={"text": canaries.new("search"), "person": "yes", "reason": "because"})
    taker = Officer(fresh_demo, fresh_demo.officer("call-taker"))
    taker.sign_in()
    call = taker.get("/call")
    check = call.submit("go=check", form=call.form_to("/call"), values={"narrative": canaries.new("call")})
    check.submit("go=send", form=check.form_to("/call"))
    # The demonstration's own file tells how to sign in; it is what it is for.
    os.rename(os.path.join(fresh_demo.data, "demo-officers.json"), fresh_demo.place + "-officers.json")
    try:
        assert canaries.sweep(fresh_demo) == []
        fresh_demo.kill()
        assert canaries.sweep(fresh_demo) == []
    finally:
        os.remove(fresh_demo.place + "-officers.json")


def test_R15_a_step_that_was_shown_as_taken_survives_a_kill(fresh_demo):
    one = Officer(fresh_demo, fresh_demo.officer("officer"))
    one.sign_in()
    case, marker = Case(one, new_thread(fresh_demo, one)), word()
    case.open()
    case.triage(gist=marker)
    fresh_demo.kill()
    fresh_demo.start()
    again = Officer(fresh_demo, one.person)
    again.sign_in()
    assert marker in Case(again, case.thread).page.main.text
    assert fresh_demo.run("verify", "audit", "--data", fresh_demo.data).returncode == 0


def test_R08_J15_contact_details_taken_back_never_reach_the_desk(demo, officer):
    one, secret = officer("supervisor"), "07700 900321"

    def send(visitor):
        check, _ = to_check_the_long_way(visitor, "words", {"contact": "details", "reach": secret})
        change = next(b for b in check.form.buttons() if b.get("value", "").startswith("change-") and "reach" in b.text.lower())
        page = check.submit("go=" + change.get("value"))
        while "contact" not in page.form.names():
            page = page.submit("go=back")
        page = page.submit("go=on", {"contact": "none"})
        while page.dom.first(data_code=True) is None:
            page = page.submit("go=on")
        page.submit("go=send")

    case = Case(one, new_thread(demo, one, send=send))
    case.open()
    assert "ANONYMOUS" in case.page.main.text
    shown = case.ask("contact", {"purpose": "danger", "reason": "x"})
    assert shown.status == 200 and "Nothing was left." in shown.main.text and secret not in shown.markup
