"""lynx: no styles, no images, no scripts."""

import re

import pytest

import text_browser
from text_browser import Script
from visitor import Visitor


def send_in_lynx(demo, path, place):
    """The short way through a form; the page at its end, and the plain client that went before."""
    # The same steps by a plain client first: they say where each field and button is.
    visitor = Visitor(demo.public, headers={"Origin": None, "Sec-Fetch-Site": None})
    start = visitor.get(path)
    words = start.submit("No, carry on")
    check = words.submit("go=skip", {"narrative": "A blue van"})
    script, saved = Script(), place / "sent.txt"
    script.on(start).to(start.form.button("No, carry on")).press()
    script.on(words).to(words.form.control("narrative")).type("A blue van").to(words.form.button("go=skip")).press()
    script.on(check).to(check.form.button("go=send")).press()
    script.save(str(saved))
    text_browser.run(demo.public + path, script)
    return saved.read_text(encoding="utf-8", errors="replace"), visitor


def test_J06_R11_the_whole_journey_works_in_lynx(demo, tmp_path):
    page, visitor = send_in_lynx(demo, "/report", tmp_path)
    assert "We have your report" in page
    code = re.search(r"\b(?:[0-9A-HJKMNP-TV-Z]{4}[- ]?){5}[0-9A-HJKMNP-TV-Z]{4}\b", page)
    assert code, f"lynx shows no code: {page}"

    returning, messages = visitor.get("/return"), tmp_path / "messages.txt"
    script = Script()
    script.on(returning).to(returning.form.control("code")).type(code.group()).to(returning.form.button()).press()
    script.save(str(messages))
    text_browser.run(demo.public + "/return", script)
    assert "Your messages" in messages.read_text(encoding="utf-8", errors="replace")


@pytest.mark.parametrize("path", ["/material", "/concern", "/advice", "/invite", "/question"])
def test_J06_each_other_form_works_in_lynx(demo, tmp_path, path):
    sent, _ = send_in_lynx(demo, path, tmp_path)
    assert "We have your report" in sent


def test_J06_lynx_reads_numbers_heading_text_field_button_in_that_order(demo):
    visitor = Visitor(demo.public)
    words = visitor.get("/report").submit("No, carry on")
    said = words.text
    order = ["999", words.h1, "in any language", "Continue", "Skip to check and send", "Back"]
    places = []
    for part in order:
        places.append(said.index(part, places[-1] + 1 if places else 0))
    dumped = text_browser.read_page(demo.public + "/report")
    assert dumped.index("999") < dumped.index("Before you start") < dumped.index("No, carry on")


def test_J06_the_decoy_says_to_leave_it_empty(demo):
    words = Visitor(demo.public).get("/report").submit("No, carry on")
    decoy = words.form.control("extra")
    label = next((label for label in words.dom.all("label")
                  if label.get("for") == decoy.get("id") or decoy in list(label.walk())), None)
    assert label is not None and "Leave this empty" in label.text
    assert decoy.get("tabindex") == "-1" and decoy.get("autocomplete") == "off"
