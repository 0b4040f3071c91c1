"""What the desk says to everybody: on every page within seconds, over a restart, and gone by itself."""

import datetime
import os
import re
import sqlite3
import time
import zoneinfo

import pytest

from demo import POSTGRES
from journey import report, return_with, to_check, to_words
from officer import Officer
from visitor import Visitor, raw_exchange

LONDON = zoneinfo.ZoneInfo("Europe/London")
LIMIT = 5.0


def moment(seconds_ahead):
    """As a clock on the wall shows it, with seconds."""
    return datetime.datetime.fromtimestamp(time.time() + seconds_ahead, LONDON).strftime("%Y-%m-%dT%H:%M:%S")


def speaker(demo):
    one = Officer(demo, demo.officer("communications"))
    page = one.sign_in()
    assert page.h1 == "Notices", f"not at the notices: {page!r}"
    return one


def typed(marker, start=-60, end=3600, kind="incident"):
    return {"kind": kind, "start": moment(start), "end": moment(end), "title-en": f"Road closed {marker}",
            "text-en": f"Words of {marker}.", "act-en": f"Keep away, {marker}." if kind == "incident" else ""}


def publish(one, marker, **about):
    """Preview, then publish. Returns the list, and when [Publish] was pressed."""
    preview = one.get("/notices/new").submit("go=preview", typed(marker, **about))
    assert preview.status == 200 and marker in preview.main.text, preview.text[:500]
    pressed = time.monotonic()
    done = preview.submit("go=publish")
    assert done.status == 200 and done.h1 == "Notices", done.text[:500]
    return done, pressed


def withdraw(one, marker):
    page = one.get("/notices")
    row = next(row for row in page.dom.all("tr") if marker in row.text)
    notice = row.first("input", name="notice").get("value")
    pressed = time.monotonic()
    token = page.form_to("/notices/withdraw").hidden()["csrf"]
    assert one.post("/notices/withdraw", [("csrf", token), ("notice", notice)]).status == 200
    return pressed


def stands(page, marker):
    return f"Road closed {marker}" in page.markup


def wait_until(shown, demo, marker, path="/", since=None, limit=LIMIT):
    """Seconds until a page shows the notice, or no longer does."""
    since = since or time.monotonic()
    while stands(Visitor(demo.public).get(path), marker) != shown:
        assert time.monotonic() - since < limit, f"{path}: not {'shown' if shown else 'gone'} within {limit} s"
        time.sleep(0.05)
    return time.monotonic() - since


@pytest.fixture
def quiet_demo(template):
    """A demonstration for one test, on which nothing is shown at first."""
    own = template.copy().start()
    yield own
    own.remove()


def every_answer(demo):
    """Name and markup of an answer of every route and every error."""
    visitor = Visitor(demo.public)
    home = visitor.get("/")
    site_map = visitor.get("/site-map")
    paths = sorted({href.split("#")[0] for _, href in home.links + site_map.links if href.startswith(demo.public)
                    and not href.endswith("/leave")})
    for path in paths + [demo.public + "/pl/", demo.public + "/ar/", demo.public + "/ur/attack", demo.public + "/cy/report"]:
        yield path, visitor.get(path)
    yield "words", to_words(visitor)
    yield "422", to_words(visitor).submit("go=on")
    check = to_check(visitor, "x")
    yield "check", check
    sent = check.submit("go=send")
    yield "sent", sent
    yield "messages", return_with(visitor, check.code)
    yield "nothing", return_with(visitor, "0000 0000 0000 0000 0000 0000")
    yield "answers", visitor.post("/answers", [("question", "cookies")])
    yield "404", visitor.get("/nothing-here")
    yield "404 ar", visitor.get("/ar/nothing-here")
    yield "405", visitor.request("PUT", "/report")
    yield "405 leave", visitor.request("POST", "/leave")
    yield "403", visitor.post("/report", [("go", "on")], headers={"Origin": "https://elsewhere.example",
                                                                 "Sec-Fetch-Site": "cross-site"})
    yield "413", visitor.post("/report", b"narrative=" + b"a" * (5 << 20))
    yield "414", visitor.get("/" + "a" * 9_000)
    yield "415", visitor.request("POST", "/report", b"{}", {"Content-Type": "application/json",
                                                           "Sec-Fetch-Site": "same-origin"})


RAW = {"400": b"GET / HTTP/1.1\r\nHost: x\r\nBad Header: y\r\n\r\n",
       "400 length": b"POST /report HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
       "431": b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"b" * 100_000 + b"\r\n\r\n"}


def test_R18_a_notice_is_on_every_page_and_every_error_within_5_seconds_and_goes_when_withdrawn(quiet_demo):
    one = speaker(quiet_demo)
    marker = "mkone"
    assert not stands(Visitor(quiet_demo.public).get("/"), marker)
    done, pressed = publish(one, marker)
    print("shown after", round(wait_until(True, quiet_demo, marker, since=pressed), 2), "s")
    said = re.search(r"Seen on the public site (\d+\.\d) s later", done.text)
    assert said and float(said.group(1)) < LIMIT, done.text[:400]
    seen = 0
    for name, page in every_answer(quiet_demo):
        assert page.is_html and stands(page, marker), f"{name}: {page!r}"
        alert = next(section for section in page.dom.all("section") if "alert" in section.get("class", ""))
        assert marker in alert.text and page.by_id(alert.get("aria-labelledby")) is not None, name
        if "no-store" in (page.header("cache-control") or ""):
            assert len(page.body) % 16384 == 0, name
        seen += 1
    assert seen > 30
    for name, data in RAW.items():
        answer = raw_exchange(quiet_demo.public, data, timeout=5).decode("utf-8", "replace")
        assert " 4" in answer.split("\r\n")[0] and f"Road closed {marker}" in answer, f"{name}: {answer[:200]}"
    pressed = withdraw(one, marker)
    print("gone after", round(wait_until(False, quiet_demo, marker, since=pressed), 2), "s")
    for name, page in every_answer(quiet_demo):
        assert not stands(page, marker), name
    assert "Withdrawn" in one.get("/notices").text


def test_a_notice_begins_and_ends_by_itself(quiet_demo):
    one = speaker(quiet_demo)
    marker = "mktwo"
    # The form has whole seconds.
    begins, ends = int(time.time() + 8), int(time.time() + 16)
    publish(one, marker, start=8, end=16)
    assert not stands(Visitor(quiet_demo.public).get("/report"), marker), "it stood before its start"
    assert "Will begin" in one.get("/notices").text
    for path in ("/", "/report"):
        wait_until(True, quiet_demo, marker, path, limit=14)
    assert begins - 0.1 < time.time() < begins + LIMIT
    print("began", round(time.time() - begins, 2), "s after its start")
    for path in ("/", "/report"):
        wait_until(False, quiet_demo, marker, path, limit=16)
    assert ends - 0.1 < time.time() < ends + LIMIT
    print("ended", round(time.time() - ends, 2), "s after its end")
    assert "Over" in one.get("/notices").text


def test_a_notice_survives_a_restart_and_stands_on_the_first_page_after_it(quiet_demo):
    marker = "mkthree"
    publish(speaker(quiet_demo), marker)
    for end in (quiet_demo.stop, quiet_demo.kill):
        end()
        quiet_demo.start()
        for path in ("/", "/report", "/nothing-here"):
            assert stands(Visitor(quiet_demo.public).get(path), marker), f"{path}: not there once the service was ready"


def test_R71_validators_change_with_a_notice_and_hold_while_it_stands(quiet_demo):
    one, visitor, marker = speaker(quiet_demo), Visitor(quiet_demo.public), "mkfour"
    quiet = visitor.get("/attack")
    assert quiet.header("cache-control") == "no-cache"
    publish(one, marker)
    loud = visitor.request("GET", "/attack", headers={"If-None-Match": quiet.header("etag")})
    assert loud.status == 200 and stands(loud, marker) and loud.header("etag") != quiet.header("etag")
    again = visitor.request("GET", "/attack", headers={"If-None-Match": loud.header("etag")})
    assert again.status == 304 and not again.body
    withdraw(one, marker)
    wait_until(False, quiet_demo, marker, "/attack")
    assert visitor.request("GET", "/attack", headers={"If-None-Match": quiet.header("etag")}).status == 304


@pytest.mark.skipif(bool(POSTGRES), reason="takes a table away as a file's owner can")
def test_where_the_store_cannot_be_read_a_notice_stands_until_its_end_and_the_log_says_so(quiet_demo):
    one, marker = speaker(quiet_demo), "mkfive"
    publish(one, marker, end=20)
    other = sqlite3.connect(os.path.join(quiet_demo.data, "store", "heed.sqlite"), isolation_level=None, timeout=10)
    other.execute("ALTER TABLE threat_level RENAME TO elsewhere")
    time.sleep(2.5)
    assert stands(Visitor(quiet_demo.public).get("/report"), marker)
    wait_until(False, quiet_demo, marker, "/report", limit=25)
    with open(quiet_demo.err, encoding="utf-8") as file:
        said = file.read()
    assert said.count("notices cannot be brought up to date") == 1 and marker not in said
    other.execute("ALTER TABLE elsewhere RENAME TO threat_level")
    other.close()
    publish(one, "mksix")
    wait_until(True, quiet_demo, "mksix")


def test_R18_a_closed_form_and_a_full_queue_show_the_notice_too(quiet_demo):
    marker = "mkseven"
    publish(speaker(quiet_demo), marker)
    check = to_check(Visitor(quiet_demo.public), "x")
    if POSTGRES:
        return
    path = os.path.join(quiet_demo.data, "store", "heed.sqlite")
    other = sqlite3.connect(path, isolation_level=None, timeout=10)
    other.execute("BEGIN IMMEDIATE")
    try:
        unsent = check.submit("go=send")
        assert unsent.status == 503 and stands(unsent, marker)
        until = time.monotonic() + 20
        while (closed := Visitor(quiet_demo.public).get("/report")).status != 503 and time.monotonic() < until:
            time.sleep(0.2)
        assert closed.status == 503 and stands(closed, marker)
    finally:
        other.execute("ROLLBACK")
        other.close()


def test_what_breaks_a_rule_is_said_and_nothing_typed_is_lost(demo, officer):
    one = officer("communications")
    page = one.get("/notices/new")
    wrong = page.submit("go=preview", {"kind": "incident", "start": "soon", "title-en": "Typed title", "text-en": "Typed\nwords"})
    assert wrong.status == 422 and "There is a problem" in wrong.text
    kept = dict(wrong.form.entries())
    assert (kept["start"], kept["title-en"], kept["text-en"], kept["kind"]) == ("soon", "Typed title", "Typed\nwords", "incident")
    for problem in ("Say from when", "Say until when", "say what to do now"):
        assert problem in wrong.text, problem
    assert not stands(Visitor(demo.public).get("/"), "Typed title")


def test_R51_only_communications_can_speak(officer):
    for role in ("officer", "supervisor", "call-taker", "auditor", "administrator"):
        one = officer(role)
        token = one.get("/").form_to("/sign-out").hidden()["csrf"]
        for path in ("/notices", "/notices/new"):
            assert one.get(path).status == 404, (role, path)
        for path in ("/notices/new", "/notices/withdraw", "/notices/threat"):
            assert one.post(path, [("csrf", token), ("go", "publish"), ("level", "critical")]).status == 404, (role, path)


def test_the_threat_level_is_shown_with_its_day(quiet_demo):
    one, visitor = speaker(quiet_demo), Visitor(quiet_demo.public)
    assert "The threat level for the UK" not in visitor.get("/threat").text
    today = datetime.datetime.now(datetime.timezone.utc).date()
    page = one.get("/notices")
    page.submit(values={"level": "substantial", "as_of": today.isoformat()}, form=page.form_to("/notices/threat"))
    text = visitor.get("/threat").text
    assert "The threat level for the UK was substantial on" in text and str(today.year) in text


def test_a_threat_level_that_is_too_old_is_not_shown(template):
    own = template.copy()
    own.environment["HEED_NOTICES_THREAT_DAYS"] = "1"
    try:
        own.start()
        one = speaker(own)
        today = datetime.datetime.now(datetime.timezone.utc).date()
        page = one.get("/notices")
        page.submit(values={"level": "severe", "as_of": today.isoformat()}, form=page.form_to("/notices/threat"))
        assert "was severe on" in Visitor(own.public).get("/threat").text
        assert own.stop() == 0
        own.environment["HEED_CLOCK_OFFSET"] = "86400"
        own.start()
        assert "The threat level for the UK" not in Visitor(own.public).get("/threat").text
    finally:
        own.remove()


def test_reporting_goes_on_under_a_notice(quiet_demo):
    marker = "mkeight"
    publish(speaker(quiet_demo), marker)
    visitor = Visitor(quiet_demo.public)
    _, code = report(visitor, "seen beside the notice")
    messages = return_with(visitor, code)
    assert messages.h1 == "Your messages" and stands(messages, marker)
