"""What was acknowledged survives; what was not leaves nothing broken. The long run of the same is `make soak`."""

import os
import random
import threading
import time

import pytest

from evidence import unrecorded
from journey import is_sent, return_with, to_check
from officer import Officer
from visitor import Visitor

CLIENTS = 4


class Load:
    """People reporting one after another until told to stop; keeps the code of every receipt that was seen."""

    def __init__(self, demo):
        self.demo, self.acknowledged, self.stopping, self.surprises = demo, [], False, []
        self.threads = [threading.Thread(target=self._people, daemon=True) for _ in range(CLIENTS)]
        for thread in self.threads:
            thread.start()

    def _people(self):
        with unrecorded():
            while not self.stopping:
                try:
                    check = to_check(Visitor(self.demo.public, timeout=10), "under load")
                    sent = check.submit("go=send")
                    if is_sent(sent):
                        self.acknowledged.append(sent.code)
                    elif sent.status != 503:
                        self.surprises.append(repr(sent))
                except OSError:
                    pass
                except Exception as error:
                    # A cut connection can end a page in the middle; that is what a kill does.
                    if not self.stopping and self.demo.process is not None:
                        self.surprises.append(repr(error))

    def stop(self):
        self.stopping = True
        for thread in self.threads:
            thread.join(30)
        return list(self.acknowledged)


def kill_under_load(demo, moment):
    """Kills at `moment` seconds into the load; codes that were shown, and those of them that no longer open."""
    load = Load(demo)
    time.sleep(moment)
    load.stopping = True
    demo.kill()
    codes = load.stop()
    demo.start()
    with unrecorded():
        lost = [code for code in codes if return_with(Visitor(demo.public), code).h1 != "Your messages"]
    assert load.surprises == []
    return codes, lost


def desk_count(demo):
    with unrecorded():
        one = Officer(demo, demo.officer("officer"))
        page = one.sign_in()
        assert page.status == 200
        # The queue lists what the desk has read. After a kill it reads everything that came meanwhile, look by look.
        until = time.monotonic() + 300
        while "New, not read by this desk yet" in one.get("/?each=yes").main.text and time.monotonic() < until:
            pass
        return len(one.queue_rows())


def test_R15_three_kills_under_load_lose_no_acknowledged_report(fresh_demo):
    shown = 0
    for moment in (0.7, 1.1, 1.6):
        codes, lost = kill_under_load(fresh_demo, moment)
        shown += len(codes)
        assert lost == []
    assert shown > 0, "nothing was acknowledged, so nothing was tested"


@pytest.mark.soak
def test_R15_200_kills_at_random_moments_under_load_lose_nothing(fresh_demo, capsys):
    seed = int(os.environ.get("HEED_SEED", "0")) or random.SystemRandom().randrange(1 << 32)
    chance, kills = random.Random(seed), int(os.environ.get("HEED_KILLS", "200"))
    before, shown, lost = desk_count(fresh_demo), 0, []
    for _ in range(kills):
        codes, missing = kill_under_load(fresh_demo, chance.uniform(0.05, 1.5))
        shown += len(codes)
        lost += missing
    after = desk_count(fresh_demo)
    with capsys.disabled():
        print(f"\nkills {kills} count\nacknowledged_reports {shown} count\nlost_reports {len(lost)} count\nseed {seed} n")
        print(f"desk_rows_added {after - before} count")
    assert lost == [] and shown > kills
    assert after - before >= shown
    audit = fresh_demo.run("verify", "audit", "--data", fresh_demo.data)
    assert audit.returncode == 0, audit.stdout + audit.stderr
