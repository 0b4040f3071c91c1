"""What tests are given: the running program, people, browsers."""

import fcntl
import os
import shutil
import signal

import pytest
from playwright.sync_api import sync_playwright

import demo as demonstration
from canary import Canaries
from crawl import crawl
from officer import Officer
from visitor import Visitor

CHROMIUM = "/usr/bin/chromium"


def pytest_configure():
    """Whoever ends a run early ends the programs that it started too."""
    signal.signal(signal.SIGTERM, lambda *_: pytest.exit("asked to end"))


def pytest_collection_modifyitems(items):
    """Tests marked `last` run after all others, in the order they are written."""
    items.sort(key=lambda item: item.get_closest_marker("last") is not None)


@pytest.fixture(scope="session")
def template(tmp_path_factory):
    """A demonstration that was started once and stopped: what fresh ones are copied from. Making its officers and reports takes longer
    than all else, so workers side by side make it once between them."""
    together = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        together = together.parent
    made = together / "template.made"
    with open(together / "template.lock", "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        first = demonstration.Demo(place=str(together / "template"))
        if made.exists():
            first.database = made.read_text(encoding="utf-8") or None
        else:
            # What a start that failed has left.
            shutil.rmtree(first.data, ignore_errors=True)
            first.start()
            assert first.stop() == 0
            made.write_text(first.database or "", encoding="utf-8")
        own = first.copy()
        shutil.rmtree(first.memory)
    yield own
    own.remove()


@pytest.fixture(scope="session")
def demo(template):
    """The demonstration that most tests share. Whoever stops, starves or counts it takes `fresh_demo` instead."""
    shared = template.copy().start()
    yield shared
    shared.remove()


@pytest.fixture
def fresh_demo(template):
    """A demonstration for one test alone."""
    own = template.copy().start()
    yield own
    own.remove()


@pytest.fixture
def visitor(demo):
    return Visitor(demo.public)


@pytest.fixture(scope="session")
def site(demo):
    """Every public page that links lead to, by path."""
    return crawl(Visitor(demo.public))


@pytest.fixture
def canaries():
    return Canaries()


@pytest.fixture(scope="session")
def officer(demo):
    """`officer(role)`: an officer of that role, signed in once for the whole run, or again after a lock."""
    signed_in = {}

    def give(role="officer", which=0):
        if (role, which) not in signed_in or not signed_in[role, which].is_signed_in:
            one = Officer(demo, demo.officer(role, which))
            page = one.sign_in()
            assert page.status == 200 and page.dom.first("input", name="passphrase") is None, f"not signed in: {page!r}"
            signed_in[role, which] = one
        return signed_in[role, which]

    return give


@pytest.fixture(scope="session")
def browsers():
    """A browser for the whole run, and another where one has ended: its end is then the end of one test."""
    with sync_playwright() as playwright:
        started = []

        def give():
            if not started or not started[-1].is_connected():
                started.append(playwright.chromium.launch(
                    executable_path=CHROMIUM, args=["--no-sandbox"] if os.geteuid() == 0 else []))
            return started[-1]

        yield give
        for browser in started:
            if browser.is_connected():
                browser.close()


@pytest.fixture
def chromium(browsers):
    return browsers()


@pytest.fixture
def browser_page(chromium):
    """`browser_page(**options)`: a new page in a context of its own, scripts off unless said."""
    contexts = []

    def give(**options):
        context = chromium.new_context(**{"java_script_enabled": False, "viewport": {"width": 390, "height": 844}} | options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(60_000)
        return page

    yield give
    for context in contexts:
        if chromium.is_connected():
            context.close()
