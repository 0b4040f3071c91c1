"""A Chromium of a test's own, in a home of its own, so that everything it leaves behind can be searched."""

import os
import shutil
import subprocess
import tempfile
import time

CHROMIUM = "/usr/bin/chromium"


class OwnChromium:
    """`browser.contexts[0]` is the ordinary window; `browser.new_context()` is what a private window is."""

    def __init__(self, chromium):
        self.home = tempfile.mkdtemp(prefix="heed-browser-")
        self.type = chromium.browser_type

    def __enter__(self):
        profile = os.path.join(self.home, "profile")
        self.process = subprocess.Popen(
            [CHROMIUM, "--headless=new", f"--user-data-dir={profile}", "--remote-debugging-port=0", "--no-first-run",
             "--disable-gpu", *(["--no-sandbox"] if os.geteuid() == 0 else []), "about:blank"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env={**os.environ, "HOME": self.home, "TMPDIR": self.home, "XDG_CONFIG_HOME": self.home, "XDG_CACHE_HOME": self.home})
        try:
            self.browser = self.type.connect_over_cdp(f"http://127.0.0.1:{self._port(profile)}")
        except BaseException:
            self.__exit__()
            raise
        return self

    def _port(self, profile, timeout=60):
        told, ends = os.path.join(profile, "DevToolsActivePort"), time.monotonic() + timeout
        while time.monotonic() < ends and self.process.poll() is None:
            if os.path.exists(told):
                with open(told, encoding="utf-8") as file:
                    if line := file.readline().strip():
                        return int(line)
            time.sleep(0.05)
        raise AssertionError("Chromium did not start")

    def end(self):
        """As someone who closes the browser: it writes what it keeps."""
        try:
            self.browser.new_browser_cdp_session().send("Browser.close")
        except Exception as error:
            assert "closed" in str(error), error
        self.process.wait(30)

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        shutil.rmtree(self.home, ignore_errors=True)
