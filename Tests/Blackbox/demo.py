"""The real program, started on this machine's loopback with a data directory of its own, and ended by its own id."""

import json
import os
import random
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
# A throw-away PostgreSQL for every demonstration's store, each in a database of its own; else SQLite in its folder.
POSTGRES = os.environ.get("HEED_BLACKBOX_POSTGRES")
BINARY = os.environ.get("HEED_BINARY") or os.path.join(ROOT, ".build", "debug", "heed")


def administer(statement):
    """Runs one statement as the owner of the throw-away server."""
    done = subprocess.run(["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-c", statement, POSTGRES],
                          capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr


def free_port():
    """A port that nobody listens at, below those that the system gives to whoever connects: none of those takes it meanwhile."""
    for _ in range(1000):
        port = random.SystemRandom().randrange(10_000, 32_000)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
                return port
            except OSError:
                pass
    raise AssertionError("no free port")


class Demo:
    """`heed demo`. Its output goes to files beside the data, so that they can be searched afterwards."""

    def __init__(self, place=None, binary=BINARY, environment=None):
        self.place = place or tempfile.mkdtemp(prefix="heed-blackbox-")
        self.data = os.path.join(self.place, "data")
        self.temporary = os.path.join(self.place, "tmp")
        self.out = os.path.join(self.place, "out.log")
        self.err = os.path.join(self.place, "err.log")
        self.binary, self.environment = binary, environment or {}
        # In memory; the program makes the folder itself.
        self.memory = tempfile.mkdtemp(prefix="heed-blackbox-", dir="/dev/shm")
        self.run_directory = os.path.join(self.memory, "run")
        self.public_port, self.desk_port = free_port(), free_port()
        self.public = self.desk = None
        self.process = None
        self.ready_after = None
        self.arguments = []
        self.database = None
        if POSTGRES:
            self.database = "heed_" + os.path.basename(self.memory).removeprefix("heed-blackbox-").lower()
            self.arguments = ["--postgres", f"{POSTGRES} dbname={self.database}"]
        os.makedirs(self.temporary, exist_ok=True)

    def _environment(self):
        return {**os.environ, "HEED_SCRYPT_LOG_N": "10", "TMPDIR": self.temporary, "HEED_RUN_DIRECTORY": self.run_directory,
                **self.environment}

    @property
    def clock_offset(self):
        """Seconds by which its clock is ahead."""
        return int(self.environment.get("HEED_CLOCK_OFFSET", "0"))

    def start(self, timeout=300):
        """Waits for the `ready` line: the first that the program prints."""
        if POSTGRES and not os.path.isdir(self.data):
            administer(f"CREATE DATABASE {self.database}")
        began = time.monotonic()
        mark = os.path.getsize(self.out) if os.path.exists(self.out) else 0
        with open(self.out, "ab") as out, open(self.err, "ab") as err:
            self.process = subprocess.Popen(
                [self.binary, "demo", "--data", self.data, "--public", f"127.0.0.1:{self.public_port}",
                 "--desk", f"127.0.0.1:{self.desk_port}", *self.arguments],
                stdin=subprocess.DEVNULL, stdout=out, stderr=err, start_new_session=True,
                env=self._environment())
        while time.monotonic() - began < timeout:
            with open(self.out, "rb") as out:
                out.seek(mark)
                printed = out.read().decode("utf-8", "replace")
            if "\n" in printed:
                first = printed.split("\n")[0]
                match = re.fullmatch(r"ready public=(\S+) desk=(\S+)", first.strip())
                assert match, f"the first line printed is not the ready line but {first!r}"
                self.public, self.desk = (url.rstrip("/") for url in match.groups())
                self.ready_after = time.monotonic() - began
                return self
            if self.process.poll() is not None:
                break
            time.sleep(0.02)
        status = self.process.poll()
        self.kill()
        with open(self.err, "rb") as err:
            said = err.read().decode("utf-8", "replace")[-2000:]
        raise AssertionError(f"no ready line within {timeout} s (status {status}). It said: {said}")

    def processes(self):
        """Ids of every process of this demonstration that is alive."""
        if self.process is None:
            return []
        found = []
        for entry in os.listdir("/proc"):
            if entry.isdigit():
                try:
                    with open(f"/proc/{entry}/stat") as file:
                        fields = file.read().rsplit(")", 1)[1].split()
                    if int(fields[3]) == self.process.pid and fields[0] != "Z":
                        found.append(int(entry))
                except (FileNotFoundError, ProcessLookupError):
                    pass
        return found

    def signal(self, number):
        """To every process of this demonstration; they share a session that it leads."""
        for process in self.processes():
            try:
                os.kill(process, number)
            except ProcessLookupError:
                pass

    def stop(self, timeout=15):
        """Asks it to end; returns its exit status."""
        if self.process is None:
            return None
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(timeout)
            except subprocess.TimeoutExpired:
                pass
        status = self.process.poll()
        self.kill()
        return status

    def kill(self):
        """Ends it at once, as a crash would, and waits until it is gone."""
        if self.process is None:
            return
        self.signal(signal.SIGKILL)
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        deadline = time.monotonic() + 10
        while self.processes() and time.monotonic() < deadline:
            time.sleep(0.01)
        self.process = None

    def officers(self):
        with open(os.path.join(self.data, "demo-officers.json"), encoding="utf-8") as file:
            return json.load(file)

    def officer(self, role, which=0):
        return [one for one in self.officers() if one["role"] == role][which]

    def resident_memory(self):
        """Process id and command line: highest and present resident size in MiB."""
        sizes = {}
        for process in self.processes():
            with open(f"/proc/{process}/status") as file:
                status = file.read()
            with open(f"/proc/{process}/cmdline", "rb") as file:
                command = file.read().replace(b"\0", b" ").decode("utf-8", "replace").strip()
            peak, now = (int(re.search(rf"^{field}:\s+(\d+) kB", status, re.M).group(1)) / 1024
                         for field in ("VmHWM", "VmRSS"))
            sizes[process, command] = (peak, now)
        return sizes

    def run(self, *arguments, timeout=600, stdin=None):
        """Runs another command of the program."""
        return subprocess.run(
            [self.binary, *arguments], input=stdin, capture_output=True, text=True, timeout=timeout,
            env=self._environment())

    def copy(self):
        """A new demonstration with the same data; this one must not be running."""
        assert self.process is None
        other = Demo(binary=self.binary, environment=self.environment)
        if os.path.isdir(self.data):
            shutil.copytree(self.data, other.data)
            if POSTGRES:
                administer(f"CREATE DATABASE {other.database} TEMPLATE {self.database}")
                other.separate_roles()
        return other

    def separate_roles(self):
        """From its next start each process connects as its own role, as in a real installation."""
        path = os.path.join(self.data, "heed.json")
        with open(path, encoding="utf-8") as file:
            settings = json.load(file)
        settings["database"] = {role: f"{POSTGRES} dbname={self.database} user=heed_{role}"
                                for role in ("intake", "desk", "ledger")}
        with open(path, "w", encoding="utf-8") as file:
            json.dump(settings, file)

    def connection(self, role):
        """What a process of the demonstration connects to PostgreSQL with."""
        with open(os.path.join(self.data, "heed.json"), encoding="utf-8") as file:
            return json.load(file)["database"][role]

    def remove(self):
        self.kill()
        if POSTGRES:
            administer(f"DROP DATABASE IF EXISTS {self.database} WITH (FORCE)")
        shutil.rmtree(self.place, ignore_errors=True)
        shutil.rmtree(self.memory, ignore_errors=True)
