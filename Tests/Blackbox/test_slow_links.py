"""R20: slow senders and big uploads do not hold up somebody who has something to tell. Loopback, bounded in count and time."""

import socket
import threading
import time
from urllib.parse import urlsplit

from evidence import unrecorded
from journey import report
from visitor import Visitor

SLOW, UPLOADS, BYTES_A_SECOND, LONGEST = 60, 20, 128 << 10, 40
REPORTS = 20
FORM = b"POST /report HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\nnarrative="
# Beyond what is read of a form, and just below it.
SIZES = (50 << 20, 4_000_000)


class SlowSenders:
    """Half of `SLOW` never end their header, half their body; beside them big uploads at the pace of a slow link."""

    def __init__(self, base):
        parts = urlsplit(base)
        self.address, self.stopping, self.sent = (parts.hostname, parts.port), threading.Event(), 0
        self.until = time.monotonic() + LONGEST
        self.drips = [self._open(b"GET /report HTTP/1.1\r\nHost: x\r\nX-Slow: " if n % 2 else
                                 FORM % 100_000) for n in range(SLOW)]
        self.uploads = [self._open(FORM % SIZES[n % 2]) for n in range(UPLOADS)]
        self.thread = threading.Thread(target=self._send, daemon=True)
        self.thread.start()

    def _open(self, head):
        wire = socket.create_connection(self.address, timeout=5)
        wire.sendall(head)
        wire.setblocking(False)
        return wire

    def _send(self):
        """Ten times a second; what the other side does not take now it is offered again."""
        share, turn = b"a" * (BYTES_A_SECOND // 10), 0
        while not self.stopping.wait(0.1) and time.monotonic() < self.until:
            turn += 1
            for number, wire in enumerate(self.uploads):
                self._offer(self.uploads, number, wire, share)
            for number, wire in enumerate(self.drips) if turn % 10 == 0 else ():
                self._offer(self.drips, number, wire, b"a")

    def _offer(self, wires, number, wire, data):
        try:
            self.sent += wire.send(data)
        except BlockingIOError:
            pass
        except OSError:
            # Refused or timed out, as it should be: whoever attacks comes again.
            wire.close()
            try:
                wires[number] = self._open(FORM % SIZES[number % 2])
            except OSError:
                pass

    def stop(self):
        self.stopping.set()
        self.thread.join(10)
        for wire in self.drips + self.uploads:
            wire.close()


def test_R20_slow_connections_and_big_uploads_delay_no_report(demo, capsys):
    times = []
    slow = SlowSenders(demo.public)
    try:
        with unrecorded():
            for _ in range(REPORTS):
                began = time.monotonic()
                report(Visitor(demo.public, timeout=30), "while others dawdle")
                times.append(time.monotonic() - began)
                time.sleep(0.25)
    finally:
        slow.stop()
    times.sort()
    with capsys.disabled():
        print(f"\nR20_report_median {times[len(times) // 2]:.3f} s\nR20_report_slowest {times[-1]:.3f} s\nR20_sent {slow.sent >> 20} MiB")
    assert slow.sent > 4 << 20, "the uploads did not run"
    assert times[int(len(times) * 0.95) - 1] < 5
    assert Visitor(demo.public, timeout=5).get("/report").status == 200
