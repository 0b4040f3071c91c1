"""Guessing of codes: slow for everybody at once, and whoever holds a code still gets in."""

import random
import threading
import time

import pytest

from evidence import unrecorded
from journey import report, return_with, to_check
from visitor import Visitor

GUESSERS, SECONDS, LONGEST = 16, 12, 4


@pytest.fixture
def guarded(template):
    """A demonstration where few failures are enough."""
    own = template.copy()
    own.environment |= {"HEED_LIMITS_CODE_FAILURES": "20", "HEED_LIMITS_CODE_WAIT_SECONDS": str(LONGEST)}
    yield own.start()
    own.remove()


class Guessers:
    """Each from an address of its own on this machine, trying codes that were never sent, for a bounded time."""

    def __init__(self, demo, codes):
        self.times, self.surprises = [], []
        self.until = time.monotonic() + SECONDS
        self.threads = [threading.Thread(target=self._guess, args=(demo, codes, f"127.77.{n}.{n + 1}"), daemon=True)
                        for n in range(GUESSERS)]
        for thread in self.threads:
            thread.start()

    def _guess(self, demo, codes, address):
        try:
            visitor = Visitor(demo.public, address=address, timeout=30)
            form = visitor.get("/return")
            while time.monotonic() < self.until:
                began = time.monotonic()
                page = form.submit(values={"code": random.choice(codes)})
                self.times.append((began, time.monotonic() - began))
                if page.status != 200 or "We found nothing" not in page.text:
                    self.surprises.append(repr(page))
        except Exception as error:
            self.surprises.append(repr(error))

    def join(self):
        for thread in self.threads:
            thread.join(60)


def took(action):
    began = time.monotonic()
    return action(), time.monotonic() - began


def test_R27_guessing_grows_slow_for_all_and_whoever_holds_a_code_still_gets_in(guarded):
    with unrecorded():
        someone = Visitor(guarded.public, address="127.88.1.1", timeout=40)
        _, code = report(someone, "x")
        never_sent = [to_check(someone, "never sent").code for _ in range(6)]
        _, before = took(lambda: return_with(someone, code))
        guessers = Guessers(guarded, never_sent)
        time.sleep(SECONDS * 0.6)
        messages, inside = took(lambda: return_with(someone, code))
        nothing, outside = took(lambda: return_with(someone, never_sent[0]))
        start, starting = took(lambda: someone.get("/report"))
        _, reporting = took(lambda: report(someone, "while others guess"))
        guessers.join()
    assert guessers.surprises == []
    assert messages.h1 == "Your messages" and "We found nothing" in nothing.text
    assert before < 1 and inside < 30 and inside < LONGEST + 5
    # Both waited, and a report does not.
    assert inside > 0.5 and outside > 0.5
    assert start.status == 200 and starting < 2 and reporting < 5
    guessers.times.sort()
    late = [seconds for _, seconds in guessers.times[-GUESSERS:]]
    assert min(late) >= 0.5, "guessing did not grow slow"
    # Each failure beyond the first twenty made the next ones wait: without it these would be thousands.
    assert len(guessers.times) < 20 * (LONGEST / 0.5) + GUESSERS * SECONDS
    for path in (guarded.out, guarded.err):
        with open(path, "rb") as log:
            assert b"127.77." not in log.read(), "an address was written down"
