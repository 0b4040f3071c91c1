"""Real faults while people report: nothing is lost in silence, and whoever typed keeps their words."""

import os
import resource
import sqlite3
import threading
import time
from contextlib import contextmanager

import pytest

from canary import word
from journey import assert_numbers, is_sent, report, return_with, symbols, to_check
from visitor import Visitor


@pytest.fixture
def cramped(template):
    """A demonstration in which one report may wait for the store."""
    own = template.copy()
    own.environment["HEED_LIMITS_QUEUE"] = "1"
    yield own.start()
    own.remove()


def store(demo):
    return os.path.join(demo.data, "store", "heed.sqlite")


@contextmanager
def locked(demo):
    """Somebody else writes to the store and does not come to an end."""
    other = sqlite3.connect(store(demo), isolation_level=None, timeout=10)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


@contextmanager
def no_key_holder(demo):
    """No officer holds the key that reports are sealed to."""
    other = sqlite3.connect(store(demo), isolation_level=None, timeout=10)
    try:
        rows = other.execute("SELECT * FROM compartment_key WHERE compartment = 'activity'").fetchall()
        assert rows
        other.execute("DELETE FROM compartment_key WHERE compartment = 'activity'")
        yield
        other.executemany(f"INSERT INTO compartment_key VALUES ({','.join('?' * len(rows[0]))})", rows)
    finally:
        other.close()


@contextmanager
def no_room(demo):
    """The public site's process cannot make any file longer, as on a disk that is full."""
    intake = next(process for process, command in demo.resident_memory() if "intake" in command)
    before = resource.prlimit(intake, resource.RLIMIT_FSIZE)
    resource.prlimit(intake, resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        yield
    finally:
        resource.prlimit(intake, resource.RLIMIT_FSIZE, before)


def wait_for(demo, status, seconds=20):
    """The first page, once it answers so: what the gate says stands for two seconds."""
    until = time.monotonic() + seconds
    while True:
        page = Visitor(demo.public).get("/report")
        if page.status == status or time.monotonic() > until:
            return page
        time.sleep(0.2)


def assert_closed(page):
    assert page.status == 503 and page.h1 == "We cannot take reports here just now"
    assert not page.has_form, "somebody could start to type"
    assert_numbers(page)


@pytest.mark.parametrize("fault", [no_key_holder, locked, no_room])
def test_J19_R17_the_form_closes_before_anybody_types_and_opens_again_by_itself(fresh_demo, fault):
    with fault(fresh_demo):
        closed = wait_for(fresh_demo, 503)
        assert_closed(closed)
        health = Visitor(fresh_demo.public).request("GET", "/healthz")
        assert (health.status, health.body) == (503, b"closed")
        # Advice and numbers are there all the same.
        assert Visitor(fresh_demo.public).get("/attack").status == 200
    assert wait_for(fresh_demo, 200).has_form
    report(Visitor(fresh_demo.public), "after the fault")


def test_J19_R17_too_little_free_disk_closes_the_form(template):
    own = template.copy()
    own.environment["HEED_LIMITS_DISK_RESERVE_MIB"] = str(1 << 30)
    try:
        own.start()
        assert_closed(Visitor(own.public).get("/report"))
    finally:
        own.remove()


def test_J20_a_full_queue_keeps_the_words_and_trying_again_succeeds(cramped):
    """Two send at once: one waits in the queue, which of them is chance, and the other is told at once."""
    markers = {to_check(Visitor(cramped.public), f"seen by {marker}"): marker for marker in (word(), word())}
    message = return_with(Visitor(cramped.public), report(Visitor(cramped.public), "x")[1])
    answers = {}
    senders = [threading.Thread(target=lambda check=check: answers.update({check: check.submit("go=send")})) for check in markers]
    with locked(cramped):
        began = time.monotonic()
        for sender in senders:
            sender.start()
        while not answers and time.monotonic() - began < 30:
            time.sleep(0.01)
        check, unsent = dict(answers).popitem()
        unadded = message.submit("Send", {"message": "a blue van, and a trailer"})
        assert len(answers) == 1 and time.monotonic() - began < 3, "a full queue was waited for"
    for sender in senders:
        sender.join(30)
    assert unsent.status == 503 and unsent.h1 == "Not received" and "Nothing was stored" in unsent.text
    assert markers[check] in unsent.main.text and unsent.header("retry-after")
    assert_numbers(unsent)
    assert unadded.status == 503 and "Nothing was stored" in unadded.text
    assert dict(unadded.form.entries())["message"] == "a blue van, and a trailer"
    assert all(is_sent(answer) for sent, answer in answers.items() if sent is not check), "whoever waited in the queue was not heard"
    assert len(answers) == 2 and "We found nothing" in return_with(Visitor(cramped.public), check.code).text, "something was stored"
    sent = unsent.submit("Try again")
    assert is_sent(sent) and symbols(sent.code) == symbols(check.code)
    assert unadded.submit("Send").h1 == "Added to your report"


@pytest.mark.parametrize("fault", [locked, no_room])
def test_J20_R17_a_store_that_does_not_take_the_report_keeps_the_words(fresh_demo, fault):
    marker = word()
    check = to_check(Visitor(fresh_demo.public), f"seen by {marker}")
    with fault(fresh_demo):
        unsent = check.submit("go=send")
        assert unsent.status == 503 and unsent.h1 in ("Not received", "We cannot tell if that arrived")
        assert marker in unsent.main.text
        again = unsent.submit("Try again")
        assert again.status == 503 and marker in again.main.text
    wait_for(fresh_demo, 200)
    sent = again.submit("Try again")
    assert is_sent(sent) and symbols(sent.code) == symbols(check.code)
    messages = return_with(Visitor(fresh_demo.public), sent.code)
    assert messages.h1 == "Your messages" and "What you added" not in messages.text, "it counted more than once"
