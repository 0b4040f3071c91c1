"""Chromium with scripts off, at the width of a telephone."""

import os
from urllib.parse import urlsplit

from playwright.sync_api import Error as PlaywrightError

import journey
from evidence import SCREENS
from own_chromium import OwnChromium
from visitor import Visitor

SENT = "We have your report"


def press(page, words):
    page.get_by_role("button", name=words).first.click()


def heading(page, words):
    """Waits for the page with that heading: a key press, unlike a click, does not wait for where it leads."""
    page.locator("h1", has_text=words).wait_for()


def go_to_words(page, demo):
    page.goto(demo.public + "/report")
    press(page, journey.NOT_IN_DANGER)


def shot(page, name):
    os.makedirs(SCREENS, exist_ok=True)
    page.screenshot(path=os.path.join(SCREENS, name + ".png"), full_page=True)


def test_J01_R11_the_journey_works_in_a_browser_without_scripts(demo, browser_page):
    page = browser_page()
    go_to_words(page, demo)
    page.locator("[name=narrative]").fill("Someone tried the doors of the substation")
    press(page, "Skip to check and send")
    shot(page, "journey-check")
    code = page.locator("[data-code]").first.inner_text()
    press(page, "Send report")
    assert page.locator("h1").inner_text() == SENT
    shot(page, "journey-sent")
    assert journey.symbols(page.locator("[data-code]").first.inner_text()) == journey.symbols(code)
    page.goto(demo.public + "/return")
    page.locator("[name=code]").fill(code)
    page.keyboard.press("Enter")
    heading(page, "Your messages")
    shot(page, "journey-messages")


def test_R11_by_keyboard_alone(demo, browser_page):
    page = browser_page()
    page.goto(demo.public + "/report")
    tab_to(page, "button", journey.NOT_IN_DANGER)
    press_key(page, "Enter")
    tab_to(page, "textarea")
    page.keyboard.type("Typed without a mouse")
    tab_to(page, "button", "Skip to check and send")
    press_key(page, "Enter")
    tab_to(page, "button", "Send report")
    page.keyboard.press("Space")
    heading(page, SENT)


def press_key(page, key):
    """Presses a key that leads to another page, and waits until that page is there."""
    with page.expect_navigation():
        page.keyboard.press(key)


def tab_to(page, tag, words=""):
    """Tabs until that element has focus; fails where it cannot be reached or its focus cannot be seen."""
    for _ in range(60):
        page.keyboard.press("Tab")
        found = page.evaluate("(() => { const e = document.activeElement; const s = getComputedStyle(e);"
                              "return [e.localName, e.innerText || '', s.outlineStyle, s.boxShadow] })()")
        if found[0] == tag and words in found[1]:
            assert found[2] != "none" or found[3] != "none", f"focus on {words or tag} cannot be seen"
            return
    raise AssertionError(f"{tag} {words!r} is not reached by Tab")


def test_J04_R22_focus_meets_the_skip_link_then_leave_quickly(demo, browser_page):
    page = browser_page()
    for path in ("/", "/report", "/return", "/keep"):
        page.goto(demo.public + path)
        stops = []
        for _ in range(2):
            page.keyboard.press("Tab")
            stops.append(page.evaluate("[document.activeElement.innerText, document.activeElement.getAttribute('href')]"))
        assert stops[0][1].startswith("#"), f"{path}: {stops}"
        assert "Leave" in stops[1][0] and stops[1][1].endswith("/leave"), f"{path}: {stops}"


def test_R22_leaving_carries_no_referrer_and_clears_the_cache(demo, visitor):
    link = next(element for element in visitor.get("/report").dom.all("a", href=True) if "Leave quickly" in element.text)
    answer = visitor.request("GET", link.get("href"))
    assert answer.status == 303 and answer.header("clear-site-data") == '"cache"'
    assert urlsplit(answer.header("location")).netloc not in ("", urlsplit(demo.public).netloc)
    # `same-origin` sends none to another origin; the redirect itself may say no more than that.
    assert answer.header("referrer-policy") in ("same-origin", "no-referrer")
    explained = visitor.get("/leaving")
    assert "history" in explained.main.text.lower() and explained.status == 200


def test_R03_R04_R12_the_browser_asks_nobody_else_and_is_given_no_cookie_and_no_script_but_one(demo, browser_page):
    page, asked = browser_page(), []
    page.on("request", lambda request: asked.append(request.url))
    go_to_words(page, demo)
    page.locator("[name=narrative]").fill("x")
    press(page, "Skip to check and send")
    assert page.locator("script").count() == 1
    press(page, "Send report")
    for path in ("/", "/return", "/keep", "/leaving"):
        page.goto(demo.public + path)
        assert page.locator("script").count() == 1
    assert asked and {urlsplit(url).netloc for url in asked} == {urlsplit(demo.public).netloc}
    assert page.context.cookies() == []


def test_J10_R13_focus_lands_in_the_error_summary_and_its_link_reaches_the_box(demo, browser_page):
    page = browser_page()
    go_to_words(page, demo)
    press(page, "Continue")
    assert page.title().startswith("Error:")
    assert page.evaluate("document.activeElement.id || document.activeElement.closest('[id]').id") == "note"
    page.locator("#note a").first.click()
    assert page.evaluate("location.hash") == "#" + page.locator("[name=narrative]").get_attribute("id")
    shot(page, "error-words")


def back_then_resend(page, wanted):
    """Goes back in the browser. Chromium asks first, as the page was the answer to a form and is not stored: its question is
    answered by reloading. Either is asked for again where the driver loses it, with a page still on its way."""
    for _ in range(5):
        was_asked = page.url.startswith("chrome-error://")
        try:
            page.reload() if was_asked else page.go_back()
        except PlaywrightError:
            pass
        for _ in range(15):
            if wanted.count() == 1:
                return
            if not was_asked and page.url.startswith("chrome-error://"):
                break
            page.wait_for_timeout(200)


def test_J12_the_browsers_own_back_then_resend_delivers_what_was_typed(demo, browser_page):
    page = browser_page()
    go_to_words(page, demo)
    page.locator("[name=narrative]").fill("typed, then the browser's Back")
    press(page, "Continue")
    box = page.locator("[name=narrative]")
    back_then_resend(page, box)
    assert box.count() == 1, "the browser's Back and a resend lead nowhere"
    page.locator("[name=narrative]").fill("typed, then the browser's Back")
    press(page, "Skip to check and send")
    assert "typed, then the browser's Back" in page.locator("main").inner_text()


def test_J13_enter_in_a_text_field_moves_forward(demo, browser_page):
    page = browser_page()
    go_to_words(page, demo)
    page.locator("[name=narrative]").fill("x")
    press(page, "Continue")
    for _ in range(6):
        field = page.locator("main input:not([type=hidden]):not([type=checkbox]):not([type=radio]):visible")
        before = page.locator("h1").inner_text()
        if field.count():
            field.first.fill("some words")
            with page.expect_navigation():
                field.first.press("Enter")
            assert page.locator("h1").inner_text() != before
            press(page, "Back")
            assert page.locator("h1").inner_text() == before, "Enter did not go one page forward"
            return
        press(page, "Continue")
    raise AssertionError("no page with a text field of one line")


def test_J16_R14_reloading_the_receipt_repeats_it(demo, browser_page):
    page = browser_page()
    go_to_words(page, demo)
    page.locator("[name=narrative]").fill("reloaded")
    press(page, "Skip to check and send")
    press(page, "Send report")
    first = page.locator("main").inner_text()
    page.reload()
    assert page.locator("main").inner_text() == first


def test_J17_R15_a_server_killed_at_send_and_restarted_delivers_on_reload(fresh_demo, browser_page):
    page = browser_page()
    go_to_words(page, fresh_demo)
    page.locator("[name=narrative]").fill("sent to a dead server")
    press(page, "Skip to check and send")
    code = page.locator("[data-code]").first.inner_text()
    fresh_demo.kill()
    try:
        press(page, "Send report")
    except Exception as error:
        assert "ERR_CONNECTION" in str(error) or "Timeout" in str(error)
    fresh_demo.start()
    page.reload()
    assert page.locator("h1").inner_text() == SENT
    assert journey.symbols(page.locator("[data-code]").first.inner_text()) == journey.symbols(code)


def test_J23_the_printed_receipt_holds_the_code_and_no_words_of_the_report(demo, browser_page):
    page = browser_page()
    go_to_words(page, demo)
    page.locator("[name=narrative]").fill("zqnarrativeinprint")
    press(page, "Skip to check and send")
    press(page, "Send report")
    page.emulate_media(media="print")
    printed = page.locator("body").inner_text()
    assert "zqnarrativeinprint" not in printed
    assert page.locator("[data-code]").first.is_visible() and "999" in printed
    assert page.get_by_role("button", name="Finish").first.is_hidden()
    shot(page, "print-sent")


def report_and_return(page, demo, canaries):
    """The whole journey with a word of its own and, behind it, the code."""
    go_to_words(page, demo)
    page.locator("[name=narrative]").fill(canaries.new("narrative"))
    press(page, "Skip to check and send")
    code = page.locator("[data-code]").first.inner_text()
    canaries.watch("code", journey.symbols(code))
    canaries.watch("code as shown", code)
    press(page, "Send report")
    heading(page, SENT)
    page.goto(demo.public + "/return")
    page.locator("[name=code]").fill(code)
    page.get_by_role("button").first.focus()
    press(page, "Show my messages")
    heading(page, "Your messages")


def test_J24_R06_a_private_window_leaves_nothing_of_what_was_typed(demo, chromium, canaries):
    with OwnChromium(chromium) as own:
        page = own.browser.new_context().new_page()
        report_and_return(page, demo, canaries)
        # With the window still open, then closed, then the browser gone.
        assert canaries.sweep_folders(own.home) == []
        page.context.close()
        own.end()
        assert canaries.sweep_folders(own.home) == []


def test_J24_R06_an_ordinary_window_keeps_nothing_but_its_list_of_open_tabs(demo, chromium, canaries):
    """To open a tab again Chromium keeps what its form sent, whatever the page asks for (`Docs/decisions/0009-what-a-browser-keeps.md`).
    A site cannot prevent it, so it must say it: on the page about leaving, and before anything is typed."""
    with OwnChromium(chromium) as own:
        report_and_return(own.browser.contexts[0].new_page(), demo, canaries)
        own.end()
        kept = canaries.sweep_folders(own.home)
    assert [found for found in kept if "/Default/Sessions/" not in found[0]] == []
    visitor = Visitor(demo.public)
    start, leaving = visitor.get("/report"), visitor.get("/leaving")
    assert "your browser may keep what you type" in start.main.text.lower()
    assert "private window" in next(text for text, href in start.links if href.endswith("/leaving")).lower()
    assert "private window" in leaving.main.text.lower() and "open again" in leaving.main.text.lower()
