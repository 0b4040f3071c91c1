"""Opening on the desk what came in: every report, by two officers at once, each opening a signed step of the report."""

import os
import threading
import time

from evidence import unrecorded
from figures import line

# How many seconds are spent on it at most; what is left then is said.
LONGEST = int(os.environ.get("HEED_BENCH_OPENING", "900"))


def open_all(officers, threads):
    """How many open, and how many a second. The officers share one list, so that none waits for the other."""
    waiting, opened, lock = list(reversed(threads)), [], threading.Lock()
    began = time.monotonic()

    def work(one):
        with unrecorded():
            while time.monotonic() - began < LONGEST:
                with lock:
                    if not waiting:
                        return
                    thread = waiting.pop()
                page = one.get(f"/report/{thread}")
                page = page.submit(form=page.form_to("/open"))
                if page.status == 200 and page.by_id("said") is not None:
                    with lock:
                        opened.append(thread)

    working = [threading.Thread(target=work, args=(one,)) for one in officers]
    for each in working:
        each.start()
    for each in working:
        each.join()
    took = time.monotonic() - began
    line("desk_opened", len(opened), "count")
    # Those that were refused, and those that nobody came to.
    line("desk_not_opened", len(threads) - len(opened), "count")
    line("desk_opening", took, "s")
    line("desk_opened_per_second", len(opened) / took, "reports/s")
