"""Somebody is told outside the desk when something needs eyes, in one sentence that says nothing of what happened."""

import datetime
import http.server
import json
import os
import threading
import time
import zoneinfo

import pytest

from canary import word
from journey import IN_DANGER, send, to_words
from officer import Officer
from visitor import Visitor

LONDON = zoneinfo.ZoneInfo("Europe/London")
SENTENCE = "Something needs eyes. Please look at the desk."


def shown(hours):
    return (datetime.datetime.now(LONDON) + datetime.timedelta(hours=hours)).strftime("%Y-%m-%d %H:%M")


class Hook(http.server.BaseHTTPRequestHandler):
    """A pager that refuses as often as it is told to."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.asked.append((time.monotonic(), self.path, dict(self.headers), body))
        refuses = self.path == "/bad" or self.server.refusals > 0
        self.server.refusals -= self.path != "/bad"
        self.send_response(503 if refuses else 204)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture
def hook():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Hook)
    server.asked, server.refusals = [], 0
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()


@pytest.fixture
def mail(tmp_path):
    """A mail system that keeps what it is given, and how it was called."""
    program = tmp_path / "sendmail"
    program.write_text(f'#!/bin/sh\necho "$@" >> {tmp_path}/calls\ncat >> {tmp_path}/letters\n')
    program.chmod(0o755)
    (tmp_path / "letters").touch(), (tmp_path / "calls").touch()
    return tmp_path


def until(what, seconds=40):
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        if found := what():
            return found
        time.sleep(0.2)
    raise AssertionError("it did not happen in time")


def rota(people, slots=(("1001", 0),)):
    return json.dumps({"people": people, "teams": {"activity": {
        "slots": [{"person": person, "rung": rung, "from": shown(-1), "until": shown(8)} for person, rung in slots],
        "supervisors": ["2001"]}}})


def test_who_is_on_duty_is_told_by_mail_and_by_web_and_a_bad_destination_holds_up_nobody(template, hook, mail):
    own, address = template.copy(), f"http://127.0.0.1:{hook.server_address[1]}"
    book = mail / "rota.json"
    book.write_text(rota({"1001": [address + "/bad", "mailto:night@example.org", address + "/good"],
                          "2001": ["mailto:supervisor@example.org"]}))
    hook.refusals = 1
    own.environment |= {"HEED_DUTY_ROTA": str(book), "HEED_DUTY_SENDMAIL": str(mail / "sendmail")}
    own.start()
    try:
        marker = word()
        send(to_words(Visitor(own.public), button=IN_DANGER).submit("go=skip", {"narrative": f"Now, at the gate {marker}"}))
        letter = until(lambda: "Something" in (text := (mail / "letters").read_text()) and text)
        assert "To: night@example.org" in letter and SENTENCE in letter and "supervisor" not in letter
        assert (mail / "calls").read_text().split() == ["-i", "night@example.org"]
        # Refused once, it is asked again; the one that always refuses is asked again and again.
        until(lambda: [path for _, path, _, _ in hook.asked].count("/good") >= 2)
        until(lambda: [path for _, path, _, _ in hook.asked].count("/bad") >= 2)
        for _, _, fields, body in hook.asked:
            assert json.loads(body) == {"text": SENTENCE} and marker not in str(fields)
        # Told once: nothing more comes to those who were reached, until it climbs.
        assert (mail / "letters").read_text().count(SENTENCE) == 1
        with open(own.err, encoding="utf-8") as err:
            assert "night@example.org" not in err.read()
    finally:
        own.remove()


def test_with_nobody_on_duty_supervisors_are_told_and_a_bad_rota_changes_nothing(template, hook, mail):
    own, address = template.copy(), f"http://127.0.0.1:{hook.server_address[1]}"
    book = mail / "rota.json"
    book.write_text(rota({"1001": [address + "/one"], "2001": [address + "/supervisor"]}, slots=()))
    own.environment |= {"HEED_DUTY_ROTA": str(book), "HEED_DUTY_SENDMAIL": str(mail / "sendmail")}
    own.start()
    try:
        until(lambda: hook.asked)
        assert {path for _, path, _, _ in hook.asked} == {"/supervisor"}
        # A rota that cannot be used is named, and the last good one stands.
        book.write_text("{")
        until(lambda: "duty rota cannot be used" in open(own.err, encoding="utf-8").read())
        # The form is open all the while.
        assert Visitor(own.public).get("/report").status == 200
    finally:
        own.remove()


def test_r65_the_desk_shows_who_is_on_duty_and_what_was_not_sent(template, hook, mail):
    own, address = template.copy(), f"http://127.0.0.1:{hook.server_address[1]}"
    book = mail / "rota.json"
    good = rota({"1001": [address + "/bad", "mailto:night@example.org"], "2001": ["mailto:supervisor@example.org"]})
    book.write_text(good)
    own.environment |= {"HEED_DUTY_ROTA": str(book), "HEED_DUTY_SENDMAIL": str(mail / "sendmail")}
    own.start()
    try:
        harper = Officer(own, own.officer("administrator"))
        harper.sign_in()
        until(lambda: "NOT SENT: tried" in harper.get("/duty").text)
        page = harper.get("/duty")
        assert "Avery Example (staff number 1001): told first" in page.text
        assert "Casey Sample (staff number 2001)" in page.text
        rows = {row.first("th").text: row.first("td").text for row in page.main.all("tr")}
        assert rows["Avery Example (staff number 1001), pager"].startswith("!! NOT SENT: tried")
        assert rows["Avery Example (staff number 1001), e-mail"].startswith("last told")
        assert "in less than a week" in page.text and "The rota ends" in page.text
        # Where people are reached stays in the file, and so does what could be used to reach them.
        for private in ["night@example.org", "supervisor@example.org", str(hook.server_address[1])]:
            assert private not in page.markup
        # A rota is tried before it is put in place: nothing changes, nothing typed is lost.
        bad = page.submit(form=page.form_to("/duty"), values={"rota": '{"people": 1}'})
        assert bad.status == 422 and "This rota cannot be used" in bad.text and '{"people": 1}' in bad.dom.first("textarea").text
        tried = bad.submit(form=bad.form_to("/duty"), values={"rota": good.replace("1001", "1002")})
        assert tried.status == 200 and "This rota can be used." in tried.text and "Blake Example" in tried.text
        assert "Blake Example" not in harper.get("/duty").text
        # A file that cannot be used is said here too, and the last good one stands.
        book.write_text("{")
        until(lambda: "cannot be used" in harper.get("/duty").text)
        assert "Avery Example (staff number 1001): told first" in harper.get("/duty").text
        casey, blake = Officer(own, own.officer("supervisor")), Officer(own, own.officer("officer", 1))
        for one in (casey, blake):
            one.sign_in()
        assert "NOT SENT" in casey.get("/duty").text
        assert blake.get("/duty").status == 404
    finally:
        own.remove()
