"""Times that must not tell: run by `make soak`, as they need a quiet machine and many samples."""

import os
import random
import time

import pytest

from evidence import unrecorded
from journey import report, to_check
from officer import Officer
from statistics_of_time import mann_whitney, median
from visitor import Visitor

SAMPLES = int(os.environ.get("HEED_SAMPLES", "1000"))


def interleaved(cases, samples):
    """Seconds per case; in each round every case once, in random order, so that drift falls on all alike."""
    times = {name: [] for name in cases}
    with unrecorded():
        for _ in range(samples):
            for name in random.sample(list(cases), len(cases)):
                prepared = cases[name]()
                began = time.perf_counter()
                prepared()
                times[name].append(time.perf_counter() - began)
    return times


def assert_alike(times, capsys, label):
    names = list(times)
    with capsys.disabled():
        for other in names[1:]:
            p, share = mann_whitney(times[names[0]], times[other])
            print(f"\n{label}_{names[0]}_against_{other}_p {p:.4f} probability"
                  f"\n{label}_{names[0]}_against_{other}_share {share:.4f} of_pairs"
                  f"\n{label}_{other}_median {median(times[other]) * 1000:.3f} ms")
    for other in names[1:]:
        p, share = mann_whitney(times[names[0]], times[other])
        # With many samples a difference of nothing shows as small p; one that an observer could use moves the share too.
        assert p > 0.001 or abs(share - 0.5) < 0.03, f"{names[0]} and {other} can be told apart: p {p:.2g}, share {share:.3f}"


@pytest.fixture
def unhurried(template):
    """A demonstration that lets codes be tried as often as is measured: with the limit on, what is measured is the wait, and a
    thousand samples take hours."""
    own = template.copy()
    own.environment["HEED_LIMITS_CODE_FAILURES"] = "1000000"
    own.start()
    yield own
    own.remove()


@pytest.mark.soak
def test_R26_unknown_codes_take_the_same_time(unhurried, capsys):
    visitor = Visitor(unhurried.public)
    with unrecorded():
        never_sent = [to_check(visitor, "never sent").code for _ in range(8)]
        _, known = report(visitor, "x")
        form = visitor.get("/return")

    def asking(codes):
        return lambda: lambda: form.submit(values={"code": random.choice(codes)})

    times = interleaved({"unknown": asking(never_sent[:4]), "other_unknown": asking(never_sent[4:])}, SAMPLES)
    assert_alike(times, capsys, "R26")
    assert known


@pytest.mark.soak
def test_R47_every_wrong_way_in_takes_the_same_time(fresh_demo, capsys):
    person = fresh_demo.officer("supervisor")

    def trying(**wrong):
        return lambda: lambda: Officer(fresh_demo, person).sign_in(**{"totp": "123456"} | wrong)

    times = interleaved({
        "unknown_user": trying(username="nobody-of-that-name"), "wrong_passphrase": trying(passphrase="wrong horse"),
        "wrong_secret_code": trying(secret_code="WRONG")}, SAMPLES)
    assert_alike(times, capsys, "R47")
