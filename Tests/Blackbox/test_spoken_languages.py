"""Languages as people meet them: another one chosen half-way, right to left, and those that nobody has checked."""

import json
import os

import pytest

import journey
from demo import ROOT
from journey import assert_numbers, symbols
from visitor import Visitor

LOCALES = os.path.join(ROOT, "Sources", "HeedContent", "Locales")
CODES = sorted(code for code in os.listdir(LOCALES) if code != "en")
STEP = 16 * 1024


def words(code, key):
    """A text of the catalogue."""
    feature, _, name = key.partition(".")
    with open(os.path.join(LOCALES, code, feature + ".json"), encoding="utf-8") as file:
        return json.load(file)[name]


def assert_speaks(page, code):
    root = page.dom.first("html")
    assert root.get("lang") == code and root.get("dir") == words(code, "language.dir"), page
    assert words(code, "site.unreviewed") in page.text, f"{page!r} does not say that nobody has checked its words"
    assert_numbers(page)
    assert len(page.body) % STEP == 0, page


def test_J08_J09_R77_the_whole_journey_in_urdu_with_words_typed_before_it_was_chosen(visitor):
    typed = "کل رات گودام کے پاس AB12 CDE نمبر کی نیلی وین کھڑی تھی"
    page = journey.to_words(visitor).submit("lang=ur", {"narrative": typed})
    assert page.form.control("narrative").raw.strip() == typed and page.h1 == words("ur", "question.narrative.label")
    box = page.form.control("narrative")
    assert box.get("dir") == "auto" and box.get("translate") == "no"
    page, passed = page.submit("go=on"), []
    while not journey.is_check(page):
        assert_speaks(page, "ur")
        passed.append(page)
        page = page.submit("go=on", {"where": "سٹیشن روڈ"} if page.form.control("where") else {})
    assert len(passed) == 5
    assert_speaks(page, "ur")
    assert typed in page.text and "سٹیشن روڈ" in page.text
    code = page.dom.first(data_code=True)
    assert code.tag == "bdi" and code.get("dir") == "ltr"
    sent = page.submit("go=send")
    assert sent.status == 200 and sent.h1 == words("ur", "sent.heading")
    assert_speaks(sent, "ur")
    # A number inside a sentence stands in an isolate, so that it keeps its order and moves nothing.
    assert "\u2066999\u2069" in sent.main.text
    again = visitor.get("/ur/return").submit(values={"code": sent.code})
    assert again.h1 == words("ur", "return.messages.heading") and words("ur", "return.messages.received") in again.text
    added = again.submit("go=send", {"message": "وہ آج پھر آئی"})
    assert added.h1 == words("ur", "return.added.heading")
    for page in (again, added):
        assert_speaks(page, "ur")


def test_J09_polish_chosen_on_when_and_where_keeps_the_text_and_the_step(demo, browser_page):
    page = browser_page()
    page.goto(demo.public + "/report")
    page.get_by_role("button", name=journey.NOT_IN_DANGER).click()
    page.locator("[name=narrative]").fill("Ktoś mierzył bramę")
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Continue").click()
    page.locator("[name=where]").fill("Przy moście")
    page.locator("[name=when_kind]").first.check()
    # The row at the top leads to the buttons at the foot of the form.
    page.locator("header a[lang=pl]").click()
    page.locator("button[name=lang][value=pl]").click()
    assert page.locator("html").get_attribute("lang") == "pl"
    assert page.locator("h1").inner_text() == words("pl", "journey.place.heading")
    assert page.locator("[name=where]").input_value() == "Przy moście"
    assert page.locator("[name=when_kind]").first.is_checked()
    page.get_by_role("button", name=words("pl", "site.skip-to-check")).first.click()
    shown = page.locator("main").inner_text()
    assert "Ktoś mierzył bramę" in shown and "Przy moście" in shown
    page.get_by_role("button", name=words("pl", "check.send")).last.click()
    assert page.locator("h1").inner_text() == words("pl", "sent.heading")
    text = page.locator("body").inner_text()
    for key in ("sent.next", "sent.read", "site.finish", "site.leave", "site.demonstration"):
        assert words("en", key) not in text, key


def test_J08_right_to_left_is_mirrored(demo, browser_page):
    page = browser_page()
    page.set_viewport_size({"width": 900, "height": 700})
    places = {}
    for base in ("", "/ar"):
        page.goto(demo.public + base + "/report")
        for number in page.locator(".bar bdi").all():
            assert number.get_attribute("dir") == "ltr"
        box = page.locator(".leave").bounding_box()
        places[base] = box["x"] + box["width"] / 2
    assert places[""] > 450 > places["/ar"], places


@pytest.mark.parametrize("code, height", [("ur", 2.1), ("ar", 1.8), ("bn", 1.7), ("pa", 1.7), ("pl", 1.55)])
def test_each_script_has_the_height_it_needs_and_headings_stay_larger(demo, browser_page, code, height):
    page = browser_page()
    page.goto(f"{demo.public}/{code}/report")
    size = """element => { const style = getComputedStyle(element);
        return [parseFloat(style.fontSize), parseFloat(style.lineHeight) / parseFloat(style.fontSize),
                style.fontStyle, style.textTransform, style.letterSpacing] }"""
    text, heading, button = (page.locator(name).first.evaluate(size) for name in ("main p", "main h1", "main button.main"))
    assert text[1] == button[1] == pytest.approx(height, abs=0.01)
    assert heading[0] >= 1.3 * text[0] and heading[1] >= 1.2
    assert text[0] == pytest.approx(20 if code == "ur" else 18, abs=0.01)
    for style in (text, heading, button):
        assert style[2:] == ["normal", "none", "normal"], style


@pytest.mark.parametrize("code", CODES)
def test_J25_R77_every_page_of_the_journey_in_every_language_fills_the_same_steps_as_in_english(demo, code):
    sizes = {}
    for base in ("", "/" + code):
        visitor = Visitor(demo.public)
        start = visitor.get(base + "/report")
        page = start.submit("danger=no")
        wrong = page.submit("go=on")
        assert wrong.status == 422 and wrong.by_id("note") is not None
        danger = start.submit("danger=yes")
        page = page.submit("go=on", {"narrative": "A blue van"})
        while not journey.is_check(page):
            page = page.submit("go=on", {"contact": "details"} if page.form.control("contact") else
                               {"reach": "07700 900123"} if page.form.control("reach") else {})
        sent = page.submit("go=send")
        done = sent.submit("go=finish", {"kept": "yes"})
        back = visitor.get(base + "/return")
        slip = back.submit(values={"code": "0000"})
        messages = back.submit(values={"code": sent.code})
        nothing = back.submit(values={"code": "000G40R40M30E209185GR3CM"})
        lost = visitor.get(base + "/nothing-here")
        assert (danger.status, done.status, slip.status, nothing.status, lost.status) == (200, 200, 422, 200, 404)
        assert symbols(sent.code) == symbols(page.code) and messages.status == 200
        sizes[base] = [len(each.body) for each in visitor.seen]
        if base:
            for each in visitor.seen:
                assert_speaks(each, code)
    assert sizes[""] == sizes["/" + code]


@pytest.mark.parametrize("code", CODES)
def test_a_page_that_is_only_there_in_english_is_linked_to_as_such(demo, code):
    home = Visitor(demo.public).get(f"/{code}/")
    assert home.status == 200
    english = home.dom.first("ul", lang="en")
    assert english is not None and english.get("dir") == "ltr"
    links = list(english.all("a", href=True))
    assert links and all(link.get("hreflang") == "en" for link in links)
    for link in home.main.all("a", href=True):
        assert link.get("href").startswith(f"/{code}/") or link in links, link


def test_words_that_nobody_has_checked_are_offered_only_where_a_force_says_so(template):
    own = template.copy()
    own.environment = {"HEED_LANGUAGES_UNREVIEWED": "false"}
    try:
        own.start()
        visitor = Visitor(own.public)
        assert visitor.get("/ur/report").status == 404
        home = visitor.get("/")
        assert home.status == 200 and not list(home.dom.all("a", lang="ur"))
    finally:
        own.remove()


def test_welsh_set_equal_publishes_both_languages_of_a_page_or_neither(template):
    own = template.copy()
    own.environment = {"HEED_LANGUAGES_EQUAL": "cy"}
    try:
        own.start()
        visitor = Visitor(own.public)
        paths = {href.removeprefix(own.public).split("#")[0] for page in (visitor.get("/"), visitor.get("/cy/"))
                 for _, href in page.links if href.startswith(own.public) and not href.endswith("/leave")}
        plain = {path.removeprefix("/cy") for path in paths if not any(path.startswith(f"/{code}/") for code in CODES if code != "cy")}
        assert {"/report", "/return", "/keep", "/attack"} <= plain
        for path in plain:
            assert visitor.get(path).status == visitor.get("/cy" + path).status == 200, path
        for path in ("/venues", "/online"):
            assert visitor.get(path).status == visitor.get("/cy" + path).status == 404, path
    finally:
        own.remove()
