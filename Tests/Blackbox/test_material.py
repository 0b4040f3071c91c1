"""Something online: its form without scripts, and its own way through the desk."""

import pytest

import journey
from canary import word
from desk_case import Case, new_thread
from journey import NOT_IN_DANGER, errors_of, is_check, return_with, send
from visitor import Visitor

ASSESSMENT = {"view": "unlawful", "offence": "b2", "why": "It urges people to copy an attack", "gist": "Film on a page"}


def to_found(visitor, base=""):
    """Start, then the page that asks for addresses and words."""
    page = visitor.get(base + "/material").submit("danger=no" if base else NOT_IN_DANGER)
    assert page.form.control("links") is not None and page.form.control("narrative") is not None, f"{page!r}"
    return page


def found(visitor, **answers):
    """Sends something found online by the short way; the receipt."""
    return send(to_found(visitor).submit("go=skip", answers))


@pytest.fixture
def analyst(officer):
    return officer("officer", 0)


@pytest.fixture
def supervisor(officer):
    return officer("supervisor", 0)


def opened(demo, analyst, **answers):
    case = Case(analyst, new_thread(demo, analyst, send=lambda visitor: found(visitor, **answers)))
    case.done(case.open())
    return case


def test_R11_the_long_way_asks_only_what_helps_and_every_page_can_be_skipped(visitor):
    page = to_found(visitor).submit("go=on", {"links": "https://example.invalid/film"})
    passed = []
    while not is_check(page):
        assert page.status == 200 and any(button.get("value") == "skip" for button in page.form.buttons())
        passed.append(page.h1)
        page = page.submit("go=on", {name: "yes" for name in page.form.names() if name == "told"})
    assert len(passed) == 3 and "https://example.invalid/film" in page.text
    receipt = send(page)
    assert journey.symbols(receipt.code) == journey.symbols(page.code)
    assert return_with(visitor, receipt.code).h1 == "Your messages"


def test_R13_neither_address_nor_words_and_eleven_addresses_are_mended_without_losing_anything(visitor):
    empty = to_found(visitor).submit("go=on")
    assert empty.status == 422 and empty.title.startswith("Error:")
    assert "#narrative" in errors_of(empty)[1][0]
    eleven = "\n".join(f"https://example.invalid/{number}" for number in range(11))
    many = empty.submit("go=on", {"links": eleven, "narrative": "all of one group"})
    assert many.status == 422 and "#links" in errors_of(many)[1][0]
    assert "example.invalid/10" in many.text and "all of one group" in many.text
    assert many.submit("go=on", {"links": eleven.rsplit("\n", 1)[0]}).status == 200


def test_R44_addresses_are_shown_as_text_and_never_as_links_at_the_desk(demo, analyst):
    hostile = "javascript:alert(1)\nhttps://example.invalid/<script>\u202egpj.exe"
    case = opened(demo, analyst, links=hostile, narrative=f"seen there {word()}")
    page = case.page
    assert not any("example.invalid" in (href or "") or href.startswith("javascript:") for _, href in page.links)
    said = page.by_id("said").text
    assert "<script>" in said and "\u202e" not in said and "hxxps://example[.]invalid/" in said


def test_something_online_goes_from_the_form_to_the_national_units_answer(demo, analyst):
    marker = word()
    case = opened(demo, analyst, links=f"https://example.invalid/{marker}", material="attack")
    assert marker in case.page.main.text and not case.offers("forward") and not case.offers("triage")
    refused = case.take("assess", ASSESSMENT | {"why": ""})
    assert refused.status == 422 and ASSESSMENT["gist"] in refused.text + str(refused.form_to("/assess").entries(None))
    case.done(case.take("assess", ASSESSMENT))
    case.done(case.take("forward", {"how": "By their form, number 0001"}))
    assert "forwarded" in case.page.main.text
    done = case.done(case.take("answer", {"reply": "The site took it down"}))
    assert "Answer recorded" in done.main.text and case.thread not in analyst.threads()


def test_what_is_lawful_and_what_is_no_terrorism_end_as_the_officer_said(demo, analyst):
    lawful = opened(demo, analyst, narrative=f"rude words about us {word()}")
    lawful.done(lawful.take("assess", ASSESSMENT | {"view": "lawful"}))
    assert not lawful.offers("forward") and not lawful.offers("route")
    lawful.done(lawful.take("advise", {"advice": "Lawful; the site has a button"}))
    other = opened(demo, analyst, narrative=f"a shop that never sends {word()}")
    other.done(other.take("assess", ASSESSMENT | {"view": "elsewhere"}))
    other.done(other.take("route", {"recipient": "fraud", "how": "To the fraud line, number 0002"}))
    assert not {lawful.thread, other.thread} & set(analyst.threads())


def test_R55_no_further_action_on_something_online_needs_a_second_person(demo, analyst, supervisor):
    case = opened(demo, analyst, narrative=f"cannot be told {word()}")
    case.done(case.take("assess", ASSESSMENT | {"view": "unclear"}))
    case.done(case.take("no-further-action", {"why": "Nothing to see at that address"}))
    assert not case.offers("confirm")
    second = case.seen_by(supervisor)
    second.done(second.take("confirm", {"reason": "Agreed"}))
    assert case.thread not in analyst.threads()


def test_R52_steps_of_another_kind_answer_as_what_never_existed(demo, analyst):
    case = opened(demo, analyst, narrative=f"of one kind {word()}")
    for step in ("triage", "propose", "act-first"):
        assert analyst.get(f"/report/{case.thread}/{step}").status == 404, step
        assert case.page.status == 200


def test_R77_the_form_is_there_right_to_left_and_keeps_what_was_typed(visitor):
    page = to_found(visitor, "/ur")
    assert page.dom.first("html").get("dir") == "rtl"
    check = page.submit("go=skip", {"links": "https://example.invalid/فلم", "narrative": "ایک فلم"})
    assert is_check(check) and "ایک فلم" in check.text and "What you found" not in check.text
    english = check.submit("lang=en")
    assert "ایک فلم" in english.text and english.dom.first("html").get("lang") == "en"


def test_R05_the_address_and_titles_of_the_form_say_nothing(demo):
    visitor = Visitor(demo.public)
    found(visitor, links="https://example.invalid/a")
    for page in visitor.seen:
        assert page.url.split(demo.public)[1].split("?")[0] in ("/material", "/material#note")
        assert "terror" not in page.title.lower() and "extrem" not in page.title.lower()


def test_an_address_that_was_reported_before_is_a_hint_and_nothing_else(demo, analyst):
    address = f"{word()}.example.invalid/film"
    first = opened(demo, analyst, links=f"https://www.{address}")
    assert "Reported before" not in first.page.main.text
    second = opened(demo, analyst, narrative=f"It is on hxxp://{address.replace('.', '[.]')}/ and it is bad.")
    hints = second.page.by_id("before").parent
    assert "This is a hint." in hints.text
    assert [link.get("href") for link in hints.all("a")] == [f"/report/{first.thread}"], "the address itself is no link"
    assert f"/report/{second.thread}" in [link.get("href") for link in first.page.by_id("before").parent.all("a")]
    assert first.offers("assess") and second.offers("assess")
