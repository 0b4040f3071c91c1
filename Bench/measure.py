"""Measures Heed from outside, on this machine's loopback, and prints one `name value unit` line for each figure.

The program runs as demonstrations of its own in temporary directories and is ended afterwards. Every part is bounded in
count and time: HEED_BENCH_SECONDS (10) is how long each load lasts, HEED_BENCH_OPENING (900) how many seconds are
spent at most opening what came in, HEED_BENCH_OPEN and HEED_BENCH_CLOSED (5000 and 95000) what the second demonstration is
filled with.
"""

import gc
import os
import platform
import re
import sys
import tempfile
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "Tests", "Blackbox"))

from beside_nginx import beside_nginx  # noqa: E402
from demo import Demo  # noqa: E402
from evidence import unrecorded  # noqa: E402
from figures import SECONDS, line, rate, wrk  # noqa: E402
from first_visit import first_visit  # noqa: E402
from journey import is_sent, return_with, to_check  # noqa: E402
from officer import Officer  # noqa: E402
from opening import open_all  # noqa: E402
from statistics_of_time import median, quantile  # noqa: E402
from visitor import Visitor  # noqa: E402

STORED_OPEN = int(os.environ.get("HEED_BENCH_OPEN", "5000"))
STORED_CLOSED = int(os.environ.get("HEED_BENCH_CLOSED", "95000"))
RATE = 100
STARTS = 5
# What the desk says of a report whose card it has not written yet.
UNREAD = "New, not read by this desk yet"


def machine():
    with open("/proc/cpuinfo") as file:
        model = re.search(r"model name\s*: (.*)", file.read())
    line("machine_cpu", (model.group(1) if model else platform.machine()).strip().replace(" ", "_"), "model")
    line("machine_cores", len(os.sched_getaffinity(0)), "count")
    line("machine_memory", os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, "GiB")


def fsync_rate(folder):
    """How often this disk makes 4 KiB durable: what every acknowledgement waits for."""
    with tempfile.NamedTemporaryFile(dir=folder) as file:
        count, ends = 0, time.monotonic() + 3
        while time.monotonic() < ends:
            os.write(file.fileno(), b"x" * 4096)
            os.fdatasync(file.fileno())
            count += 1
    line("fsync_rate", count / 3, "per_second")


def raw_handler(demo):
    """The least this server can do for a request, a file from memory, and the first page, beside which the rest is read."""
    style = Visitor(demo.public).get("/report").dom.first("link", rel="stylesheet").get("href")
    for name, path in (("raw_handler", style), ("start_page", "/report"), ("home_page", "/")):
        line(name, rate(demo.public + path, min(SECONDS, 5)), "requests/s")


def acknowledged(demo):
    """Whole journeys at 32 clients, the driver on the same machine."""
    printed = wrk(demo.public, SECONDS, "--timeout", "10s", "-s", os.path.join(HERE, "journey.lua"))
    for each in printed.splitlines():
        if re.fullmatch(r"\w+ [\d.]+ \S+", each):
            print(each, flush=True)
    total = int(re.search(r"^acknowledged_total (\d+)", printed, re.M).group(1))
    if total == 0:
        sys.exit("no report was acknowledged: nothing was measured")
    return total


def paced(demo):
    """Send, and nothing but Send, at 100 a second; the clock starts when each was due, not when it got its turn."""
    count = RATE * min(SECONDS, 10)
    visitor = Visitor(demo.public)
    with unrecorded():
        checks = [to_check(visitor, "At a steady pace " * 20) for _ in range(count)]
    times, wrong, lock = [], [], threading.Lock()
    # A thousand parsed pages wait in memory. A full collection walks all of them and stops every sender while it does:
    # 380 ms, several times in ten seconds, which were the driver's and stood in the service's p99. What is there now lives
    # until the end anyway, and what a run adds is little: nothing is collected while it lasts.
    gc.collect()
    gc.freeze()
    gc.disable()
    begins = time.monotonic() + 0.5

    def sender(first):
        with unrecorded():
            for number in range(first, count, 16):
                due = begins + number / RATE
                time.sleep(max(0, due - time.monotonic()))
                try:
                    status = "sent" if is_sent(page := checks[number].submit("go=send")) else page.status
                except OSError as error:
                    status = type(error).__name__
                took = time.monotonic() - due
                with lock:
                    times.append(took)
                    if status != "sent":
                        wrong.append(status)

    threads = [threading.Thread(target=sender, args=(first,)) for first in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    gc.enable()
    gc.unfreeze()
    line("send_at_100_per_second_p50", median(times) * 1000, "ms")
    line("send_at_100_per_second_p99", quantile(times, 0.99) * 1000, "ms")
    line("send_at_100_per_second_refused", len(wrong), "count")
    with unrecorded():
        opened = return_with(visitor, checks[-1].code).h1 == "Your messages"
    line("last_sent_opens_with_its_code", int(opened), "yes_is_1")
    return count - len(wrong)


def signed_in(demo, which=0):
    one = Officer(demo, demo.officer("officer", which))
    with unrecorded():
        if one.sign_in().dom.first("input", name="passphrase") is not None:
            sys.exit("cannot sign in at the desk")
    return one


def read_all(one):
    """Looks at the queue until every report has its card; how many reports the last look counts."""
    began, looks = time.monotonic(), 0
    while True:
        page, looks = one.get("/"), looks + 1
        if UNREAD not in page.main.text:
            break
        if looks > 20_000:
            sys.exit("the desk does not come to an end of what is new")
    line("desk_reading_all_new", time.monotonic() - began, "s")
    counted = re.search(r"\bfor (\d+) reports\b", page.main.text) or re.search(r"\bto \d+ of (\d+)\b", page.main.text)
    return int(counted.group(1)) if counted else 0


def queue_page(one, name):
    times = []
    for _ in range(50):
        began = time.monotonic()
        page = one.get("/")
        times.append(time.monotonic() - began)
    line(f"{name}_rows", len(list(page.dom.all(data_report=True))), "count")
    line(f"{name}_median", median(times) * 1000, "ms")
    line(f"{name}_p99", quantile(times, 0.99) * 1000, "ms")


def desk(demo, sent):
    """Whether everything that was acknowledged is on the desk, and opens there."""
    one = signed_in(demo)
    with unrecorded():
        counted = read_all(one)
        # More may be counted than the driver saw acknowledged: a load ends with answers still on their way, one at most
        # for each client, and those reports were stored all the same. Fewer would be a broken promise.
        line("desk_rows_counted", counted, "count")
        line("desk_rows_acknowledged", sent, "count")
        line("acknowledged_and_not_on_the_desk", max(0, sent - counted), "count")
        queue_page(one, "queue_page_after_load")
        threads = one.threads()
        line("desk_rows_listed", len(threads), "count")
    open_all([one, signed_in(demo, 1)], threads)


def full_store():
    """The first page of the queue with many reports stored."""
    demo = Demo()
    demo.arguments = ["--empty", "--more-open", str(STORED_OPEN), "--more-closed", str(STORED_CLOSED)]
    try:
        began = time.monotonic()
        demo.start(timeout=1800)
        line("stored_open", STORED_OPEN, "reports")
        line("stored_closed", STORED_CLOSED, "reports")
        line("filling_the_store", time.monotonic() - began, "s")
        demo.stop()
        demo.start()
        line("ready_with_store_full", demo.ready_after, "s")
        one = signed_in(demo)
        with unrecorded():
            line("stored_counted", read_all(one), "count")
            queue_page(one, "queue_page_store_full")
        memory(demo, "_store_full")
    finally:
        demo.remove()


def memory(demo, when=""):
    for (_, command), (peak, now) in demo.resident_memory().items():
        role = re.search(r"--role (intake|desk|ledger)\b", command)
        name = (role.group(1) if role else "supervisor") + when
        line(f"memory_{name}_peak", peak, "MiB")
        line(f"memory_{name}_now", now, "MiB")


def cold_start(demo):
    """From launch to the first page answered, of an installation that is there already."""
    times = []
    for _ in range(STARTS):
        found = []

        def knock(began=time.monotonic(), found=found):
            while time.monotonic() - began < 60:
                try:
                    with unrecorded():
                        if Visitor(f"http://127.0.0.1:{demo.public_port}", timeout=5).get("/").status == 200:
                            return found.append(time.monotonic() - began)
                except OSError:
                    time.sleep(0.002)

        knocking = threading.Thread(target=knock)
        knocking.start()
        demo.start()
        knocking.join()
        times += found
        demo.stop()
    if len(times) < STARTS:
        sys.exit("the first page was not answered within a minute of a start")
    line("cold_start_first_page", median(times) * 1000, "ms")
    line("cold_start_first_page_slowest", max(times) * 1000, "ms")


def main():
    machine()
    demo = Demo()
    demo.arguments = ["--empty"]
    try:
        demo.start()
        line("ready_after_first_start", demo.ready_after, "s")
        demo.stop()
        cold_start(demo)
        demo.start()
        line("ready_after_second_start", demo.ready_after, "s")
        fsync_rate(demo.place)
        raw_handler(demo)
        beside_nginx(demo)
        first_visit(demo)
        sent = acknowledged(demo)
        memory(demo)
        sent += paced(demo)
        desk(demo, sent)
        demo.stop()
        demo.start()
        line("ready_after_load", demo.ready_after, "s")
    finally:
        demo.remove()
    full_store()


if __name__ == "__main__":
    main()
