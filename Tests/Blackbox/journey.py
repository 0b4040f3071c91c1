"""The reporter's journey as functions over pages: what a person would press, by the words on the buttons."""

import re

NOT_IN_DANGER = "No, carry on"
IN_DANGER = "Yes"
EMERGENCY_NUMBERS = ("999", "101", "0800 789 321")


def to_words(visitor, path="/report", button=NOT_IN_DANGER):
    """Start, then the page with the one required box."""
    page = visitor.get(path).submit(button)
    if button == IN_DANGER:
        page = page.submit()
    assert page.form.control("narrative") is not None, f"no narrative on {page!r}"
    return page


def to_check(visitor, narrative, **answers):
    """The short way: words, then straight to Check."""
    return to_words(visitor).submit("go=skip", {"narrative": narrative, **answers})


def to_check_the_long_way(visitor, narrative, answers=None):
    """Every optional page in turn, filling in whatever of `answers` it has a field for. Returns Check and pages passed."""
    page = to_words(visitor).submit("go=on", {"narrative": narrative})
    passed = []
    while not is_check(page):
        assert page.status == 200, f"{page!r}: {page.text[:300]}"
        passed.append(page)
        assert len(passed) <= 6, f"more than six pages: {[each.h1 for each in passed]}"
        wanted = {name: value for name, value in (answers or {}).items() if name in page.form.names()}
        page = page.submit("go=on", wanted)
    return page, passed


def is_check(page):
    return page.dom.first(data_code=True) is not None and page.has_form and \
        any(button.get("name") == "go" and button.get("value") == "send" for button in page.form.buttons())


def send(check):
    """Presses Send; the page with the receipt."""
    page = check.submit("go=send")
    assert is_sent(page), f"not sent: {page!r} {page.text[:300]!r}"
    return page


def is_sent(page):
    return page.status == 200 and page.h1 == "We have your report"


def report(visitor, narrative):
    """Start to receipt by the short way; the receipt and its code."""
    sent = send(to_check(visitor, narrative))
    return sent, sent.code


def return_with(visitor, code):
    return visitor.get("/return").submit(values={"code": code})


def symbols(code):
    """A code without its spacing."""
    return re.sub(r"[^0-9A-Za-z]", "", code).upper()


def assert_numbers(page):
    missing = [number for number in EMERGENCY_NUMBERS if number not in page.text]
    assert not missing, f"{page!r} does not show {missing}"


def errors_of(page):
    """Links of the error summary: the element an error page's address points at."""
    note = page.by_id("note")
    assert note is not None, f"no element with id note on {page!r}"
    return note, [link.get("href") for link in note.all("a", href=True)]
