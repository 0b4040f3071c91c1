"""What is left behind: nothing of who came, and nothing readable of what they wrote."""

import os
import time
import re
import signal
import sqlite3

import pytest

import journey
from canary import Canaries
from journey import report, return_with, symbols, to_words
from visitor import Visitor, raw_exchange

FIELDS = ("narrative", "worry", "when", "where", "who", "things", "reach_name", "reach", "reach_safe")


@pytest.fixture(scope="module")
def swept(template):
    """One long journey with a word of its own in every channel, then a sweep: running, stopped, started again, killed."""
    own, canaries = template.copy().start(), Canaries()
    visitor = Visitor(own.public, address=canaries.new_address("client address"), headers={
        "User-Agent": canaries.new("User-Agent"), "Accept-Language": canaries.new("Accept-Language"),
        "Referer": f"{own.public}/{canaries.new('Referer')}", "X-Forwarded-For": canaries.new_address("X-Forwarded-For"),
        "Forwarded": f"for={canaries.new_address('Forwarded')}", "X-Real-IP": canaries.new_address("X-Real-IP"),
        "Cookie": f"a={canaries.new('Cookie')}", "X-Unknown": canaries.new("unknown header")})
    answers = {name: f"{canaries.new(name)} and some more" for name in FIELDS}
    used = set()
    page = to_words(visitor)
    while not journey.is_check(page):
        names = set(page.form.names())
        typed = {name: text for name, text in answers.items() if name in names}
        if "contact" in names:
            typed["contact"] = "details"
        used |= set(typed)
        page = page.submit("go=on", typed)
    assert set(FIELDS) <= used, f"never asked for: {set(FIELDS) - used}"
    canaries.watch("code", symbols(page.code))
    canaries.watch("code as shown", page.code)
    sent = page.submit("go=send")
    assert journey.is_sent(sent)
    # What is typed wrong, refused or abandoned leaves no more than what is sent.
    to_words(visitor).submit("go=on", {"narrative": canaries.new("abandoned")})
    visitor.post("/report", f"narrative={canaries.new('malformed')}&state=broken&go=send".encode())
    visitor.get("/" + canaries.new("unknown path"))
    visitor.get("/report?q=" + canaries.new("query"))
    return_with(visitor, canaries.new("wrong code"))
    return_with(visitor, page.code).submit("Send", {"message": canaries.new("message")})
    thanked = visitor.get("/feedback").submit("go=send", {"words": canaries.new("feedback"), "found": "no"})
    assert thanked.h1 == "Thank you"
    visitor.get("/feedback").submit("go=send", {"words": canaries.new("feedback, refused"), "token": "broken"})
    raw_exchange(own.public, f"GET /{canaries.new('malformed request')} HTTP/9\r\nX\r\n\r\n".encode(), timeout=2)
    desk = Visitor(own.desk, site="desk")
    desk.get("/sign-in").submit(values={
        "username": canaries.new("wrong username"), "passphrase": canaries.new("wrong passphrase"),
        "secret_code": canaries.new("wrong secret code"), "totp": "000000"})
    found = {"running": canaries.sweep(own)}
    own.stop()
    found["stopped"] = canaries.sweep(own)
    own.start()
    report(Visitor(own.public), canaries.new("sent before a kill"))
    own.signal(signal.SIGKILL)
    own.kill()
    found["killed"] = canaries.sweep(own)
    yield found
    own.remove()


def channels(found, *names):
    return [(state, *hit) for state, hits in found.items() for hit in hits if hit[1] in names]


def test_R01_no_address_is_kept_in_any_form(swept):
    assert channels(swept, "client address", "X-Forwarded-For", "Forwarded", "X-Real-IP") == []


def test_R02_no_header_of_the_visitor_is_kept_in_any_form(swept):
    assert channels(swept, "User-Agent", "Accept-Language", "Referer", "Cookie", "unknown header") == []


def test_R31_no_copy_of_the_code_is_kept_in_any_form(swept):
    assert channels(swept, "code", "code as shown", "wrong code") == []


def test_R46_no_secret_typed_at_the_desk_is_kept(swept):
    assert channels(swept, "wrong username", "wrong passphrase", "wrong secret code") == []


def test_R67_a_marker_in_every_field_is_found_nowhere_running_stopped_or_killed(swept):
    assert channels(swept, *FIELDS, "message", "feedback", "sent before a kill") == []


def test_R16_what_was_abandoned_or_malformed_is_found_nowhere(swept):
    assert channels(swept, "abandoned", "feedback, refused", "malformed", "malformed request", "unknown path", "query") == []


def test_R16_a_connection_cut_in_the_middle_leaves_no_report_and_no_words(fresh_demo, canaries):
    visitor = Visitor(fresh_demo.public)
    words = to_words(visitor)
    body = visitor_body(words, canaries.new("cut off") * 200)
    head = (f"POST /report HTTP/1.1\r\nHost: {fresh_demo.public.split('//')[1]}\r\nOrigin: {fresh_demo.public}\r\n"
            f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n").encode()
    raw_exchange(fresh_demo.public, head + body[:len(body) // 2], timeout=1)
    assert canaries.sweep(fresh_demo) == []
    fresh_demo.kill()
    assert canaries.sweep(fresh_demo) == []
    fresh_demo.start()
    assert Visitor(fresh_demo.public).get("/report").status == 200


def visitor_body(page, text):
    from html_page import filled
    from visitor import encoded
    return encoded(filled(page.form.entries(page.form.button("go=skip")), {"narrative": text}))


def test_R10_short_texts_of_1_100_and_400_letters_are_stored_in_equal_lengths(demo):
    def lengths():
        found = []
        for place, _, files in os.walk(demo.data):
            for name in files:
                path = os.path.join(place, name)
                with open(path, "rb") as file:
                    if file.read(16) != b"SQLite format 3\0":
                        continue
                base = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
                try:
                    found += [row[0] for row in base.execute("SELECT length(payload) FROM body")]
                except sqlite3.OperationalError:
                    pass
                finally:
                    base.close()
        return found

    added = []
    for size in (1, 100, 400):
        before = lengths()
        report(Visitor(demo.public), "x" * size)
        after = lengths()
        for length in before:
            after.remove(length)
        added.append(sorted(after))
    assert added[0] and added[0] == added[1] == added[2]


def test_R73_no_connection_leaves_the_machine_or_the_process(demo):
    listening = {demo.public_port, demo.desk_port}

    def outgoing():
        inodes = set()
        for process in demo.processes():
            for entry in os.listdir(f"/proc/{process}/fd"):
                try:
                    target = os.readlink(f"/proc/{process}/fd/{entry}")
                except FileNotFoundError:
                    continue
                if target.startswith("socket:["):
                    inodes.add(target[8:-1])
        found = []
        for table in ("tcp", "tcp6", "udp", "udp6"):
            with open(f"/proc/net/{table}") as file:
                for line in list(file)[1:]:
                    fields = line.split()
                    port = int(fields[1].rsplit(":", 1)[1], 16)
                    if fields[9] in inodes and (table.startswith("udp") or port not in listening):
                        found.append((table, fields[1], fields[2]))
        # What starts the roles holds two sockets connected to each other (Foundation's Process does): they lead nowhere else.
        ends = {(table, here, there) for table, here, there in found}
        return [(table, here, there) for table, here, there in found if (table, there, here) not in ends]

    assert outgoing() == []
    _, code = report(Visitor(demo.public), "x")
    assert outgoing() == []
    return_with(Visitor(demo.public), code)
    assert outgoing() == []


def test_R04_no_cookie_is_set_and_one_that_is_sent_changes_nothing(visitor):
    sent, code = report(visitor, "x")
    return_with(visitor, code)
    visitor.get("/nothing-here")
    for page in visitor.seen:
        assert page.header_all("set-cookie") == [], page


def test_R05_no_address_or_title_holds_a_code_or_words(visitor, canaries):
    marker = canaries.new("words")
    sent, code = report(visitor, marker)
    return_with(visitor, code)
    for page in visitor.seen:
        assert marker not in page.title and marker not in page.url
        assert symbols(code) not in symbols(page.title) and symbols(code) not in symbols(page.url)
        for _, href in page.links:
            assert marker not in href and symbols(code) not in symbols(href)


# Tables whose clear times say when the program or an officer was at work, not when a report came.
NOT_OF_REPORTS = {"clock", "heartbeat", "officer", "migration"}
UNITS = {"seconds": 1, "milliseconds": 10**3, "microseconds": 10**6, "nanoseconds": 10**9}


def stored_files(demo):
    return {os.path.join(place, name) for place, _, files in os.walk(demo.data) for name in files}


def test_R09_nothing_stored_in_clear_tells_when_within_a_day_a_report_came(fresh_demo):
    before = stored_files(fresh_demo)
    for _ in range(3):
        report(Visitor(fresh_demo.public), "x")
    assert fresh_demo.stop() == 0
    # No file belongs to one report, so no time of a file does.
    assert {path for path in stored_files(fresh_demo) - before if not path.endswith(("-wal", "-shm"))} == set()
    now, telling, looked = time.time(), [], 0
    for path in stored_files(fresh_demo):
        with open(path, "rb") as file:
            if file.read(16) != b"SQLite format 3\0":
                continue
        base = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        tables = {row[0] for row in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")} - NOT_OF_REPORTS
        for table in tables:
            for row in base.execute(f"SELECT * FROM {table}"):
                for value in row:
                    looked += 1
                    if isinstance(value, int):
                        telling += [(table, value, unit) for unit, scale in UNITS.items() if abs(value / scale - now) < 86_400]
                    elif isinstance(value, str):
                        telling += [(table, value)] if re.search(r"\d\d:\d\d:\d\d", value) else []
        base.close()
    assert looked > 1000, "nothing was looked at"
    assert telling == []
