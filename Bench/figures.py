"""What every measurement shares: how long, how many, and how a figure is printed."""

import os
import re
import subprocess
import sys

SECONDS = int(os.environ.get("HEED_BENCH_SECONDS", "10"))
CLIENTS = 32


def line(name, value, unit):
    print(f"{name} {value:.2f} {unit}" if isinstance(value, float) else f"{name} {value} {unit}", flush=True)


def wrk(url, seconds, *arguments):
    done = subprocess.run(["wrk", "-t2", f"-c{CLIENTS}", f"-d{seconds}s", *arguments, url],
                          capture_output=True, text=True, timeout=seconds + 60)
    if done.returncode:
        sys.exit(f"wrk: {done.stdout}{done.stderr}")
    return done.stdout


def rate(url, seconds, *headers):
    """Requests a second to one address, each answered as it should be."""
    printed = wrk(url, seconds, *(word for header in headers for word in ("-H", header)))
    if "Non-2xx" in printed or "Socket errors" in printed:
        sys.exit(f"wrk: {printed}")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", printed).group(1))
