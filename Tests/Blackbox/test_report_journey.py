"""The reporter's way from the first page to the receipt. J-numbers are the scenarios of the public journey's design."""

import re

import journey
from canary import word
from journey import assert_numbers, errors_of, is_check, report, return_with, send, symbols, to_check, to_words
from officer import Officer

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def test_J01_R11_start_to_receipt_is_four_pages_and_one_report_on_the_desk(demo, officer):
    from visitor import Visitor
    desk = officer("officer")
    before = len(desk.queue_rows())
    visitor = Visitor(demo.public)
    sent = send(to_check(visitor, "x"))
    assert [page.status for page in visitor.seen] == [200] * 4
    assert [page.h1 for page in visitor.seen] == [
        "Before you start", "What did you see or hear?", "Check, then send", "We have your report"]
    assert sent.code
    assert len(desk.queue_rows()) == before + 1


def test_J02_the_long_way_unanswered_is_at_most_six_pages_before_check(visitor):
    check, passed = journey.to_check_the_long_way(visitor, "A grey van outside the depot again")
    assert is_check(check)
    for page in passed:
        assert page.form.button("go=skip"), f"{page!r} cannot be skipped in one action"


def test_J03_the_code_on_check_is_the_code_on_sent_and_opens_return(visitor):
    check = to_check(visitor, "Two people filmed the cameras")
    sent = send(check)
    assert symbols(check.code) == symbols(sent.code)
    messages = return_with(visitor, sent.code)
    assert messages.status == 200 and messages.h1 == "Your messages"
    assert "Received" in messages.text


def test_R23_codes_have_24_symbols_without_lookalikes_and_never_repeat(visitor):
    start = visitor.get("/report")
    codes = []
    for _ in range(60):
        code = symbols(visitor.get("/report").submit(journey.NOT_IN_DANGER).submit("go=skip", {"narrative": "x"}).code)
        codes.append(code)
    assert start.has_form
    assert all(len(code) == 24 and set(code) <= set(ALPHABET) for code in codes)
    assert len(set(codes)) == len(codes)


def test_R07_the_first_page_says_what_is_recorded_who_reads_and_what_anonymous_means(visitor):
    start = visitor.get("/report")
    said = start.main.text.lower()
    for words in ("officers read every report", "internet address", "cookies", "anonymous", "confidential",
                  "life is at risk", "does not clear history"):
        assert words in said, f"Start does not say {words!r}"


def test_danger_shows_999_first_and_lets_the_report_go_on(visitor):
    page = visitor.get("/report").submit(journey.IN_DANGER)
    assert page.h1 == "Call 999 now"
    assert any(href.startswith("tel:999") for _, href in page.links)
    assert page.submit().form.control("narrative") is not None


def test_J10_R13_an_empty_account_is_a_422_that_leads_to_the_box(visitor):
    page = to_words(visitor).submit("go=on", {"narrative": "  \n "})
    assert page.status == 422
    assert page.title.startswith("Error:")
    note, targets = errors_of(page)
    assert note.get("tabindex") == "-1" and note.has("autofocus")
    assert page.form.action.endswith("#note") or page.url.endswith("#note")
    box = page.form.control("narrative")
    assert targets == ["#" + box.get("id")]
    assert box.get("aria-invalid") == "true" or box.has("aria-describedby")
    assert_numbers(page)


def test_R13_an_error_keeps_everything_else_that_was_typed(visitor):
    page, where = to_words(visitor).submit("go=on", {"narrative": "A man tried doors"}), word()
    while "where" not in page.form.names():
        page = page.submit("go=on")
    page = page.submit("go=on", {"where": where, "when": "last night"})
    while not page.form.control("contact"):
        page = page.submit("go=on")
    page = page.submit("go=on", {"contact": "details"})
    refused = page.submit("go=on", {"reach": "", "reach_safe": "evenings only"})
    assert refused.status == 422
    assert ("reach_safe", "evenings only") in refused.form.entries()
    check = refused.submit("go=on", {"reach": "07700 900123"})
    assert is_check(check) and where in check.text and "A man tried doors" in check.text


def test_J11_a_300_KiB_account_comes_back_whole_with_the_excess_stated(visitor):
    text = "\n".join(f"line {number} of what I saw" for number in range(13_000))
    assert len(text) > 300 * 1024
    page = to_words(visitor).submit("go=on", {"narrative": text})
    assert page.status == 422
    assert dict(page.form.entries())["narrative"].replace("\r\n", "\n") == text
    assert re.search(r"too long", page.text)
    assert is_check(page.submit("go=skip", {"narrative": text[:200_000]}))


def test_J12_the_pages_own_back_keeps_what_was_typed(visitor):
    words = to_words(visitor).submit("go=back", {"narrative": "typed, then Back"})
    again = words.submit(journey.NOT_IN_DANGER)
    assert dict(again.form.entries())["narrative"] == "typed, then Back"


def test_J13_enter_always_means_forward(visitor):
    page = to_words(visitor)
    assert (page.form.button().get("name"), page.form.button().get("value")) == ("go", "on")
    check, passed = journey.to_check_the_long_way(visitor, "x", {"contact": "details", "reach": "07700 900123"})
    for page in passed:
        assert (page.form.button().get("name"), page.form.button().get("value")) == ("go", "on"), page
    assert check.form.button().get("value") == "send"


def test_J14_change_returns_to_check_with_every_answer_intact(visitor):
    answers = {"where": "the old mill", "who": "two adults", "things": "a white van"}
    check, _ = journey.to_check_the_long_way(visitor, "Boxes moved at night", answers)
    changes = [button for button in check.form.buttons() if button.get("value", "").startswith("change-")]
    assert changes
    for number in range(len(changes)):
        button = [b for b in check.form.buttons() if b.get("value", "").startswith("change-")][number]
        check = check.submit("go=" + button.get("value")).submit("go=on")
        assert is_check(check), f"{button.get('value')} then Continue did not lead to Check but {check!r}"
        for text in ["Boxes moved at night", *answers.values()]:
            assert text in check.text


def test_J15_R08_contact_details_vanish_when_anonymous_is_chosen(visitor):
    check, _ = journey.to_check_the_long_way(
        visitor, "x", {"contact": "details", "reach": "07700 900456", "reach_name": "Sam Example"})
    assert "07700 900456" in check.text
    change = next(button for button in check.form.buttons()
                  if button.get("value", "").startswith("change-") and "reach" in button.text.lower())
    page = check.submit("go=" + change.get("value"))
    while "contact" not in page.form.names():
        page = page.submit("go=back")
    check = page.submit("go=on", {"contact": "none"})
    while not is_check(check):
        check = check.submit("go=on")
    assert "07700 900456" not in check.markup and "Sam Example" not in check.markup
    assert "Anonymous" in check.text


def test_J16_R14_same_form_twice_is_one_report(demo, officer):
    from visitor import Visitor
    desk = officer("officer")
    before = len(desk.queue_rows())
    check = to_check(Visitor(demo.public), "Sent twice, " + word())
    first, second = send(check), send(check)
    assert first.code == second.code and first.main.text == second.main.text
    assert len(desk.queue_rows()) == before + 1


def test_same_code_and_other_words_is_a_follow_up(visitor):
    words = to_words(visitor)
    first = send(words.submit("go=skip", {"narrative": "first words"}))
    second = words.submit("go=skip", {"narrative": "other words"})
    if symbols(second.code) != symbols(first.code):
        # The code is made on the way to Check: go back from that Check instead.
        check = to_check(visitor, "first words")
        first = send(check)
        second = check.submit("go=change-words").submit("go=on", {"narrative": "other words"})
    added = second.submit("go=send")
    assert added.status == 200 and "Added to your report" in added.text


def test_R25_the_receipt_explains_the_code_and_asks_for_a_tick(visitor):
    sent, code = report(visitor, "Someone timed the guards")
    assert sent.form.control("kept").get("type") == "checkbox"
    again = sent.submit("go=finish")
    assert symbols(again.code) == symbols(code), "unticked, the code is shown once more"
    finished = again.submit("go=finish")
    assert finished.h1 == "You can close this page"
    assert finished.header("clear-site-data") == '"cache"'
    assert symbols(code) not in symbols(finished.markup)
    ticked = sent.submit("go=finish", {"kept": sent.form.control("kept").get("value", "on")})
    assert ticked.h1 == "You can close this page"


def test_J22_check_reads_in_order_and_its_change_buttons_differ(visitor):
    check, _ = journey.to_check_the_long_way(visitor, "A rented van", {"where": "the quarry", "who": "one man"})
    text = check.main.text
    places = [text.index(words) for words in ("Check, then send", "Nothing has been sent", check.code, "A rented van")]
    assert places == sorted(places)
    order = list(check.dom.walk())
    code = check.dom.first(data_code=True)
    assert order.index(code) < order.index(check.form.button("go=send"))
    names = [button.text for button in check.form.buttons() if button.get("value", "").startswith("change-")]
    assert len(names) == len(set(names)), f"Change buttons cannot be told apart: {names}"


def test_J18_an_expired_form_keeps_the_text_and_gives_a_new_code(template):
    from visitor import Visitor
    own = template.copy()
    try:
        own.start()
        check = to_check(Visitor(own.public), "typed yesterday")
        own.stop()
        own.environment["HEED_CLOCK_OFFSET"] = str(25 * 3600)
        own.start()
        late = check.submit("go=send")
        assert late.status == 200 and "typed yesterday" in late.markup
        assert "open a long time" in late.text and "code is new" in late.text
        while not is_check(late):
            late = late.submit("go=skip")
        assert symbols(late.code) != symbols(check.code)
        assert send(late).code
    finally:
        own.remove()


def test_J25_every_reporter_page_is_a_multiple_of_16_KiB_and_uncompressed(visitor):
    sent, code = report(visitor, "Padding")
    return_with(visitor, code)
    to_words(visitor).submit("go=on")
    for page in visitor.seen:
        assert len(page.body) % 16384 == 0, f"{page!r}: {len(page.body)} bytes"
        assert page.header("content-encoding") is None


def test_a_desk_officer_reads_a_report_that_was_sent(demo, officer):
    """The whole main line: what is typed at the front is on the desk, unopened rows showing none of it."""
    from visitor import Visitor
    marker = word()
    desk = officer("officer")
    report(Visitor(demo.public), f"A marker {marker} in the words")
    queue = desk.get("/")
    assert isinstance(desk, Officer) and list(queue.dom.all(data_report=True))
    assert marker not in queue.markup
