"""Coming back with a code, and the messages behind it."""

import re

from canary import word
from journey import report, return_with, symbols, to_check
from visitor import Visitor

LOOKALIKES = str.maketrans({"0": "O", "1": "l"})


def without_tokens(page):
    """The page's bytes with the values of hidden fields cut out, and their lengths."""
    lengths = []

    def cut(match):
        lengths.append(len(match.group(2)))
        return match.group(1) + '""'

    body = re.sub(r'(<input\b[^>]*type="?hidden"?[^>]*value=)"([^"]*)"', cut, page.markup)
    return body, lengths


def test_R24_a_code_is_read_with_any_spacing_case_and_lookalikes(visitor):
    _, code = report(visitor, "x")
    plain = symbols(code)
    grouped = " ".join(plain[at:at + 3] for at in range(0, 24, 3))
    for typed in (plain, plain.lower(), grouped, f"  {code.replace('-', ' – ')}\t", plain.translate(LOOKALIKES),
                  "-".join(plain).lower()):
        page = return_with(visitor, typed)
        assert page.h1 == "Your messages", f"{typed!r} was not read: {page!r}"


def test_R24_J21_one_wrong_symbol_is_said_to_be_a_typing_slip_and_the_text_is_kept(visitor):
    _, code = report(visitor, "x")
    plain = symbols(code)
    for at in range(24):
        wrong = plain[:at] + ("7" if plain[at] != "7" else "8") + plain[at + 1:]
        page = return_with(visitor, wrong)
        assert "typing slip" in page.text, f"symbol {at}: {page!r}"
        assert page.form.control("code").get("value") == wrong


def test_R26_J21_unknown_codes_give_equal_bytes_but_for_tokens(visitor):
    """A code that Check showed but that was never sent is well formed and unknown."""
    pages = [return_with(visitor, to_check(visitor, "never sent").code) for _ in range(3)]
    for page in pages:
        assert "We found nothing to show" in page.text
    shapes = [without_tokens(page) for page in pages]
    assert shapes[0] == shapes[1] == shapes[2]
    assert len({len(page.body) for page in pages}) == 1
    assert len({page.status for page in pages}) == 1
    assert [sorted(name.lower() for name, _ in page.headers) for page in pages].count(
        sorted(name.lower() for name, _ in pages[0].headers)) == 3


def test_R28_the_mailbox_never_shows_the_report_or_who_reads_it(visitor, demo):
    marker = word()
    sent, code = report(visitor, f"The words {marker}")
    page = return_with(visitor, code)
    assert page.h1 == "Your messages"
    assert marker not in page.markup and marker not in sent.main.text
    for person in demo.officers():
        assert person["name"] not in page.markup and person["username"] not in page.markup


def test_a_message_is_added_once_and_an_empty_one_is_asked_for(visitor):
    _, code = report(visitor, "x")
    messages = return_with(visitor, code)
    empty = messages.submit("Send", {"message": " "})
    assert empty.status == 422 and "Write something to send" in empty.text
    first = messages.submit("Send", {"message": "It was a blue van"})
    again = messages.submit("Send", {"message": "It was a blue van"})
    assert first.status == again.status == 200
    assert first.h1 == "Added to your report" and first.main.text == again.main.text


def test_J25_messages_and_unknown_codes_share_a_size(visitor):
    _, code = report(visitor, "x")
    known = return_with(visitor, code)
    unknown = return_with(visitor, to_check(visitor, "never sent").code)
    assert len(known.body) == len(unknown.body)


def test_R15_a_code_still_opens_after_a_restart(fresh_demo):
    _, code = report(Visitor(fresh_demo.public), "Before the restart")
    fresh_demo.stop()
    fresh_demo.start()
    assert return_with(Visitor(fresh_demo.public), code).h1 == "Your messages"
