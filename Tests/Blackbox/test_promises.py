"""Every promise on a page has a test behind it, and every test that is named is there."""

import glob
import os
import re

from demo import ROOT

PROMISE = re.compile(r"\]\{([a-z0-9-]+)\}")
ROW = re.compile(r"^\| ([a-z0-9-]+) \| [^|]+ \| (.+) \|$", re.M)
TEST = re.compile(r"`([^`:]+)::([^`]+)`")


def read(path):
    with open(os.path.join(ROOT, path), encoding="utf-8") as file:
        return file.read()


def promises():
    """Each promise with the pages that make it, in any language."""
    found = {}
    for path in glob.glob(os.path.join(ROOT, "Sources/HeedContent/Pages/*/*.md")):
        for name in PROMISE.findall(read(path)):
            found.setdefault(name, []).append(os.path.relpath(path, ROOT))
    return found


def rows():
    return dict(ROW.findall(read("Docs/promises.md")))


def has_test(path, name):
    text = read(path)
    if path.endswith(".py"):
        return re.search(rf"^def {re.escape(name)}\(", text, re.M) is not None
    # The formatter may put a line break between the keyword and a long name.
    return re.search(rf"func\s+`{re.escape(name)}`", text) is not None or re.search(rf'@Test\(\s*"{re.escape(name)}"', text) is not None


def test_every_promise_has_a_test_and_every_row_a_promise():
    made, held = promises(), rows()
    assert len(made) >= 30
    assert sorted(set(made) - set(held)) == [], "promises without a test"
    assert sorted(set(held) - set(made)) == [], "rows that no page has"


def test_every_test_that_is_named_is_there():
    for name, cell in rows().items():
        tests = TEST.findall(cell)
        assert tests, f"{name} names no test"
        for path, test in tests:
            assert os.path.exists(os.path.join(ROOT, path)), f"{name}: {path} is not there"
            assert has_test(path, test), f"{name}: {path} has no test '{test}'"
    assert not has_test("Tests/Blackbox/test_promises.py", "test_that_nobody_wrote")
