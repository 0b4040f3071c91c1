"""What the tests of a stage came to, read from what it left in the folder of results: shared by `tally` and `once-more`."""

import glob
import os
import re
import xml.etree.ElementTree as xml
from dataclasses import dataclass

# More tests than this that failed and then passed are no chance: the run fails.
UNSTEADY_LIMIT = 5


@dataclass
class Outcome:
    """One test. `state` is passed, failed or skipped; `reason` is one line, `said` all that it said when it failed, `figures` what
    it measured, in words."""

    group: str
    name: str
    state: str
    reason: str = ""
    said: str = ""
    figures: tuple = ()

    @property
    def label(self):
        return f"{self.group}.{self.name}"


def one_line(text):
    return next((" ".join(line.split()) for line in (text or "").splitlines() if line.strip()), "")[:200]


def outcome(case):
    bad = next((found for found in (case.find("failure"), case.find("error")) if found is not None), None)
    left_out = case.find("skipped")
    found = Outcome(case.get("classname", ""), case.get("name", ""), "passed")
    found.figures = tuple(each.get("value") for each in case.iter("property") if each.get("name") == "figure")
    if bad is not None:
        found.said = f"{bad.get('message') or ''}\n{bad.text or ''}"
        found.state, found.reason = "failed", one_line(found.said)
    elif left_out is not None:
        found.state, found.reason = "skipped", one_line(left_out.get("message") or left_out.text)
    return found


def read(results, name):
    """The outcomes that stage `name` left; None where it left none, so it crashed. The XCTest half of `swift test` may write an
    empty file of its own beside the one with the results; whoever is killed while writing leaves half a file."""
    found = []
    for path in glob.glob(f"{glob.escape(results)}/{name}.xml") + glob.glob(f"{glob.escape(results)}/{name}-swift-testing.xml"):
        try:
            found += [outcome(case) for case in xml.parse(path).getroot().iter("testcase")]
        except xml.ParseError:
            return None
    return found or None


def cancelled(log):
    """Name and reason of each test of Swift's that was cancelled: its results say that it passed, its log says otherwise."""
    return re.findall(r'^. Test (.+) was cancelled after [^:]*: ?"?(.*?)"?$', log, re.M)


def log_of(logs, name):
    try:
        with open(os.path.join(logs, name + ".log"), encoding="utf-8", errors="replace") as file:
            return file.read()
    except FileNotFoundError:
        return ""
