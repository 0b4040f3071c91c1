"""Another language, right to left, laid over the program's own words."""

import re

import pytest

import artificial_language
from artificial_language import CODE, made_up
from journey import is_check, is_sent, report, return_with, symbols, to_check, to_words
from visitor import Visitor

TYPED = "سيارة زرقاء، two men"


@pytest.fixture(scope="module")
def bilingual(template, tmp_path_factory):
    folder = tmp_path_factory.mktemp("content")
    artificial_language.write(str(folder))
    own = template.copy()
    own.environment["HEED_CONTENT_DIRECTORY"] = str(folder)
    yield own.start()
    own.remove()


def assert_ours(page, *given):
    """Right to left, and no English left but what `given` says and other languages' own names."""
    root = page.dom.first("html")
    assert (root.get("lang"), root.get("dir")) == (CODE, "rtl"), page
    text = page.main.text
    names = [button.text for button in page.main.all("button") if button.get("name") == "lang"]
    for words in (*given, *names):
        text = text.replace(words, "")
    assert re.findall(r"[A-Za-z]{2,}", text) == [], f"{page!r}: {page.main.text}"


def left_to_right(page, words):
    """Whether these words stand in an element that keeps them in their own order."""
    return any(words in element.text for element in page.dom.all("bdi") if element.get("dir") == "ltr")


def test_J08_R77_start_is_right_to_left_and_numbers_and_code_are_not(bilingual):
    visitor = Visitor(bilingual.public)
    start = visitor.get(f"/{CODE}/report")
    assert_ours(start)
    for number in ("999", "101", "0800 789 321"):
        assert left_to_right(start, number)
    check = start.submit("danger=no").submit("go=skip", {"narrative": TYPED})
    spelled = check.dom.first("details").text
    assert_ours(check, TYPED, check.code, spelled)
    code = check.dom.first(data_code=True)
    assert code.get("dir") == "ltr" and code.get("translate") == "no"
    sent = check.submit("go=send")
    assert sent.status == 200 and symbols(sent.code) == symbols(check.code)
    # Numbers inside a sentence are isolated.
    assert "\u2066999\u2069" in sent.text


def test_J09_a_language_switched_on_the_way_keeps_text_and_step(bilingual, browser_page):
    page = browser_page()
    page.goto(bilingual.public + "/report")
    page.get_by_role("button", name="No, carry on").click()
    page.locator("[name=narrative]").fill("Two people at the weir")
    page.get_by_role("button", name="Continue").click()
    while page.locator("[name=where]").count() == 0:
        page.get_by_role("button", name="Continue").click()
    page.locator("[name=where]").fill(TYPED)
    page.locator("[name=when]").fill("gestern um acht")
    page.locator(f"button[name=lang][value={CODE}]").click()
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert page.locator("[name=where]").input_value() == TYPED
    assert page.locator("[name=when]").input_value() == "gestern um acht"
    # The language names themselves stand in their own script, outside what is asked.
    page.evaluate("document.querySelectorAll('#languages, textarea, .languages').forEach(e => e.remove())")
    assert re.findall(r"[A-Za-z]{2,}", page.locator("main").inner_text()) == []
    assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"


def test_J09_switching_back_and_forth_loses_nothing_and_sends_one_report(bilingual):
    visitor = Visitor(bilingual.public)
    page = to_words(visitor).submit(f"lang={CODE}", {"narrative": TYPED})
    assert dict(page.form.entries())["narrative"] == TYPED
    assert_ours(page, TYPED)
    page = page.submit("go=skip").submit("lang=en")
    assert is_check(page) and page.h1 == "Check, then send" and TYPED in page.text
    sent = page.submit("go=send")
    assert is_sent(sent)
    asked = sent.submit(f"lang={CODE}")
    assert symbols(asked.code) == symbols(sent.code)
    messages = visitor.get(f"/{CODE}/return").submit(values={"code": sent.code})
    assert_ours(messages)
    assert made_up("Your messages") == messages.h1
    again = messages.submit("lang=en", {"message": "More of it"})
    assert again.h1 == "Your messages" and dict(again.form.entries())["message"] == "More of it"


def test_J25_every_step_has_the_same_size_in_both_languages(bilingual):
    visitor = Visitor(bilingual.public)

    def walk(base):
        start = visitor.get(base + "/report")
        page = start.submit("danger=no")
        pages = [start, start.submit("danger=yes"), page, page.submit("go=on"), page.submit("go=on", {"narrative": "x"})]
        while not is_check(pages[-1]):
            pages.append(pages[-1].submit("go=on"))
        pages.append(pages[-1].submit("go=send"))
        messages = visitor.get(base + "/return").submit(values={"code": pages[-1].code})
        pages += [messages, messages.submit("go=send", {"message": "more"}), pages[-1].submit("go=finish"),
                  visitor.get(base + "/return").submit(values={"code": "0000"}),
                  visitor.get(base + "/return").submit(values={"code": to_check(visitor, "never sent").code})]
        return [(page.status, len(page.body)) for page in pages]

    english, other = walk(""), walk("/" + CODE)
    assert english == other
    assert all(size % 16384 == 0 for _, size in english)


def test_R26_unknown_codes_are_alike_in_every_language(bilingual):
    visitor = Visitor(bilingual.public)
    _, code = report(visitor, "x")
    assert return_with(visitor, code).h1 == "Your messages"
    unknown = visitor.get(f"/{CODE}/return").submit(values={"code": to_check(visitor, "never sent").code})
    assert_ours(unknown)
    assert unknown.h1 == made_up("We found nothing to show")
