"""The film plays in a browser, with its captions."""

import html
import os
import re
from urllib.parse import urlsplit

import pytest

from evidence import SCREENS
from film_page import FILM, WATCH, PlainSite
from visitor import Visitor


def caption_texts():
    blocks = (FILM / "run-hide-tell.vtt").read_text(encoding="utf-8").strip().split("\n\n")[1:]
    return [html.unescape(block.split("\n", 1)[1]) for block in blocks]


@pytest.mark.parametrize("form", ["webm", "mp4"])
def test_each_form_of_the_film_plays_with_captions(form, browser_page):
    with PlainSite(form) as site:
        page = browser_page(java_script_enabled=True)
        page.goto(site.address)
        seen = page.evaluate(WATCH, [0, 2])
        os.makedirs(SCREENS, exist_ok=True)
        page.screenshot(path=os.path.join(SCREENS, f"film-{form}-phone.png"))
    expected = caption_texts()
    assert seen["error"] is None and seen["at"] >= 2 and seen["frames"] >= 20, seen
    assert seen["wide"] == 1280 and seen["cues"] == len(expected)
    assert seen["said"][0] == expected[0]
    assert seen["colours"] > 3, "an empty picture"


def test_the_film_on_the_sites_own_page_plays_with_captions_under_its_own_policy(demo, browser_page):
    page, asked, refused = browser_page(java_script_enabled=True), [], []
    page.on("request", lambda request: asked.append(urlsplit(request.url)))
    page.on("console", lambda message: refused.append(message.text) if "Content Security Policy" in message.text else None)
    page.goto(demo.public + "/attack")
    seen, expected = page.evaluate(WATCH, [0, 2]), caption_texts()
    assert seen["error"] is None and seen["at"] >= 2 and seen["frames"] >= 20, seen
    assert seen["said"][0] == expected[0] and seen["cues"] == len(expected) and seen["colours"] > 3
    assert {url.netloc for url in asked} == {urlsplit(demo.public).netloc} and refused == []
    kinds = page.evaluate("[...document.querySelector('video').textTracks].map(track => track.kind)")
    assert sorted(kinds) == ["captions", "descriptions"]


def test_the_films_transcript_is_on_the_page_with_every_word_that_is_spoken(demo):
    page = Visitor(demo.public).get("/attack")
    folded = next(each for each in page.dom.all("details") if "words of the film" in each.first("summary").text)
    told, spoken = (re.findall(r"\w+", text.lower()) for text in (folded.text, " ".join(caption_texts())))
    read = " ".join(told)
    lost = [line for line in caption_texts() if " ".join(re.findall(r"\w+", re.sub(r"<[^>]+>", "", line).lower())) not in read]
    assert len(spoken) > 50 and lost == [], lost
