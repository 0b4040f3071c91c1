"""The main job: from a report to a recorded, authorised decision. D-numbers are the scenarios of the desk's design."""

import itertools
import re

import pytest

import desk_case
from canary import word
from desk_case import Case, NO_ACTION, TRIAGE, new_thread
from journey import report, return_with, to_check_the_long_way
from visitor import Visitor


_turn = itertools.cycle((0, 1))


@pytest.fixture
def turn():
    """Each officer's one-time code serves once in half a minute: tests take turns with the two of each role."""
    return next(_turn)


@pytest.fixture
def analyst(officer, turn):
    return officer("officer", turn)


@pytest.fixture
def colleague(officer, turn):
    """The other officer."""
    return officer("officer", 1 - turn)


@pytest.fixture
def supervisor(officer, turn):
    return officer("supervisor", turn)


@pytest.fixture
def case(demo, analyst):
    """A fresh report, opened by the analyst."""
    one = Case(analyst, new_thread(demo, analyst))
    one.done(one.open())
    return one


def test_the_main_job_from_a_report_to_an_authorised_decision_and_closing(demo, analyst, supervisor):
    marker, code = word(), None

    def send(visitor):
        nonlocal code
        code = report(visitor, f"Two people tried the doors of the yard. {marker}")[1]

    case = Case(analyst, new_thread(demo, analyst, send=send))
    assert marker not in case.page.markup, "words are shown before the report is opened"
    assert marker in case.done(case.open()).main.text
    case.triage()
    case.research()
    proposed = case.propose()
    assert not case.offers("authorise"), "offered to the proposer"
    assert case.thread in supervisor.get("/to-sign").markup and proposed.status == 200
    second = case.seen_by(supervisor)
    second.authorise()
    case.decide()
    closed = case.done(case.press("close"))
    said = closed.main.text
    for step in (analyst.person["username"], supervisor.person["username"], "signature verifies", desk_case.PROPOSAL["act"],
                 desk_case.DECISION["why"]):
        assert step in said, f"{step!r} is not on the report's page"
    assert case.thread not in analyst.threads()
    # And the reporter is told no more than that it was received.
    assert return_with(Visitor(demo.public), code).h1 == "Your messages"
    assert desk_case.DECISION["why"] not in return_with(Visitor(demo.public), code).markup


def test_D02_looking_at_an_unopened_report_signs_nothing_and_opening_signs_once(demo, analyst):
    case = Case(analyst, new_thread(demo, analyst))
    for _ in range(3):
        page = case.page
    assert "Nobody has opened this report" in page.main.text
    opened = case.done(case.open())
    assert opened.main.text.count("signature verifies") == 1


def test_D03_two_officers_open_the_same_report_and_one_holds_it(demo, colleague, analyst):
    case = Case(analyst, new_thread(demo, analyst))
    first, second = case.page, case.seen_by(colleague).page
    case.done(first.submit(form=first.form_to("/open")))
    late = second.submit(form=second.form_to("/open"))
    assert late.status == 409 and "Opened by another officer" in late.main.text
    assert case.page.main.text.count("signature verifies") == 1


def test_D04_no_words_of_a_report_stand_in_lists_titles_or_addresses(demo, analyst):
    marker = word()
    case = Case(analyst, new_thread(demo, analyst, marker))
    case.open()
    analyst.get("/mine")
    pages = [analyst.get("/"), analyst.get("/mine"), analyst.get("/set-aside"), analyst.get("/watch")]
    assert all(marker not in page.markup for page in pages)
    assert marker not in case.page.title
    assert all(marker not in href for _, href in case.page.links)


def test_D07_no_action_is_proposed_without_research(case):
    case.triage()
    assert not case.offers("propose")
    section = case.page.by_id("next")
    assert any(link.get("href").endswith("/research") for link in section.all("a")), "no link to what is missing"
    refused = case.officer.get(f"/report/{case.thread}/propose")
    assert refused.by_id("work") is None
    token = case.page.form_to("/sign-out").hidden()["csrf"]
    forced = case.officer.post(f"/sign-in/{case.thread}/propose", [
        ("csrf", token), ("version", "2"), *desk_case.PROPOSAL.items(), ("research", "1")])
    assert forced.by_id("statement") is None
    case.research()
    assert case.offers("propose")


def test_D08_R55_the_proposer_cannot_authorise_even_by_a_forged_request(demo, supervisor, analyst):
    case = Case(supervisor, new_thread(demo, supervisor))
    case.open()
    case.triage()
    case.research()
    case.propose()
    assert not case.offers("authorise")
    page = supervisor.get(f"/sign-in/{case.thread}/authorise")
    assert page.dom.first("input", name="passphrase") is None
    token = case.page.form_to("/sign-out").hidden()["csrf"]
    forged = supervisor.post(f"/sign-in/{case.thread}/authorise", [
        ("csrf", token), ("version", "5"), ("statement", "x"), *supervisor.credentials().items()])
    assert forged.status in (400, 403, 404, 409, 422)
    assert "action authorised" not in case.page.main.text


def test_R55_an_officer_who_is_no_supervisor_cannot_authorise(case, colleague):
    case.triage(), case.research(), case.propose()
    assert colleague.get(f"/sign-in/{case.thread}/authorise").status == 404
    assert not case.seen_by(colleague).offers("authorise")


def test_R55_a_replayed_authorisation_is_refused(case, supervisor):
    case.triage(), case.research(), case.propose()
    second = case.seen_by(supervisor)
    page = second.write("authorise")
    typed = supervisor.credentials()
    form = page.form_to("/authorise")
    second.done(page.submit(form=form, values=typed))
    again = page.submit(form=form, values=typed)
    assert again.status in (409, 422) or "action authorised" not in again.main.text
    assert case.timeline().count(supervisor.person["username"]) == 1


def test_a_wrong_passphrase_or_a_spent_code_signs_nothing(case, supervisor):
    case.triage(), case.research(), case.propose()
    second = case.seen_by(supervisor)
    page = second.write("authorise")
    for wrong in ({"passphrase": "not the passphrase", "totp": "000000"}, {"totp": "000000"}):
        page = page.submit(form=page.form_to("/authorise"), values=supervisor.credentials(**wrong))
        assert page.status == 422 and "Nothing was signed" in page.main.text
    second.done(second.sign(page, "authorise"))


def test_D09_a_follow_up_after_the_proposal_is_read_before_signing(demo, analyst, supervisor):
    code, marker = None, word()

    def send(visitor):
        nonlocal code
        code = report(visitor, "first words")[1]

    case = Case(analyst, new_thread(demo, analyst, send=send))
    case.open(), case.triage(), case.research(), case.propose()
    return_with(Visitor(demo.public), code).submit("Send", {"message": f"I saw them again {marker}"})
    page = supervisor.get(f"/sign-in/{case.thread}/authorise")
    assert "Changed since proposed" in page.main.text and page.dom.first("input", name="passphrase") is None
    second = case.seen_by(supervisor)
    second.open(item=1)
    page = supervisor.get(f"/sign-in/{case.thread}/authorise")
    if page.by_id("statement") is None:
        assert marker in page.main.text
        page = supervisor.get(page.link("I have read it"))
    second.done(second.sign(page, "authorise"))


def test_D10_R56_a_refusal_stays_in_the_timeline(case, supervisor):
    case.triage(), case.research(), case.propose()
    second, why = case.seen_by(supervisor), "Too wide: name the yard, " + word()
    page = supervisor.get(f"/sign-in/{case.thread}/authorise")
    second.done(page.submit(form=page.form_to("/refuse"), values={"reason": why}))
    assert why in case.timeline()
    case.propose(act="Visit the one yard at the mill")
    second.authorise()
    said = case.timeline()
    assert why in said and desk_case.PROPOSAL["act"] in said and "Visit the one yard at the mill" in said


def test_D11_no_further_action_waits_for_a_second_person(case, supervisor):
    case.triage()
    case.done(case.take("no-further-action", NO_ACTION))
    assert not case.offers("confirm")
    second = case.seen_by(supervisor)
    assert case.thread in supervisor.get("/to-sign").markup
    assert NO_ACTION["why"] in second.page.main.text
    second.done(second.take("confirm", {"reason": ""}))
    assert case.thread not in supervisor.get("/to-sign").markup


def test_D12_R59_the_second_save_shows_both_versions_and_loses_neither(case, colleague):
    other = case.seen_by(colleague)
    mine, theirs = case.write("triage"), other.write("triage")
    case.done(mine.submit(form=mine.form_to("/triage"), values=TRIAGE | {"risk": "high, I think"}))
    late = theirs.submit(form=theirs.form_to("/triage"), values=TRIAGE | {"risk": "medium, I think"})
    assert late.status == 409 and "Nothing was saved" in late.h1
    assert "high, I think" in late.main.text and "medium, I think" in late.main.text
    assert "medium, I think" not in case.page.main.text
    other.done(late.submit(form=late.form_to("/triage")))
    assert "high, I think" in case.timeline() and "medium, I think" in case.timeline()


def test_D15_a_report_about_a_relation_offers_no_messages(demo, analyst):
    def send(visitor):
        check, _ = to_check_the_long_way(visitor, "about my brother", {"relation": "family", "contact": "code"})
        check.submit("go=send")

    case = Case(analyst, new_thread(demo, analyst, send=send))
    case.open()
    assert not case.offers("message")
    assert analyst.get(f"/report/{case.thread}/message").by_id("work") is None


def test_a_question_reaches_the_reporter_and_the_answer_the_desk(demo, analyst):
    code, marker = None, word()

    def send(visitor):
        nonlocal code
        code = report(visitor, "A van was parked there")[1]

    case = Case(analyst, new_thread(demo, analyst, send=send))
    case.open(), case.triage()
    page = case.write("message")
    form = page.form_to("/message")
    question = next(field for field in form.controls() if field.get("name") == "question")
    case.done(page.submit(form=form, values={"question": question.get("value")}))
    messages = return_with(Visitor(demo.public), code)
    assert "We have a question" in messages.main.text and "We asked" in messages.main.text
    messages.submit("Send", {"message": marker})
    assert marker not in case.page.markup, "shown before it was opened"
    case.open(item=1)
    assert marker in case.page.main.text
    assert not case.offers("message"), "a second round without review"


def test_R08_R49_R57_contact_details_open_to_who_asks_with_a_reason_and_a_fresh_proof_and_leave_a_record(demo, analyst, supervisor):
    secret = "07700 900789"

    def send(visitor):
        check, _ = to_check_the_long_way(visitor, "words", {"contact": "details", "reach": secret})
        check.submit("go=send")

    case = Case(analyst, new_thread(demo, analyst, send=send))
    case.open()
    assert secret not in case.page.markup
    assert analyst.get(f"/sign-in/{case.thread}/contact").status == 404, "without the key of sources"
    page = supervisor.get(f"/sign-in/{case.thread}/contact")
    assert page.status == 200 and secret not in page.markup
    form, why = page.form_to("/contact"), {"purpose": "danger", "reason": "To warn them"}
    empty = page.submit(form=form, values=why | {"reason": " "} | supervisor.credentials())
    assert empty.status == 422 and secret not in empty.markup
    shown = page.submit(form=form, values=why | supervisor.credentials())
    assert secret in shown.main.text
    assert secret not in supervisor.get(f"/report/{case.thread}").markup
    # Whether there is anything to open, the report's page does not say.
    silent = Case(analyst, new_thread(demo, analyst))
    silent.open()
    pages = [re.findall(r'href="[^"]*/contact"[^>]*>[^<]*', supervisor.get(f"/report/{thread}").markup.replace(thread, ""))
             for thread in (case.thread, silent.thread)]
    assert pages[0] == pages[1] and len(pages[0]) == 1


def test_R32_D16_a_call_taker_hands_over_by_form_and_never_sees_it_again(demo, officer, analyst):
    taker, before = officer("call-taker"), set(analyst.threads())
    page = taker.get("/call")
    empty = page.submit("go=check", form=page.form_to("/call"))
    assert empty.status == 422
    check = page.submit("go=check", form=page.form_to("/call"), values={"narrative": "The caller saw a van"})
    assert check.code and check.dom.first("ol") is not None, "no alphabet to read the code out by"
    done = check.submit("go=send", form=check.form_to("/call"))
    assert done.h1 == "Handed over" and re.sub(r"\W", "", done.code) == re.sub(r"\W", "", check.code)
    thread, = set(analyst.threads()) - before
    assert taker.get(f"/report/{thread}").status == 404
    opened = Case(analyst, thread)
    assert "The caller saw a van" in opened.done(opened.open()).main.text
    assert return_with(Visitor(demo.public), done.code).h1 == "Your messages"


def test_R64_closing_is_undone_by_a_recorded_act_and_the_words_are_still_there(demo, analyst, supervisor):
    marker = word()
    case = Case(analyst, new_thread(demo, analyst, marker))
    case.open(), case.triage()
    case.done(case.take("no-further-action", NO_ACTION))
    second = case.seen_by(supervisor)
    second.done(second.take("confirm", {"reason": ""}))
    case.done(case.press("close"))
    assert case.thread not in analyst.threads()
    why = "New words came in, " + word()
    case.done(case.take("reopen", {"reason": why}))
    assert case.thread in analyst.threads()
    said = case.page.main.text
    assert why in said and marker in said


def test_acting_first_is_ratified_by_another(case, supervisor):
    page = case.write("act-first")
    statement = page.submit(form=page.form_to("/act-first"), values={
        "act": "Officers sent at once", "why": "A life was at risk"})
    case.done(case.sign(statement, "act-first"))
    assert not case.offers("ratify")
    second = case.seen_by(supervisor)
    second.done(second.sign(second.write("ratify"), "ratify"))
    assert "Officers sent at once" in case.timeline()
