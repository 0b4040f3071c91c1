"""The search over quick answers: one page, scripts off, and nothing of what was typed anywhere."""

import http.client
from urllib.parse import urlencode, urlsplit

import pytest

import text_browser
from canary import Canaries
from journey import assert_numbers
from text_browser import Script
from visitor import Visitor


def ask(visitor, words):
    return visitor.get("/answers").submit(values={"question": words})


@pytest.mark.parametrize("words, anchor", [
    ("can i be anonimous", "anonymous"), ("martins lore", "martyns-law"), ("strange parcle", "suspicious-item"),
    ("my brother talks about violence", "worried"), ("sighn language", "bsl")])
def test_a_misspelt_question_finds_its_answer_with_scripts_off(demo, words, anchor):
    page = ask(Visitor(demo.public), words)
    found = [element.get("id") for element in page.dom.all("h2") if element.get("id")]
    assert anchor in found[:3], found
    assert_numbers(page)


def test_nothing_that_fits_is_said_plainly_with_other_ways(demo):
    page = ask(Visitor(demo.public), "banana bread recipe")
    assert page.status == 200 and page.h1 == "We found no answer that fits"
    targets = [target for _, target in page.links]
    for target in ("https://www.askthe.police.uk/", "https://www.gov.uk/report-terrorism", "/report", "/answers"):
        assert target in targets or demo.public + target in targets
    assert_numbers(page)


def test_what_was_found_is_padded_and_neither_compressed_nor_kept(demo):
    parts = urlsplit(demo.public)
    for words in ("anonymous", "qwertyuiop", "", "a " * 600):
        connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=20)
        connection.request("POST", "/answers", urlencode({"question": words}), {
            "Content-Type": "application/x-www-form-urlencoded", "Accept-Encoding": "br, gzip", "If-None-Match": "*"})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        assert answer.status == (200 if words.strip() else 422)
        assert len(body) % 16384 == 0 and answer.getheader("Content-Encoding") is None
        assert "no-store" in answer.getheader("Cache-Control") and answer.getheader("ETag") is None
        assert answer.getheader("Location") is None


def test_words_that_were_looked_up_are_nowhere(template):
    own, canaries = template.copy().start(), Canaries()
    try:
        visitor = Visitor(own.public)
        page = ask(visitor, canaries.new("question") + " anonymous")
        assert page.by_id("anonymous") is not None
        ask(visitor, canaries.new("question without answer"))
        ask(visitor, canaries.new("long question") + " x" * 5000)
        visitor.post("/answers", f"question={canaries.new('too much')}{'a' * 70_000}".encode())
        visitor.post("/answers", f"other={canaries.new('other field')}".encode())
        visitor.get("/answers?question=" + canaries.new("question in an address"))
        found = {"running": canaries.sweep(own)}
        own.stop()
        found["stopped"] = canaries.sweep(own)
        assert all(not hits for hits in found.values()), found
        assert "anonymous" not in page.url and "anonymous" not in page.title
    finally:
        own.remove()


def test_a_browser_without_scripts_keeps_the_words_out_of_address_and_title(demo, browser_page):
    page = browser_page(java_script_enabled=False)
    page.goto(demo.public + "/answers")
    page.get_by_label("What would you like to know?").fill("terorist hotlin")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator("h2#hotline").is_visible()
    assert page.url == demo.public + "/answers#note" and "hotlin" not in page.title()


def test_the_search_works_in_lynx(demo, tmp_path):
    asked, saved, script = Visitor(demo.public).get("/answers"), tmp_path / "found.txt", Script()
    script.on(asked).to(asked.form.control("question")).type("hotlin").to(asked.form.button()).press()
    script.save(str(saved))
    text_browser.run(demo.public + "/answers", script)
    text = saved.read_text(encoding="utf-8", errors="replace")
    assert "What is the hotline number?" in text and "999" in text
