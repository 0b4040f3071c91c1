"""Measures Heed from outside, on this machine's loopback, and prints one `name value unit` line for each figure.

The program runs as a demonstration of its own in a temporary directory and is ended afterwards. Every part is bounded in
count and time: HEED_BENCH_SECONDS (10) is how long each load lasts.
"""

import os
import platform
import re
import subprocess
import sys
import tempfile
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "Tests", "Blackbox"))

from demo import Demo  # noqa: E402
from evidence import unrecorded  # noqa: E402
from journey import is_sent, return_with, to_check  # noqa: E402
from officer import Officer  # noqa: E402
from statistics_of_time import median, quantile  # noqa: E402
from visitor import Visitor  # noqa: E402

SECONDS = int(os.environ.get("HEED_BENCH_SECONDS", "10"))
CLIENTS = 32
RATE = 100


def line(name, value, unit):
    print(f"{name} {value:.2f} {unit}" if isinstance(value, float) else f"{name} {value} {unit}", flush=True)


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


def wrk(url, seconds, *arguments):
    done = subprocess.run(["wrk", "-t2", f"-c{CLIENTS}", f"-d{seconds}s", *arguments, url],
                          capture_output=True, text=True, timeout=seconds + 60)
    if done.returncode:
        sys.exit(f"wrk: {done.stdout}{done.stderr}")
    return done.stdout


def raw_handler(demo):
    """The least this server can do for a request, beside which the rest is read."""
    rate = re.search(r"Requests/sec:\s+([\d.]+)", wrk(demo.public + "/healthz", min(SECONDS, 5)))
    line("raw_handler", float(rate.group(1)), "requests/s")


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
    line("send_at_100_per_second_p50", median(times) * 1000, "ms")
    line("send_at_100_per_second_p99", quantile(times, 0.99) * 1000, "ms")
    line("send_at_100_per_second_refused", len(wrong), "count")
    with unrecorded():
        opened = return_with(visitor, checks[-1].code).h1 == "Your messages"
    line("last_sent_opens_with_its_code", int(opened), "yes_is_1")
    return count - len(wrong)


def desk(demo, sent):
    """The queue's first page, and whether everything that was acknowledged is on the desk."""
    one = Officer(demo, demo.officer("officer"))
    with unrecorded():
        one.sign_in()
        began = time.monotonic()
        rows = len(one.queue_rows())
        line("desk_counting_all_rows", time.monotonic() - began, "s")
        times = []
        for _ in range(50):
            began = time.monotonic()
            page = one.get("/")
            times.append(time.monotonic() - began)
    line("desk_rows_on_first_page", len(list(page.dom.all(data_report=True))), "count")
    line("desk_rows_in_all", rows, "count")
    line("desk_rows_expected_at_least", sent, "count")
    line("queue_page_median", median(times) * 1000, "ms")
    line("queue_page_p99", quantile(times, 0.99) * 1000, "ms")


def memory(demo):
    for (_, command), (peak, now) in demo.resident_memory().items():
        role = re.search(r"\b(intake|desk|ledger)\b", command.replace("--desk", ""))
        name = role.group(1) if role else "heed"
        line(f"memory_{name}_peak", peak, "MiB")
        line(f"memory_{name}_now", now, "MiB")


def main():
    machine()
    demo = Demo()
    try:
        demo.start()
        line("ready_after_first_start", demo.ready_after, "s")
        demo.stop()
        demo.start()
        line("ready_after_second_start", demo.ready_after, "s")
        fsync_rate(demo.place)
        raw_handler(demo)
        sent = acknowledged(demo)
        memory(demo)
        sent += paced(demo)
        desk(demo, sent)
        demo.stop()
        demo.start()
        line("ready_after_load", demo.ready_after, "s")
    finally:
        demo.remove()


if __name__ == "__main__":
    main()
