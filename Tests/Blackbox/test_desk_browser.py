"""The desk in Chromium, scripts off unless said: by what stands on its pages, as officers use it."""

import os
import re
import subprocess
from urllib.parse import urlsplit

import pytest

from canary import word
from desk_case import DECISION, PROPOSAL, RESEARCH, TRIAGE, Case, new_thread
from evidence import SCREENS
from officer import Officer
from test_browser import heading, press, press_key, shot, tab_to


@pytest.fixture(scope="module")
def desk(template):
    """A demonstration of this file's own, so that its officers' sessions are nobody else's."""
    own = template.copy().start()
    yield own
    own.remove()


def type_credentials(page, person, demo):
    one = Officer(demo, person)
    for name, value in one.credentials().items():
        page.locator(f"[name={name}]").fill(value)


def sign_in(page, person, demo):
    page.goto(demo.desk + "/sign-in")
    page.locator("[name=username]").fill(person["username"])
    type_credentials(page, person, demo)
    press(page, "Sign in")
    assert page.locator("[name=passphrase]").count() == 0


def fill(page, typed):
    for name, value in typed.items():
        field = page.locator(f"#work [name={name}]")
        if field.first.get_attribute("type") in ("radio", "checkbox"):
            page.locator(f"#work [name={name}][value='{value}']").check()
        else:
            field.first.fill(value)


def follow(page, step):
    page.locator(f"#next a[href$='/{step}']").first.click()


def submit(page):
    page.locator("#work button.main").click()


def rows(page):
    return [row.get_attribute("data-report") for row in page.locator("[data-report]").all()]


def threads_at(page, demo):
    """What is on the first page of the queue now; signs out again."""
    sign_in(page, demo.officer("officer"), demo)
    there = rows(page)
    press(page, "Sign out")
    return there


def on_paper(page, **size):
    """The text of every sheet that the browser would print."""
    page.emulate_media(media="print")
    pdf = page.pdf(**({"width": "8in", "height": "11in"} | size))
    page.emulate_media(media="screen")
    text = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    return [" ".join(sheet.split()) for sheet in text.split("\f") if sheet.strip()]


def test_the_main_job_in_a_browser_without_scripts(desk, browser_page):
    reporter, marker, before = browser_page(), word(), set(threads_at(browser_page(), desk))
    reporter.goto(desk.public + "/report")
    press(reporter, "No, carry on")
    reporter.locator("[name=narrative]").fill(f"Two people tried the doors. {marker}")
    press(reporter, "Skip to check and send")
    press(reporter, "Send report")
    heading(reporter, "We have your report")
    wide = {"viewport": {"width": 1280, "height": 900}}
    analyst, supervisor = browser_page(**wide), browser_page(**wide)
    sign_in(analyst, desk.officer("officer"), desk)
    shot(analyst, "desk-queue")
    thread, = set(rows(analyst)) - before
    analyst.goto(f"{desk.desk}/report/{thread}")
    assert marker not in analyst.content()
    press(analyst, "Open")
    assert marker in analyst.locator("main").inner_text()
    follow(analyst, "triage"), fill(analyst, TRIAGE), submit(analyst)
    follow(analyst, "research"), fill(analyst, RESEARCH), submit(analyst)
    shot(analyst, "desk-report")
    follow(analyst, "propose"), fill(analyst, PROPOSAL)
    analyst.locator("#work [name=research]").first.check()
    submit(analyst)
    type_credentials(analyst, desk.officer("officer"), desk)
    shot(analyst, "desk-sign")
    analyst.locator("#next button.main").click()
    sign_in(supervisor, desk.officer("supervisor"), desk)
    supervisor.goto(desk.desk + "/to-sign")
    supervisor.locator(f"[data-report='{thread}'] a").first.click()
    follow(supervisor, "authorise")
    assert PROPOSAL["act"] in supervisor.locator("main").inner_text()
    shot(supervisor, "desk-authorise")
    type_credentials(supervisor, desk.officer("supervisor"), desk)
    supervisor.locator("#next button.main").click()
    analyst.goto(f"{desk.desk}/report/{thread}")
    follow(analyst, "decide"), fill(analyst, DECISION), submit(analyst)
    press(analyst, "Close")
    said = analyst.locator("main").inner_text()
    assert DECISION["why"] in said and "signature verifies" in said
    shot(analyst, "desk-closed")


def test_D20_shortcuts_are_off_until_chosen_and_a_page_asks_nobody_else(desk, browser_page):
    page, asked, refused = browser_page(java_script_enabled=True), [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: refused.append(message.text) if "Content Security Policy" in message.text else None)
    sign_in(page, desk.officer("officer", 1), desk)
    before = page.evaluate("document.activeElement.outerHTML.slice(0, 40)")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.outerHTML.slice(0, 40)") == before
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(desk.desk).netloc} and refused == []


def test_D19_a_printed_report_is_marked_and_the_contact_page_prints_none_of_its_words(desk, browser_page):
    from journey import to_check_the_long_way
    secret, marker = "07700 900654", word()

    def send(visitor):
        check, _ = to_check_the_long_way(visitor, "words " + marker, {"contact": "details", "reach": secret})
        check.submit("go=send")

    one = Officer(desk, desk.officer("supervisor", 1))
    one.sign_in()
    case = Case(one, new_thread(desk, one, send=send))
    case.open()
    page = browser_page()
    page.context.add_cookies([{"name": name, "value": value, "url": desk.desk} for name, value in one.jar.items()])
    page.goto(f"{desk.desk}/report/{case.thread}")
    # A page for reading prints its marking and where the print version is, and no word.
    assert on_paper(page) == ["OFFICIAL-SENSITIVE This page is not printed. Use Print version, on the report’s page. 1/1"]
    page.get_by_role("link", name="Print version").click()
    submit(page)
    assert "For whom" in page.locator("#note").inner_text() or page.locator("#note a").count() == 2
    fill(page, {"recipient": "The duty inspector", "purpose": "A briefing at six"})
    type_credentials(page, one.person, desk)
    submit(page)
    sheets = on_paper(page, height="4in")
    assert len(sheets) > 1
    handle = page.locator("thead").inner_text()
    for number, sheet in enumerate(sheets, 1):
        assert "OFFICIAL-SENSITIVE" in sheet and "Supervisor" in sheet and f"{number}/{len(sheets)}" in sheet.replace(" ", ""), sheet
        assert " ".join(handle.split()) in sheet, sheet
    assert marker in "".join(sheets) and "The duty inspector" in sheets[0] and secret not in "".join(sheets)
    auditor = Officer(desk, desk.officer("auditor"))
    auditor.sign_in()
    assert "The duty inspector: A briefing at six" in auditor.get("/audit?verb=printed").main.text
    os.makedirs(SCREENS, exist_ok=True)
    page.emulate_media(media="print")
    shot(page, "desk-print")
    page.emulate_media(media="screen")
    page.goto(f"{desk.desk}/sign-in/{case.thread}/contact")
    page.locator("[name=purpose]").first.check()
    page.locator("[name=reason]").fill("To warn them")
    type_credentials(page, one.person, desk)
    submit(page)
    assert secret in page.locator("main").inner_text()
    assert secret not in "".join(on_paper(page))


def test_D16_by_keyboard_alone_a_call_taker_hands_over_and_never_sees_it_again(desk, browser_page):
    page, before = browser_page(), set(threads_at(browser_page(), desk))
    sign_in(page, desk.officer("call-taker"), desk)
    tab_to(page, "textarea")
    page.keyboard.type("The caller saw a van")
    for _ in range(12):
        try:
            tab_to(page, "button", "Check")
            break
        except AssertionError:
            continue
    press_key(page, "Enter")
    tab_to(page, "button", "Hand over")
    press_key(page, "Enter")
    heading(page, "Handed over")
    thread, = set(threads_at(browser_page(), desk)) - before
    assert page.goto(f"{desk.desk}/report/{thread}").status == 404


# Every act of the page that a pointer can reach, with where it ends.
ACTS = """() => [...document.querySelectorAll('main a, main button, main input:not([type=hidden]), main textarea')]
    .map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()]).filter(([_, box]) => box.width && box.x >= 0)
    .map(([words, box]) => [words, box.x + box.width])"""


def test_D20_queue_report_and_authorise_lose_nothing_at_320_px_at_400_percent_and_in_forced_colours(desk, browser_page):
    one, other = Officer(desk, desk.officer("officer", 1)), Officer(desk, desk.officer("supervisor", 1))
    one.sign_in(), other.sign_in()
    case = Case(one, new_thread(desk, one))
    case.open(), case.triage(), case.research(), case.propose()
    narrow = {"viewport": {"width": 320, "height": 640}}
    pages = [browser_page(viewport={"width": 1280, "height": 900}), browser_page(**narrow),
             browser_page(**narrow, device_scale_factor=4), browser_page(**narrow, forced_colors="active")]
    for page in pages:
        page.context.add_cookies([{"name": name, "value": value, "url": desk.desk} for name, value in other.jar.items()])
    for path in ("/?each=yes", f"/report/{case.thread}", f"/sign-in/{case.thread}/authorise"):
        said = []
        for page in pages:
            page.goto(desk.desk + path)
            # But for clocks, and for the numbers of a statement, which is made anew for each look.
            text = re.sub(r"[0-9]+:[0-9]+|[0-9]+ (min|h|d)|\S{24,}", "", page.locator("body").inner_text())
            said.append(set(text.split()))
            width = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
            assert width[0] <= width[1], (path, page.viewport_size, width)
        for page, words in zip(pages[1:], said[1:]):
            assert said[0] - words == set(), path
            assert [act for act in page.evaluate(ACTS) if act[1] > 320] == [], path
