"""Leaving quickly by key: Shift three times, where scripts run."""

import http.server
import threading

import pytest
from playwright.sync_api import Error as PlaywrightError

from journey import NOT_IN_DANGER

TYPED = "typed before somebody came in"


class Away(http.server.BaseHTTPRequestHandler):
    """A stand-in for the page that says nothing of the visit; remembers what browsers told it."""

    def do_GET(self):
        if self.path == "/away":
            self.server.referrers.append(self.headers.get("Referer"))
        body = b"<!DOCTYPE html><html lang=en><title>Weather</title><h1>Fair weather</h1>"
        self.send_response(200 if self.path == "/away" else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def away():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Away)
    server.referrers = []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()


@pytest.fixture(scope="module")
def site(template, away):
    own = template.copy()
    own.environment["HEED_FORCE_EXIT"] = f"http://127.0.0.1:{away.server_address[1]}/away"
    yield own.start()
    own.remove()


def write(page, site):
    page.goto(site.public + "/report")
    page.get_by_role("button", name=NOT_IN_DANGER).first.click()
    page.locator("[name=narrative]").fill(TYPED)
    page.locator("[name=narrative]").focus()


def shift(page, times, pause=50):
    for _ in range(times):
        page.keyboard.press("Shift")
        page.wait_for_timeout(pause)


def is_here(page):
    page.wait_for_timeout(400)
    return page.url.split("#")[0].endswith("/report") and page.locator("[name=narrative]").is_visible()


def test_R22_three_shifts_leave_without_a_word_about_where_from(site, away, browser_page):
    page = browser_page(java_script_enabled=True)
    write(page, site)
    length = page.evaluate("history.length")
    shift(page, 3, 0)
    page.wait_for_url("**/away")
    assert page.locator("h1").inner_text() == "Fair weather"
    assert away.referrers[-1] is None and page.evaluate("document.referrer") == ""
    # It took the form's place in the history.
    assert page.evaluate("history.length") == length
    assert page.context.cookies() == []


def test_R22_back_after_leaving_does_not_show_what_was_typed(site, browser_page):
    page = browser_page(java_script_enabled=True)
    write(page, site)
    shift(page, 3, 0)
    page.wait_for_url("**/away")
    try:
        page.go_back()
    except PlaywrightError:
        pass
    page.wait_for_timeout(400)
    shown = page.content()
    print("after Back:", page.url, page.title())
    assert TYPED not in shown
    assert page.locator("[name=narrative]").count() == 0


def test_R22_two_shifts_slow_ones_capitals_and_shortcuts_do_not_leave(site, browser_page):
    page = browser_page(java_script_enabled=True)
    write(page, site)
    shift(page, 2)
    assert is_here(page)
    page.keyboard.type(" ")
    page.keyboard.type("A VAN with NO PLATES Came TWICE")
    for letter in "ABCDEF":
        page.keyboard.down("Shift")
        page.keyboard.press(letter)
        page.keyboard.up("Shift")
    for _ in range(4):
        page.keyboard.press("Shift+Tab")
    for _ in range(4):
        page.keyboard.press("Control+Shift")
    assert is_here(page)
    page.locator("[name=narrative]").focus()
    shift(page, 5, 2600)
    assert is_here(page)
    assert TYPED in page.locator("[name=narrative]").input_value()


def test_R12_R22_with_scripts_off_shift_does_nothing_and_the_link_leaves(site, away, browser_page):
    page = browser_page()
    write(page, site)
    shift(page, 4)
    assert is_here(page)
    page.locator("a.leave").click()
    page.wait_for_url("**/away")
    assert away.referrers[-1] is None
