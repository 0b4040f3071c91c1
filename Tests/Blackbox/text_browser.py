"""lynx, driven by key presses on a terminal of its own: the journey of someone without styles, images or scripts."""

import fcntl
import os
import pty
import select
import shutil
import signal
import struct
import subprocess
import tempfile
import termios
import time

LYNX = shutil.which("lynx")
ENTER, TAB = "^J", "<tab>"


def stops(page):
    """What lynx stops at with the tab key, in order: links, visible fields, buttons. It knows nothing of styles."""
    for element in page.dom.walk():
        if element.tag == "a" and element.has("href") and (element.text or element.first("img")):
            yield element
        elif element.tag in ("textarea", "select", "button"):
            yield element
        elif element.tag == "input" and element.get("type") != "hidden":
            yield element


class Script:
    """Key presses. Each page must be the one that a plain client was given at the same step: that is how stops are counted."""

    def __init__(self):
        self.keys = []
        self.at = None

    def on(self, page):
        self.page, self.at = page, 0
        return self

    def to(self, element):
        position = list(stops(self.page)).index(element)
        assert position >= self.at, f"{element} comes before what was used last"
        self.keys += [TAB] * (position - self.at)
        self.at = position
        return self

    def type(self, text):
        self.keys += list(text)
        return self

    def press(self):
        self.keys.append(ENTER)
        return self

    def save(self, path):
        """Has lynx write the page it shows to a file."""
        self.keys += ["P", ENTER, "^U", *path, ENTER]
        return self

    def text(self):
        return "".join(f"key {key}\n" for key in self.keys + ["Q"])


def read_page(url, options=()):
    """The page as lynx lays it out, without a journey."""
    done = subprocess.run([LYNX, "-dump", "-nolist", "-width=80", "-display_charset=utf-8", *options, url],
                          capture_output=True, timeout=60)
    return done.stdout.decode("utf-8", "replace")


def run(url, script, timeout=60):
    """Plays the script from `url`; the bytes that lynx drew."""
    home = tempfile.mkdtemp(prefix="heed-lynx-")
    keys = os.path.join(home, "keys")
    with open(keys, "w", encoding="utf-8") as file:
        file.write(script.text())
    main, side = pty.openpty()
    # A tall screen: every page fits, so nothing depends on scrolling.
    fcntl.ioctl(side, termios.TIOCSWINSZ, struct.pack("HHHH", 500, 100, 0, 0))
    process = subprocess.Popen(
        [LYNX, "-nocolor", "-display_charset=utf-8", f"-cmd_script={keys}", url],
        stdin=side, stdout=side, stderr=side, start_new_session=True, close_fds=True,
        env={"HOME": home, "TERM": "vt100", "LANG": "C.UTF-8", "LINES": "500", "COLUMNS": "100", "PATH": os.environ["PATH"]})
    os.close(side)
    drawn, ends = b"", time.monotonic() + timeout
    try:
        while time.monotonic() < ends:
            ready, _, _ = select.select([main], [], [], 0.2)
            if ready:
                try:
                    chunk = os.read(main, 65536)
                except OSError:
                    break
                if not chunk:
                    break
                drawn += chunk
            elif process.poll() is not None:
                break
        else:
            raise AssertionError(f"lynx did not finish within {timeout} s; it drew {drawn[-1500:]!r}")
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
        process.wait()
        os.close(main)
        shutil.rmtree(home, ignore_errors=True)
    return drawn
