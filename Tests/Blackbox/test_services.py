"""Every service besides suspicious activity and online material: its form, its own way through the desk, and its clocks."""

import re

import pytest

from canary import word
from desk_case import NO_ACTION, RESEARCH, TRIAGE, Case, new_thread
from journey import NOT_IN_DANGER, errors_of, is_check, return_with, send
from officer import Officer
from test_browser import heading, press, shot
from test_desk_browser import fill, follow, rows, sign_in, submit
from visitor import Visitor

FORMS = ("/concern", "/advice", "/invite", "/question")
TEAM = {"/concern": "prevent", "/advice": "protect", "/invite": "prevent", "/question": "officer", "/material": "officer"}
HOSTILE = "<script>alert(1)</script>{{t.home.topic}}'\"\u202e\u0000 &amp; ${7*7}"

SCREENING = {"danger_now": "no", "child": "yes", "safeguarding": "told", "why": "He is fifteen and at school", "gist": "A pupil"}
CLEAR = {"clash": "none", "reference": "0001"}
WEIGHED = {"fits": "channel", "vulnerability": "Alone, and told what to think", "earlier": "none", "why": "Help will reach him"}
PANEL = {"panel": "Exampleton, first Tuesday", "how": "By their form, number 0002"}
CONSENT = {"consent": "given", "consenting": "parent", "said_how": "At the kitchen table"}
PLAN = {"plan": "A mentor, each week"}
EXIT = {"ending": "less-at-risk", "why": "He has friends again"}
REVIEW = {"found": "no-concern", "why": "The school sees nothing"}
HALF_A_YEAR = 182 * 86_400


def to_words(visitor, path, base=""):
    page = visitor.get(base + path).submit("danger=no" if base else NOT_IN_DANGER)
    assert page.form.control("narrative") is not None, f"{page!r}"
    return page


def typed(form, name):
    return dict(form.entries(None)).get(name, "")


def ask(visitor, path, **answers):
    """The short way: words, then Check; the receipt."""
    return send(to_words(visitor, path).submit("go=skip", {"narrative": "Words", **answers}))


def opened(demo, officer, path, **answers):
    case = Case(officer, new_thread(demo, officer, send=lambda visitor: ask(visitor, path, **answers)))
    case.done(case.open())
    return case


def run_ahead(own, seconds, page, person, thread, clock):
    """The demonstration again, so much later: the report's page, on which that clock is over."""
    own.stop()
    own.environment["HEED_CLOCK_OFFSET"] = str(seconds)
    own.start()
    sign_in(page, person, own)
    page.goto(f"{own.desk}/report/{thread}")
    said = page.locator("main").inner_text()
    assert re.search(rf"\b{clock}: \d+ \w+ over", said), said[:600]


@pytest.mark.parametrize("path", FORMS)
def test_R11_words_alone_are_enough_and_every_other_page_can_be_skipped(demo, path):
    visitor = Visitor(demo.public)
    page = to_words(visitor, path).submit("go=on", {"narrative": "A few words"})
    passed = 0
    while not is_check(page):
        assert page.status == 200 and any(button.get("value") == "skip" for button in page.form.buttons())
        passed += 1
        assert passed <= 6
        page = page.submit("go=on")
    receipt = send(page)
    assert return_with(visitor, receipt.code).h1 == "Your messages"
    for page in visitor.seen:
        assert "terror" not in page.title.lower() and "extrem" not in page.title.lower() and "prevent" not in page.title.lower()


@pytest.mark.parametrize("path", FORMS)
def test_R13_without_words_it_says_what_is_missing_and_keeps_the_rest(visitor, path):
    empty = to_words(visitor, path).submit("go=on")
    assert empty.status == 422 and empty.title.startswith("Error:") and "#narrative" in errors_of(empty)[1]
    assert empty.submit("go=on", {"narrative": "Now there are some"}).status == 200


@pytest.mark.parametrize("path", FORMS)
def test_R44_hostile_words_come_back_as_words(visitor, path):
    check = to_words(visitor, path).submit("go=skip", {"narrative": HOSTILE})
    assert is_check(check) and "<script>alert(1)" not in check.body.decode() and "<script>alert(1)" in check.text
    back = check.submit("go=change-words")
    assert "<script>alert(1)</script>{{t.home.topic}}" in typed(back.form, "narrative")


@pytest.mark.parametrize("path", FORMS)
def test_R77_the_form_is_there_right_to_left_and_keeps_what_was_typed(visitor, path):
    page = to_words(visitor, path, "/ur")
    assert page.dom.first("html").get("dir") == "rtl"
    check = page.submit("go=skip", {"narrative": "چند الفاظ"})
    assert is_check(check) and "چند الفاظ" in check.text
    english = check.submit("lang=en")
    assert "چند الفاظ" in english.text and english.dom.first("html").get("lang") == "en"


def test_R55_no_further_action_on_a_person_needs_a_second_of_the_team(demo, officer):
    first, second = officer("prevent", 0), officer("prevent", 1)
    case = opened(demo, first, "/concern", narrative=f"He has changed {word()}")
    assert not case.offers("no-further-action") and not case.offers("hand-off")
    case.done(case.take("screen", SCREENING))
    case.done(case.take("weigh", WEIGHED | {"fits": "nothing", "gist": "A sad week"}))
    case.done(case.take("no-further-action", {"why": "A sad week, and nothing else"}))
    assert not case.offers("confirm")
    other = case.seen_by(second)
    other.done(other.take("confirm", {"reason": "Agreed"}))
    assert case.thread not in first.threads()


def test_R52_R58_a_concern_does_not_exist_for_the_activity_desk_nor_activity_for_the_team(demo, officer):
    team, analyst, supervisor = officer("prevent"), officer("officer"), officer("supervisor")
    case = opened(demo, team, "/concern", narrative=f"Between us {word()}")
    for other in (analyst, supervisor):
        assert case.thread not in other.threads()
        for path in ("report/{}", "report/{}/screen", "report/{}/weigh", "sign-in/{}/contact", "sign-in/{}/print"):
            assert other.get("/" + path.format(case.thread)).status == 404, path
    assert not set(team.threads()) & set(analyst.threads())


def test_a_screening_with_something_missing_loses_nothing_that_was_typed(demo, officer):
    case = opened(demo, officer("prevent"), "/concern", narrative=f"He has changed {word()}")
    refused = case.take("screen", SCREENING | {"why": " "})
    assert refused.status == 422 and "#why" in errors_of(refused)[1]
    kept = refused.form_to("/screen").entries(None)
    assert ("gist", SCREENING["gist"]) in kept and ("child", "yes") in kept


def test_who_asks_for_help_can_be_reached_by_those_who_read_it_and_by_nobody_else(demo, officer):
    team = officer("protect")
    thread = new_thread(demo, team, send=lambda visitor: send(
        to_words(visitor, "/advice").submit("go=on", {"narrative": "A visit, please"}).submit("go=on").submit("go=on")
        .submit("go=on", {"contact": "details"}).submit("go=on", {"reach": "01632 960001"})))
    case = Case(team, thread)
    case.done(case.open())
    shown = case.ask("contact", {"purpose": "other", "reason": "To agree a day"})
    assert "01632 960001" in shown.main.text
    assert officer("supervisor").get(f"/sign-in/{thread}/contact").status == 404


def test_advice_goes_from_the_form_to_what_was_followed_up(demo, officer):
    case = opened(demo, officer("protect"), "/advice", narrative=f"Our new hall {word()}")
    case.done(case.take("weigh", {"request": "visit", "tier": "enhanced", "gist": "A hall, 850 people"}))
    wrong = case.take("book", {"activity": "visit", "day": "next week"})
    assert wrong.status == 422 and "#day" in errors_of(wrong)[1] and "next week" in str(wrong.form_to("/book").entries(None))
    case.done(case.take("book", {"activity": "visit", "day": "2027-03-02", "place": "Example Hall"}))
    assert "a day is agreed" in case.page.main.text
    case.done(case.take("held", {"day": "2027-03-02", "attended": "3", "came_of_it": "They were glad"}))
    case.done(case.take("follow-up", {"done": "all", "found_out": "The lock is there"}))
    assert "decided" in case.page.main.text
    case.done(case.press("close"))


def test_an_invitation_is_answered_by_a_visit_that_is_counted(demo, officer):
    case = opened(demo, officer("prevent"), "/invite", narrative=f"Please come {word()}")
    case.done(case.take("conversation", {"reached": "reached", "spoken": "The second of March suits"}))
    case.done(case.take("book", {"day": "2027-03-02", "place": "Sample Rooms", "gist": "Parents, safety online"}))
    case.done(case.take("held", {"day": "2027-03-02", "audience": "women", "attended": "24"}))
    assert case.thread not in officer("prevent").threads()


def test_a_question_is_answered_and_one_that_is_a_report_becomes_one_with_a_link(demo, officer):
    analyst = officer("officer")
    case = opened(demo, analyst, "/question", narrative=f"Where do I send a film? {word()}")
    case.done(case.take("answer", {"reply": "To the form on this site"}))
    assert case.thread not in analyst.threads()
    other = opened(demo, analyst, "/question", narrative=f"Is it odd that he films the gate? {word()}")
    before, told = set(analyst.threads()), word()
    refused = other.take("raise", {"account": "", "urgent": "no", "why": "It is a report"})
    assert refused.status == 422 and set(analyst.threads()) == before
    other.done(other.take("raise", {"account": f"A man films the gate {told}", "urgent": "no", "why": "It is a report"}))
    raised, = set(analyst.threads()) - before
    assert Case(analyst, raised).page.main.text.count(told) == 0
    new = Case(analyst, raised)
    new.done(new.open())
    assert told in new.page.main.text and "Raised at the desk" in new.page.main.text
    assert told in other.page.main.text and other.thread not in analyst.threads()


def test_a_call_taker_picks_the_kind_and_loses_nothing_by_picking_another(demo, officer):
    caller, team = officer("call-taker"), officer("prevent")
    before, marker = set(team.threads()), word()
    page = caller.get("/call").submit("go=kind-protect", {"narrative": f"About a boy {marker}", "where": "Exampleton"})
    assert page.form.control("site") is not None and marker in typed(page.form, "narrative")
    page = page.submit("go=kind-prevent", {"site": "A school"})
    assert page.form.control("site") is None and page.form.control("age") is not None
    assert typed(page.submit("go=kind-activity").form, "where") == "Exampleton"
    done = page.submit("go=check", {"age": "child"}).submit("go=send")
    assert "Handed over" in done.main.text
    thread, = set(team.threads()) - before
    assert caller.get(f"/report/{thread}").status == 404
    case = Case(team, thread)
    case.done(case.open())
    assert marker in case.page.main.text and "A school" not in case.page.main.text


def test_a_concern_in_a_browser_without_scripts_to_its_last_review_a_year_later(template, browser_page):
    own = template.copy().start()
    try:
        reporter, marker = browser_page(), word()
        reporter.goto(own.public + "/concern")
        press(reporter, "No, carry on")
        reporter.locator("[name=narrative]").fill(f"He has changed since the spring. {marker}")
        shot(reporter, "concern-words")
        press(reporter, "Continue")
        reporter.locator("[name=changes][value=apart]").check()
        shot(reporter, "concern-changes")
        press(reporter, "Skip to check and send")
        press(reporter, "Send report")
        heading(reporter, "We have your report")
        team = browser_page(viewport={"width": 1280, "height": 900})
        person = own.officer("prevent")
        sign_in(team, person, own)
        for thread in rows(team):
            team.goto(f"{own.desk}/report/{thread}")
            if team.locator("form[action$='/open']").count():
                team.locator("form[action$='/open'] button").first.click()
            if marker in team.locator("main").inner_text():
                break
        assert marker in team.locator("main").inner_text()
        for step, typed in (("screen", SCREENING), ("deconflict", CLEAR), ("weigh", WEIGHED | {"gist": "A pupil"}),
                            ("hand-off", PANEL), ("consent", CONSENT), ("support", PLAN), ("exit", EXIT)):
            follow(team, step), fill(team, typed), submit(team)
        shot(team, "desk-concern")
        assert "first review to come" in team.locator("main").inner_text()
        for ahead, step, clock in ((HALF_A_YEAR + 86_400, "review", "6-month review"),
                                   (2 * HALF_A_YEAR + 3 * 86_400, "second-review", "12-month review")):
            run_ahead(own, ahead, team, person, thread, clock)
            follow(team, step), fill(team, REVIEW), submit(team)
        press(team, "Close")
        assert "closed" in team.locator("main").inner_text()
    finally:
        own.remove()


WEEK = 7 * 86_400


@pytest.mark.parametrize("path, steps", [
    ("/material", [
        ("assess", {"view": "unlawful", "offence": "b2", "why": "It urges others on", "gist": "A film"}),
        (WEEK, "forward"), ("forward", {"how": "By their form, number 0001"}), ("answer", {"reply": "Taken down"})]),
    ("/advice", [
        ("weigh", {"request": "visit", "tier": "standard", "gist": "A shop"}), (3 * WEEK, "answer"),
        ("book", {"activity": "visit", "day": "2027-03-02"}), (17 * WEEK, "take place"),
        ("held", {"day": "2027-03-02", "attended": "3", "came_of_it": "They were glad"}), (31 * WEEK, "follow up"),
        ("follow-up", {"done": "all", "found_out": "It is there"})]),
    ("/invite", [
        (3 * WEEK, "answer"), ("book", {"day": "2027-03-02", "place": "Sample Rooms", "gist": "Parents"}),
        (17 * WEEK, "take place"), ("held", {"day": "2027-03-02", "audience": "women", "attended": "24"})]),
    ("/question", [(2 * WEEK, "answer"), ("answer", {"reply": "As the page says"})]),
])
def test_each_other_service_in_a_browser_without_scripts_with_its_clocks_run_forward(template, browser_page, path, steps):
    own = template.copy().start()
    try:
        reporter, marker = browser_page(), word()
        reporter.goto(own.public + path)
        press(reporter, "No, carry on")
        reporter.locator("[name=narrative]").fill(f"In a few words. {marker}")
        shot(reporter, path[1:] + "-words")
        press(reporter, "Skip to check and send")
        press(reporter, "Send report")
        heading(reporter, "We have your report")
        team = browser_page(viewport={"width": 1280, "height": 900})
        person = own.officer(TEAM[path])
        sign_in(team, person, own)
        there = rows(team)
        for thread in there:
            team.goto(f"{own.desk}/report/{thread}")
            if team.locator("form[action$='/open']").count():
                team.locator("form[action$='/open'] button").first.click()
            if marker in team.locator("main").inner_text():
                break
        assert marker in team.locator("main").inner_text()
        for step, what in steps:
            if isinstance(step, int):
                run_ahead(own, step, team, person, thread, what)
            else:
                follow(team, step), fill(team, what), submit(team)
        press(team, "Close")
        assert "closed" in team.locator("main").inner_text()
    finally:
        own.remove()


def test_suspicious_activity_in_a_browser_with_its_clocks_run_forward(template, browser_page):
    own = template.copy().start()
    try:
        marker, wide = word(), {"viewport": {"width": 1280, "height": 900}}
        thread = new_thread_of(own, marker)
        analyst, supervisor = browser_page(**wide), browser_page(**wide)

        def ahead(page, role, hours, clock):
            run_ahead(own, hours * 3_600, page, own.officer(role), thread, clock)

        sign_in(analyst, own.officer("officer"), own)
        analyst.goto(f"{own.desk}/report/{thread}")
        press(analyst, "Open")
        assert marker in analyst.locator("main").inner_text()
        ahead(analyst, "officer", 6, "triage")
        follow(analyst, "triage"), fill(analyst, TRIAGE), submit(analyst)
        ahead(analyst, "officer", 4 * 24, "research")
        follow(analyst, "research"), fill(analyst, RESEARCH), submit(analyst)
        follow(analyst, "no-further-action"), fill(analyst, NO_ACTION), submit(analyst)
        ahead(supervisor, "supervisor", 6 * 24, "sign")
        follow(supervisor, "confirm"), submit(supervisor)
        press(supervisor, "Close")
        assert "closed" in supervisor.locator("main").inner_text()
    finally:
        own.remove()


def new_thread_of(own, marker):
    """Sends a report of activity to a demonstration; the thread under which the desk has it."""
    one = Officer(own, own.officer("officer", 1))
    one.sign_in()
    return new_thread(own, one, narrative=f"Doors were tried. {marker}")
