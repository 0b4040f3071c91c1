"""Partners: asked by an officer, answering on a page of their own behind a code, and nothing more."""

import re

import pytest

from canary import word
from desk_case import Case
from journey import assert_numbers, errors_of, report, return_with, symbols
from officer import Officer
from test_browser import heading, press, shot
from test_desk_browser import fill, follow, sign_in, submit
from test_services import SCREENING, opened
from visitor import Visitor

DAY = 86_400
ASKED = {"partner": "A. Sample, Example School", "sought": "Whether he is at school", "lawful": "Section 38"}
NOTHING = "We found nothing to show"


def concern(demo, team):
    case = opened(demo, team, "/concern", narrative=f"He has changed {word()}")
    case.done(case.take("screen", SCREENING))
    return case


def ask_partner(case, words="Is the pupil we spoke of at school this week?"):
    """The code that the desk shows once."""
    page = case.take("partner-question", ASKED | {"asked_words": words})
    assert page.status == 200 and "This is the only time it is shown" in page.main.text, f"{page!r} {page.main.text[:400]}"
    return page.code


def show(visitor, code, base=""):
    return visitor.get(base + "/partner").submit("go=on", {"code": code})


def answer(visitor, code, kind="told", words=""):
    page = show(visitor, code).submit("go=on", {"kind": kind, "words": words}).submit("go=send")
    assert page.status == 200 and page.h1 == "We have your answer", f"{page!r} {page.main.text[:300]}"
    return page


def read_answer(case):
    page = case.page
    form = next(form for form in page.dom.all("form") if form.first("input", name="partner-answer") is not None)
    from html_page import Form
    return case.done(page.submit(form=Form(form)))


def test_P01_a_partner_answers_behind_a_code_and_an_officer_opens_the_answer(demo, officer):
    team, visitor = officer("prevent"), Visitor(demo.public)
    case, words, said = concern(demo, team), f"Is he at school {word()}?", f"Not since Monday {word()}"
    code = ask_partner(case, words)
    assert "the code has not been used" in case.page.main.text and symbols(code) not in symbols(case.page.main.text)
    page = show(visitor, code.lower().replace("-", " "))
    assert page.h1 == "You are asked for information" and words in page.main.text and "works up to and including" in page.main.text
    assert ASKED["sought"] not in page.text and team.person["username"] not in page.text.lower()
    empty = page.submit("go=on")
    assert empty.status == 422 and errors_of(empty)[1] == ["#kind"] and empty.title.startswith("Error:")
    wordless = page.submit("go=on", {"kind": "cannot", "words": " "})
    assert wordless.status == 422 and errors_of(wordless)[1] == ["#words"]
    check = page.submit("go=on", {"kind": "told", "words": said})
    assert check.h1 == "Check your answer, then send" and said in check.main.text
    back = check.submit("go=back")
    assert said in back.main.text and back.form.control("words") is not None
    sent = check.submit("go=send")
    assert sent.h1 == "We have your answer" and said not in sent.text
    again = show(visitor, code)
    assert "We have an answer from you" in again.main.text and said not in again.text
    row = next(row for row in team.queue_rows() if row.get("data-report") == case.thread)
    assert "a partner answered" in row.text and said not in row.text
    assert said not in case.page.text and not case.offers("weigh")
    read_answer(case)
    assert said in case.page.main.text and "Sent with the code they were given" in case.page.main.text
    assert "Partner answered" in case.timeline() and case.offers("weigh")
    for each in visitor.seen:
        assert_numbers(each)
        assert not each.header("set-cookie") and "<script>" not in each.markup
        assert "no-store" in each.header("cache-control") and each.header("content-encoding") is None
        assert len(each.body) % 16_384 == 0
        assert "prevent" not in each.title.lower()
        assert symbols(code) not in each.url.upper()


@pytest.mark.parametrize("kind, words", [("nothing", ""), ("cannot", "The head must agree first")])
def test_holding_nothing_and_not_being_able_to_say_are_answers(demo, officer, kind, words):
    case = concern(demo, officer("prevent"))
    answer(Visitor(demo.public), ask_partner(case), kind, words)
    read_answer(case)
    assert ("They hold nothing" if kind == "nothing" else "They cannot say") in case.page.main.text and words in case.page.main.text


def test_P04_an_answer_sent_twice_counts_once_and_more_can_be_added(demo, officer):
    case, visitor = concern(demo, officer("prevent")), Visitor(demo.public)
    code = ask_partner(case)
    check = show(visitor, code).submit("go=on", {"kind": "told", "words": "He is here"})
    first, second = check.submit("go=send"), check.submit("go=send")
    assert first.h1 == second.h1 == "We have your answer"
    answer(visitor, code, "told", "He is here")
    assert case.page.main.text.count("Open the answer") == 1
    more = first.submit("go=on")
    assert more.h1 == "You are asked for information"
    assert more.submit("go=on", {"kind": "told", "words": "And on Friday"}).submit("go=send").h1 == "We have your answer"
    assert case.page.main.text.count("Open the answer") == 2


def test_P02_a_mail_scanner_that_opens_the_address_does_nothing(demo, officer):
    case, scanner = concern(demo, officer("prevent")), Visitor(demo.public)
    code = ask_partner(case)
    plain = scanner.get("/partner")
    for path in (f"/partner?code={code}", f"/partner?code={symbols(code)}&go=on", f"/partner#{code}"):
        page = scanner.get(path)
        assert page.status == 200 and page.h1 == plain.h1 and page.form.control("code").get("value") == ""
    assert scanner.request("HEAD", f"/partner?code={code}").status == 200
    assert "the code has not been used" in case.page.main.text


def test_the_code_is_shown_once_and_loading_its_page_again_makes_no_second(demo, officer):
    case = concern(demo, officer("prevent"))
    writing = case.write("partner-question")
    typed = ASKED | {"asked_words": "Is he at school?"}
    first = writing.submit(form=writing.form_to("/partner-question"), values=typed)
    code = first.code
    again = writing.submit(form=writing.form_to("/partner-question"), values=typed)
    assert again.status == 409 and symbols(code) not in symbols(again.text)
    assert case.page.main.text.count("Asked; the code has not been used") == 1
    lacking = case.take("partner-question", ASKED | {"asked_words": " "})
    assert lacking.status == 422 and errors_of(lacking)[1] == ["#asked_words"] and ASKED["sought"] in str(lacking.form_to("/partner-question").entries(None))


def test_P03_a_withdrawn_unknown_or_reporters_code_gives_one_page_and_a_slip_is_said_at_once(demo, officer):
    case, visitor = concern(demo, officer("prevent")), Visitor(demo.public)
    code = ask_partner(case)
    half = show(visitor, code).submit("go=on", {"kind": "nothing"})
    written = case.write("partner-withdrawal")
    choice = written.form_to("/partner-withdrawal").control("partner_request").get("value")
    case.done(written.submit(form=written.form_to("/partner-withdrawal"), values={"partner_request": choice, "reason": "The wrong person"}))
    assert "Asked, then withdrawn" in case.page.main.text and not case.offers("partner-withdrawal")
    _, reporters = report(visitor, "Two people at the gate")
    withdrawn, others = show(visitor, code), show(visitor, reporters)
    assert withdrawn.h1 == NOTHING and withdrawn.body == others.body and withdrawn.status == others.status == 200
    assert half.submit("go=send").body == withdrawn.body
    live = ask_partner(case)
    assert return_with(visitor, live).h1 == NOTHING and return_with(visitor, reporters).h1 == "Your messages"
    assert show(visitor, live).h1 == "You are asked for information"
    slip = show(visitor, "0" + live[1:] if live[0] != "0" else "1" + live[1:])
    assert slip.status == 422 and errors_of(slip)[1] == ["#code"] and slip.h1 == "Your code from an officer"


def test_R52_of_what_partners_are_asked_another_team_sees_nothing(demo, officer):
    team, caught = officer("prevent"), word()
    case = concern(demo, team)
    code = ask_partner(case, f"About {caught}")
    answer(Visitor(demo.public), code, "told", caught)
    for role in ("officer", "supervisor", "protect"):
        other = officer(role)
        assert case.thread not in other.threads() and caught not in other.get("/").text
        for step in ("partner-question", "partner-answer", "partner-withdrawal"):
            assert other.get(f"/report/{case.thread}/{step}").status == 404, (role, step)
            never = other.post(f"/report/{case.thread}/{step}", [("csrf", "x"), ("partner-answer", "0" * 32)])
            assert never.status in (404, 422, 403) and caught not in never.text


@pytest.mark.parametrize("base, direction", [("/cy", "ltr"), ("/pl", "ltr"), ("/ro", "ltr"), ("/ur", "rtl"), ("/ar", "rtl"),
                                             ("/pa", "ltr"), ("/bn", "ltr"), ("/so", "ltr")])
def test_R77_the_partners_page_is_there_in_every_language_and_keeps_what_was_typed(demo, officer, base, direction):
    visitor = Visitor(demo.public)
    page = visitor.get(base + "/partner")
    if page.status == 404:
        pytest.skip("the demonstration does not offer it")
    assert page.dom.first("html").get("dir") == direction
    stale = visitor.post(base + "/partner", [("code", "7"), ("kind", "told"), ("words", "چند الفاظ"), ("state", "x"), ("token", "x")])
    assert "چند الفاظ" in stale.main.text and stale.form.control("words") is not None
    assert visitor.get(base + "/partner").submit("go=on", {"code": "0000"}).status == 422


def test_P03_in_a_browser_without_scripts_and_dead_a_week_after_its_first_use(template, browser_page):
    own = template.copy().start()
    try:
        team = Officer(own, own.officer("prevent"))
        team.sign_in()
        case, caught = concern(own, team), word()
        thread = case.thread
        desk = browser_page(viewport={"width": 1280, "height": 900})
        sign_in(desk, own.officer("prevent"), own)
        desk.goto(f"{own.desk}/report/{thread}")
        follow(desk, "partner-question"), fill(desk, ASKED | {"asked_words": "Is the pupil we spoke of at school?"})
        shot(desk, "desk-partner-question")
        submit(desk)
        heading(desk, "Asked. Here is their code")
        code = desk.locator("[data-code]").inner_text()
        partner = browser_page()
        partner.goto(own.public + "/partner")
        partner.locator("[name=code]").fill(code)
        press(partner, "Show what is asked")
        heading(partner, "You are asked for information")
        shot(partner, "partner-request")
        partner.locator("[name=kind][value=told]").check()
        partner.locator("[name=words]").fill(f"Not since Monday. {caught}")
        press(partner, "Continue")
        heading(partner, "Check your answer, then send")
        partner.locator("button.main").click()
        heading(partner, "We have your answer")
        desk.goto(f"{own.desk}/report/{thread}")
        assert caught not in desk.locator("main").inner_text()
        press(desk, "Open the answer")
        assert caught in desk.locator("main").inner_text()
        shot(desk, "desk-partner-answer")
        for ahead, found in ((6 * DAY, "You are asked for information"), (7 * DAY, NOTHING)):
            own.stop()
            own.environment["HEED_CLOCK_OFFSET"] = str(ahead)
            own.start()
            assert show(Visitor(own.public), code).h1 == found, ahead
    finally:
        own.remove()


def test_the_silence_of_a_partner_alarms(template):
    own = template.copy().start()
    try:
        team = Officer(own, own.officer("prevent"))
        team.sign_in()
        case = concern(own, team)
        ask_partner(case)
        assert re.search(r"partner’s answer: \d+ \w+ left", case.page.main.text)
        own.stop()
        own.environment["HEED_CLOCK_OFFSET"] = str(12 * DAY)
        own.start()
        later = Officer(own, own.officer("prevent"))
        later.sign_in()
        case = Case(later, case.thread)
        assert re.search(r"partner’s answer: \d+ \w+ over", case.page.main.text)
        alarm = later.get("/?each=yes").by_id("group-alarm")
        assert alarm is not None and case.thread in str([row.get("data-report") for row in later.queue_rows()])
    finally:
        own.remove()


def test_P04_R15_a_kill_after_the_receipt_loses_no_answer_and_no_first_use(fresh_demo):
    team = Officer(fresh_demo, fresh_demo.officer("prevent"))
    team.sign_in()
    case, said = concern(fresh_demo, team), f"Not since Monday {word()}"
    seen, answered = ask_partner(case), ask_partner(case)
    show(Visitor(fresh_demo.public), seen)
    fresh_demo_kill(fresh_demo)
    answer(Visitor(fresh_demo.public), answered, "told", said)
    fresh_demo_kill(fresh_demo)
    again = Officer(fresh_demo, fresh_demo.officer("prevent"))
    again.sign_in()
    case = Case(again, case.thread)
    assert "the code was used, no answer yet" in case.page.main.text and "Asked, and answered" in case.page.main.text
    read_answer(case)
    assert said in case.page.main.text


def fresh_demo_kill(demo):
    demo.kill()
    demo.start()


def test_R31_of_a_partners_words_and_code_nothing_is_left_in_clear(fresh_demo, canaries):
    team = Officer(fresh_demo, fresh_demo.officer("prevent"))
    team.sign_in()
    case = concern(fresh_demo, team)
    code = ask_partner(case, f"Is he at school {canaries.new('question')}?")
    canaries.watch("code", symbols(code))
    canaries.watch("code as shown", code)
    visitor = Visitor(fresh_demo.public)
    page = show(visitor, code)
    page.submit("go=on", {"kind": "cannot", "words": " "})
    check = page.submit("go=on", {"kind": "told", "words": f"Not since {canaries.new('answer')}"})
    check.submit("go=send")
    visitor.get(f"/partner?code={canaries.new('scanned')}")
    read_answer(case)
    assert canaries.sweep(fresh_demo) == []
    fresh_demo.stop()
    assert canaries.sweep(fresh_demo) == []
