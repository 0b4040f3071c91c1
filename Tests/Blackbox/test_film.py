"""The film plays in a browser, with its captions."""

import html
import os

import pytest

from evidence import SCREENS
from film_page import FILM, WATCH, PlainSite


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
