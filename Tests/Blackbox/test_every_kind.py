"""The promises of the desk, one by one, for every kind of report: what holds for one must not be forgotten for the next."""

import itertools
import re
from dataclasses import dataclass, field

import pytest

from canary import word
from desk_case import NO_ACTION, TRIAGE, Case, new_thread
from evidence import unrecorded
from journey import NOT_IN_DANGER, is_check, is_sent, return_with, send, symbols
from test_desk_rules import random_thread, same_answer
from visitor import Visitor

AGREED = {"day": "2027-03-02", "place": "Sample Rooms", "gist": "Parents"}
ASSESSED = {"view": "lawful", "offence": "none", "why": "Rude, no more", "gist": "Words on a page"}
WANTED = {"request": "visit", "tier": "standard", "gist": "A shop"}
SCREENED = {"danger_now": "no", "child": "no", "safeguarding": "none", "why": "He is forty", "gist": "A neighbour"}
WEIGHED = {"fits": "nothing", "vulnerability": "none", "earlier": "none", "why": "A sad week", "gist": "A sad week"}


@dataclass(frozen=True)
class Kind:
    """How one kind is reported and worked on."""
    name: str
    path: str
    team: str
    # Who gives the second signature: of the team itself, or its supervisor.
    second: tuple
    # The step that two people write at once, what one writes, and the field in which they differ.
    written: tuple
    # What has to be there before no further action can be proposed.
    before: tuple = ()
    # Who may open how to reach the reporter.
    reach: str = ""
    others: tuple = field(default=("call-taker", "administrator", "auditor", "communications"))


KINDS = [
    Kind("activity", "/report", "officer", ("supervisor", 0), ("triage", TRIAGE, "risk"), (("triage", TRIAGE),),
         "supervisor", ("call-taker", "administrator", "auditor", "communications", "prevent", "protect")),
    Kind("online", "/material", "officer", ("supervisor", 0), ("assess", ASSESSED, "why"), (("assess", ASSESSED),),
         "supervisor", ("call-taker", "administrator", "auditor", "communications", "prevent", "protect")),
    Kind("prevent", "/concern", "prevent", ("prevent", 1), ("screen", SCREENED, "why"),
         (("screen", SCREENED), ("weigh", WEIGHED)), "prevent",
         ("call-taker", "administrator", "auditor", "communications", "officer", "supervisor", "protect")),
    Kind("protect", "/advice", "protect", ("protect", 1), ("weigh", WANTED, "gist"), (("weigh", WANTED),), "protect",
         ("call-taker", "administrator", "auditor", "communications", "officer", "supervisor", "prevent")),
    Kind("engagement", "/invite", "prevent", ("prevent", 1), ("book", AGREED, "place"), (), "prevent",
         ("call-taker", "administrator", "auditor", "communications", "officer", "supervisor", "protect")),
    Kind("general", "/question", "officer", ("supervisor", 0), ("answer", {"reply": "As the page says"}, "reply"), (), "officer",
         ("call-taker", "administrator", "auditor", "communications", "prevent", "protect")),
]
# What somebody else could try on a report whose address they know.
PAGES = ["/report/{}", "/sign-in/{}/contact", "/sign-in/{}/print", "/sign-in/{}/break-glass"] + [
    "/report/{}/" + step for step in ("open", "note", "no-further-action", "confirm", "close", "message", "break-glass")]
_turn = itertools.cycle((0, 1))


@pytest.fixture(params=KINDS, ids=lambda kind: kind.name)
def kind(request):
    return request.param


@pytest.fixture
def people(officer, kind):
    """Who works on it and who signs second; tests take turns, since a one-time code serves once."""
    turn = next(_turn)
    role, which = kind.second
    return officer(kind.team, turn), officer(role, 1 - turn if which else turn)


def to_check(visitor, kind, **answers):
    page = visitor.get(kind.path).submit(NOT_IN_DANGER)
    assert page.form.control("narrative") is not None, f"{page!r}"
    return page.submit("go=skip", {"narrative": "Words", **answers})


def the_long_way(visitor, kind, narrative, answers):
    """Every page in turn, filling in whatever it has a field for."""
    page = visitor.get(kind.path).submit(NOT_IN_DANGER).submit("go=on", {"narrative": narrative})
    for _ in range(8):
        if is_check(page):
            return page
        page = page.submit("go=on", {name: value for name, value in answers.items() if name in page.form.names()})
    raise AssertionError(f"no end: {page!r}")


def opened(demo, officer, kind, **answers):
    case = Case(officer, new_thread(demo, officer, send=lambda visitor: send(to_check(visitor, kind, **answers))))
    case.done(case.open())
    return case


def proposed(case, kind):
    """No further action, waiting for the second person."""
    for step, typed in kind.before:
        case.done(case.take(step, typed))
    case.done(case.take("no-further-action", NO_ACTION))
    return case


def test_R32_a_call_gives_a_code_that_works_on_the_web_and_the_call_taker_never_sees_it_again(demo, officer, people, kind):
    taker, (team, _) = officer("call-taker"), people
    before, marker, more = set(team.threads()), word(), word()
    page = taker.get("/call").submit("go=kind-" + kind.name, {"narrative": f"The caller said {marker}"})
    check = page.submit("go=check", form=page.form_to("/call"))
    assert check.code and check.dom.first("ol") is not None, "no alphabet to read the code out by"
    done = check.submit("go=send", form=check.form_to("/call"))
    assert done.h1 == "Handed over" and symbols(done.code) == symbols(check.code)
    thread, = set(team.threads()) - before
    assert taker.get(f"/report/{thread}").status == 404 and marker not in taker.get("/call").markup
    case = Case(team, thread)
    assert marker in case.done(case.open()).main.text
    messages = return_with(Visitor(demo.public), done.code)
    assert messages.h1 == "Your messages" and marker not in messages.markup
    messages.submit("Send", {"message": more})
    case.done(case.open(item=1))
    assert more in case.page.main.text


def test_R50_a_post_from_another_site_sends_and_opens_nothing(demo, people, kind):
    team, _ = people
    before = set(team.threads())
    check = to_check(Visitor(demo.public), kind)
    refused = check.submit("go=send", headers={"Origin": "https://elsewhere.invalid", "Sec-Fetch-Site": "cross-site"})
    assert refused.status in (400, 403) and set(team.threads()) == before
    case = Case(team, new_thread(demo, team, send=lambda visitor: send(to_check(visitor, kind))))
    page = case.page
    refused = page.submit(form=page.form_to("/open"), headers={"Origin": "https://elsewhere.invalid",
                                                               "Sec-Fetch-Site": "cross-site"})
    assert refused.status in (400, 403) and "Nobody has opened this report" in case.page.main.text


def test_R51_R52_R53_R58_to_every_other_role_it_answers_like_one_that_never_was(demo, officer, people, kind):
    case = opened(demo, people[0], kind)
    never = random_thread(case.thread)
    with unrecorded():
        for role in kind.others:
            one = officer(role)
            token = one.get("/").form_to("/sign-out").hidden()["csrf"]
            for path in PAGES:
                there, nowhere = (one.get(path.format(thread)) for thread in (case.thread, never))
                assert there.status in (404, 405) and same_answer(there, nowhere, case.thread, never), (role, path)
                typed = [("csrf", token), ("version", "1"), ("reason", "x"), ("note", "x")]
                there, nowhere = (one.post(path.format(thread), typed) for thread in (case.thread, never))
                assert there.status in (404, 405) and same_answer(there, nowhere, case.thread, never), (role, path)
            for path in ("/", "/search", "/mine", "/to-sign", "/board", "/watch"):
                assert case.thread not in one.get(path).markup, (role, path)


def test_R54_break_glass_is_of_one_compartment_told_to_the_holder_ended_and_reviewed_by_another(demo, officer, people, kind):
    team, breaker = people
    supervisors = (officer("supervisor", which) for which in (0, 1))
    reviewer = next(one for one in supervisors if one is not breaker) if kind.team == "officer" else team
    case, why = opened(demo, team, kind), "The holder does not answer, " + word()
    handle = re.search(r"[0-9A-Z]{4}-[0-9A-Z]{2}", case.page.title).group()

    def to_writing(one):
        page = one.get("/break-glass")
        return page.submit(form=page.form_to("/break-glass"), values={"handle": handle})

    def told(one):
        return " ".join(banner.text for banner in one.get("/search").dom.all(data_glass=True) if handle in banner.text)

    writing = to_writing(breaker)
    assert writing.submit(values={"reason": " "}).status == 422
    shown = writing.submit(values={"reason": why})
    assert shown.submit(values=breaker.credentials(passphrase="not it")).status == 422 and not told(breaker)
    done = shown.submit(values=breaker.credentials())
    assert done.status == 200 and f"Break-glass on {handle}: 23 h left." in told(breaker)
    assert f"Break-glass on your report {handle} by {breaker.person['username']}" in told(team) and why in case.timeline()
    for role in kind.others:
        if (page := officer(role).get("/break-glass")).status == 200:
            assert handle not in page.text and to_writing(officer(role)).status == 422, role
    page = breaker.get("/search")
    page.submit(form=page.form_to(f"/report/{case.thread}/end-glass"))
    assert not told(breaker) and "it is over" in told(team)
    review = f"/report/{case.thread}/review-glass"
    assert breaker.get(review).dom.first("textarea") is None and handle in breaker.get("/break-glass").text
    assert review in reviewer.get("/break-glass").markup
    page = reviewer.get(review)
    page.submit(form=page.form_to("/review-glass"), values={"opinion": "Needed, and kept short"})
    assert "Needed, and kept short" in case.timeline() and not told(team)
    auditor = officer("auditor")
    assert all(handle in auditor.get(f"/audit?verb=glass-{verb}").text for verb in ("broken", "ended", "reviewed"))


def test_R55_who_proposed_no_further_action_cannot_confirm_it_even_by_a_forged_request(demo, people, kind):
    # By whoever signs second for others, so that the role is not what refuses.
    _, second = people
    case = proposed(opened(demo, second, kind), kind)
    assert not case.offers("confirm")
    token = case.page.form_to("/sign-out").hidden()["csrf"]
    version = case.page.dom.first("input", name="version")
    forged = second.post(f"/report/{case.thread}/confirm", [
        ("csrf", token), ("version", version.get("value") if version else "9"), ("reason", "Agreed with myself")])
    assert forged.status in (400, 403, 404, 409, 422)
    assert "Agreed with myself" not in case.timeline() and case.thread in second.threads()


def test_R56_a_refusal_stays_where_it_was_and_the_next_proposal_comes_after_it(demo, people, kind):
    team, second = people
    case = proposed(opened(demo, team, kind), kind)
    other, why, again = case.seen_by(second), "Not yet, " + word(), "Nothing new came, " + word()
    other.done(other.take("send-back", {"reason": why}))
    case.done(case.take("no-further-action", {"why": again}))
    other.done(other.take("confirm", {"reason": ""}))
    said = case.timeline()
    places = [said.find(NO_ACTION["why"]), said.find(why), said.find(again)]
    assert -1 not in places and places in (sorted(places), sorted(places, reverse=True)), said
    assert team.person["username"] in said and second.person["username"] in said
    assert case.thread not in team.threads()


def test_R49_R57_how_to_reach_who_wrote_opens_to_a_fresh_proof_and_shows_nobody_whether_it_is_there(demo, officer, people, kind):
    secret, marker = "01632 960007", word()
    team, _ = people
    thread = new_thread(demo, team, send=lambda visitor: send(
        the_long_way(visitor, kind, marker, {"contact": "details", "reach": secret})))
    case, silent = Case(team, thread), opened(demo, team, kind)
    case.done(case.open())
    assert secret not in case.page.markup
    reader = officer(kind.reach)
    page = reader.get(f"/sign-in/{thread}/contact")
    assert page.status == 200 and secret not in page.markup
    form, why, proof = page.form_to("/contact"), {"purpose": "danger", "reason": "To warn them"}, reader.credentials()
    for lacking in (why, why | proof | {"reason": " "}, why | proof | {"passphrase": "not it"}):
        refused = page.submit(form=form, values=lacking)
        assert refused.status == 422 and secret not in refused.markup
        assert proof["passphrase"] not in refused.markup and ("To warn them" in refused.main.text) == (lacking["reason"] != " ")
    shown = page.submit(form=form, values=why | proof)
    assert secret in shown.main.text and secret not in reader.get(f"/report/{thread}").markup
    # A code opens one thing once: with the same one the report does not leave on paper.
    paper = reader.get(f"/sign-in/{thread}/print")
    refused = paper.submit(form=paper.form_to("/print"), values={"recipient": "The inspector", "purpose": "A briefing"} | proof)
    assert refused.status == 422 and "The inspector" in refused.markup and marker not in refused.markup
    links = [re.findall(r'href="[^"]*/contact"[^>]*>[^<]*', reader.get(f"/report/{each}").markup.replace(each, ""))
             for each in (thread, silent.thread)]
    assert links[0] == links[1] and len(links[0]) == 1
    if kind.reach != kind.team:
        assert team.get(f"/sign-in/{thread}/contact").status == 404


def test_R59_of_two_who_write_at_once_the_second_sees_both_and_nothing_is_lost(demo, people, kind):
    step, typed, differs = kind.written
    case = opened(demo, people[0], kind)
    mine, theirs, first, late = case.write(step), case.write(step), "First, " + word(), "Second, " + word()
    case.done(mine.submit(form=mine.form_to("/" + step), values=typed | {differs: first}))
    both = theirs.submit(form=theirs.form_to("/" + step), values=typed | {differs: late})
    assert both.status == 409 and "Nothing was saved" in both.h1
    assert first in both.main.text and late in both.main.text and late not in case.page.main.text
    again = both.submit(form=both.form_to("/" + step))
    if kind.name == "general":
        # The first answer has decided it: the second stays where it was typed.
        assert again.status == 409 and late in again.main.text and first in case.timeline()
    else:
        assert first in case.done(again).main.text and late in case.timeline()


def test_R72_fields_that_its_forms_do_not_have_change_nothing(demo, people, kind):
    (team, _), other = people, word()
    before = set(team.threads())
    check = to_check(Visitor(demo.public), kind)
    sent = check.submit("go=send", {
        "code": "0000 0000", "narrative": "other words", "wake": "1", "status": "decided", "thread_id": "00", "kind": "general",
        "compartment": "audit", "item": "9", "batch": "1", "danger": "yes", "contact": "details", "reach": "x"})
    assert is_sent(sent) and sent.code == check.code
    thread, = set(team.threads()) - before
    case = Case(team, thread)
    assert "other words" not in case.done(case.open()).main.text
    case.done(case.take("note", {
        "note": "only a note", "state": "closed", "status": "closed", "holder": other, "officer": other, "compartment": "audit",
        "priority": "low", "outcome": "no-further-action", "item": "7", "thread": random_thread("0" * 32), "verb": "closed"}))
    assert "only a note" in case.page.main.text and other not in case.page.main.text
    assert case.thread in team.threads()
