"""Writing to a reporter: two people for an officer's own words, what would set a task marked, and locks that only a review opens."""

import itertools

import pytest

from canary import word
from desk_case import Case, new_thread
from journey import errors_of, return_with, to_check_the_long_way
from visitor import Visitor

HOSTILE = "<b>Was it \u202ered\u202c?</b>"
REVIEW = {"review_outcome": "cleared", "review_reference": "SU 0001", "why": "One question, no more"}

_turn = itertools.cycle((0, 1))


@pytest.fixture
def pair(officer):
    """An analyst and a supervisor; tests take turns with the two of each, since a code serves once."""
    turn = next(_turn)
    return officer("officer", turn), officer("supervisor", turn)


def sent(demo, analyst, **answers):
    """A report by the public site, opened; with the code to come back."""
    code = None

    def send(visitor):
        nonlocal code
        check, _ = to_check_the_long_way(visitor, "A van, " + word(), {"contact": "code"} | answers)
        code = check.submit("go=send").code

    case = Case(analyst, new_thread(demo, analyst, send=send))
    case.done(case.open())
    return case, code


def write_for_another(case, words, **more):
    written = case.write("message-draft")
    statement = written.submit(form=written.form_to("/message-draft"), values={"words": words} | more)
    return statement


def put_forward(case, words, **more):
    return case.done(case.sign(write_for_another(case, words, **more), "message-draft"))


def test_words_of_ones_own_reach_the_reporter_once_another_person_has_signed_exactly_them(demo, pair):
    analyst, supervisor = pair
    case, code = sent(demo, analyst)
    assert "Round 1 of 1, questions 0 of 3, replies 0, linked 0; closes" in case.page.main.text
    statement = write_for_another(case, f"{HOSTILE} Please keep watching, {word()}.")
    assert "keep watching" in statement.by_id("words-marked").text and "<b>Was" not in statement.body.decode()
    case.done(case.sign(statement, "message-draft"))
    assert not case.offers("message-sign") and not case.offers("message")
    assert "We asked" not in return_with(Visitor(demo.public), code).main.text
    own = analyst.get(f"/sign-in/{case.thread}/message-sign")
    assert own.status == 404, "the role never signs"
    other = case.seen_by(supervisor)
    assert case.thread in [row.get("data-report") for row in supervisor.get("/to-sign").dom.all(data_report=True)]
    page = other.write("message-sign")
    assert "keep watching" in [mark.text for mark in page.dom.all("mark")]
    assert "keep watching" in page.by_id("words-marked").text
    refused = page.submit(form=page.form_to("/message-refuse"), values={"reason": "It sets a task"})
    other.done(refused)
    assert "We asked" not in return_with(Visitor(demo.public), code).main.text
    put_forward(case, HOSTILE + " On which day?")
    other.done(other.sign(other.write("message-sign"), "message-sign"))
    messages = return_with(Visitor(demo.public), code)
    assert "We asked" in messages.main.text and "On which day?" in messages.main.text
    assert "<b>Was" not in messages.body.decode() and "U+202E" in messages.main.text
    words, = [each for each in messages.dom.all("div") if "On which day?" in each.text and each.get("lang") == "en"]
    assert words.get("dir") == "auto" and "said" in words.get("class")
    messages.submit("Send", {"message": "On the Monday " + word()})
    case.done(case.open(item=1))
    assert "questions 1 of 3, replies 1, linked 0" in case.page.main.text
    assert "It sets a task" in case.timeline(), "a refusal stays"


def test_what_is_missing_from_a_message_is_said_and_nothing_typed_is_lost(demo, pair):
    analyst, _ = pair
    case, _ = sent(demo, analyst)
    empty = write_for_another(case, "  ")
    assert empty.status == 422 and "#words" in errors_of(empty)[1]
    long = write_for_another(case, "x" * 1001)
    assert long.status == 422 and "x" * 1001 in str(long.form_to("/message-draft").entries(None))


def test_R55_the_writer_cannot_sign_a_message_even_by_a_forged_request(demo, pair):
    analyst, supervisor = pair
    case, code = sent(demo, supervisor)
    put_forward(case, "Which day was it?")
    page = supervisor.get(f"/sign-in/{case.thread}/message-sign")
    assert page.by_id("statement") is None
    token = page.dom.first("input", name="csrf").get("value")
    forged = supervisor.post(f"/sign-in/{case.thread}/message-sign",
                             list(({"csrf": token, "version": "2", "statement": "0" * 64} | supervisor.credentials()).items()))
    assert forged.status in (403, 409, 422)
    assert "We asked" not in return_with(Visitor(demo.public), code).main.text


def test_a_second_round_takes_a_supervisor_and_a_third_locks(demo, pair):
    analyst, supervisor = pair
    case, code = sent(demo, analyst)
    first = case.write("message")
    question = next(field for field in first.form_to("/message").controls() if field.get("name") == "question")
    case.done(first.submit(form=first.form_to("/message"), values={"question": question.get("value")}))
    assert not case.offers("message") and case.offers("message-draft")
    put_forward(case, "", question=question.get("value"))
    other = case.seen_by(supervisor)
    other.done(other.sign(other.write("message-sign"), "message-sign"))
    text = case.page.main.text
    assert "Round 2 of 1" in text and "Locked: the rounds" in text and "source unit" in text
    assert not case.offers("message-draft") and case.offers("source-review-ask")


def test_D15_a_relation_is_written_to_only_after_a_recorded_review_by_a_second_person(demo, pair):
    analyst, supervisor = pair
    case, code = sent(demo, analyst, relation="family")
    text = case.page.main.text
    assert "Locked: the reporter is family" in text and "Supervisor" in text and "source unit’s look:" in text
    for path in ("message", "message-draft"):
        assert not case.offers(path) and analyst.get(f"/report/{case.thread}/{path}").by_id("work") is None
    other = case.seen_by(supervisor)
    assert not other.offers("source-review"), "nobody asked yet"
    case.done(case.take("source-review-ask", {"why": "One thing is not clear"}))
    assert analyst.get(f"/report/{case.thread}/source-review").status == 404
    written = other.write("source-review")
    missing = written.submit(form=written.form_to("/source-review"), values=REVIEW | {"review_reference": ""})
    assert missing.status == 422
    statement = written.submit(form=written.form_to("/source-review"), values=REVIEW)
    other.done(other.sign(statement, "source-review"))
    assert "Locked" not in case.page.by_id("next").text and case.offers("message-draft") and not case.offers("message")
    put_forward(case, "Which day was it?")
    other.done(other.sign(other.write("message-sign"), "message-sign"))
    assert "Which day was it?" in return_with(Visitor(demo.public), code).main.text
    assert "Locked: the reporter is family" in case.page.main.text, "cleared for one round"


def test_a_relation_that_an_officer_notes_and_a_later_report_lock_and_are_counted(demo, pair):
    analyst, _ = pair
    case, _ = sent(demo, analyst)
    case.done(case.take("link", {"other_report": "K7M4-QX", "why": "The same yard"}))
    assert "linked 1" in case.page.main.text and case.offers("message")
    case.done(case.take("relation", {"closeness": "household", "why": "It says: my flatmate"}))
    assert "Locked: a relation reported again" in case.page.main.text and not case.offers("message")


def test_messages_close_after_28_days_for_good(template):
    own = template.copy().start()
    try:
        from officer import Officer
        analyst = Officer(own, own.officer("officer"))
        analyst.sign_in()
        case, _ = sent(own, analyst)
        own.stop()
        own.environment["HEED_CLOCK_OFFSET"] = str(29 * 86_400)
        own.start()
        analyst = Officer(own, own.officer("officer"))
        analyst.sign_in()
        late = case.seen_by(analyst)
        assert "closed since" in late.page.main.text
        assert not late.offers("message") and not late.offers("message-draft")
    finally:
        own.stop()
