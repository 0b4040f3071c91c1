"""The pictures of `Docs/design.md`, made by the browser when asked: `.tools/venv/bin/python -m pytest Tests/Blackbox -m pictures`."""

import io
import os
import re

import pytest
from PIL import Image  # pikepdf brings it

from demo import ROOT
from desk_case import Case, new_thread
from officer import Officer
from test_browser import go_to_words, heading, press
from test_services import CLEAR, SCREENING, WEIGHED, opened

PICTURES = os.path.join(ROOT, "Docs", "pictures")
LARGEST = 60 * 1024
PHONE, SMALL, DESK = {"width": 390, "height": 844}, {"width": 320, "height": 640}, {"width": 1120, "height": 800}
WORDS = "Two people filmed the cameras at the water works on Saturday, and tried the side gate. They left in a white van."


def keep(page, name, top=None):
    """What the window shows, from `top` on, in few colours: every page is paper, ink and one accent."""
    os.makedirs(PICTURES, exist_ok=True)
    if top is not None:
        top.evaluate("e => e.scrollIntoView()")
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB").quantize(32, dither=Image.Dither.NONE)
    picture.save(os.path.join(PICTURES, name + ".png"), optimize=True)


@pytest.mark.pictures
def test_pictures_of_the_public_pages(demo, browser_page):
    wide = browser_page(viewport={"width": 800, "height": 900})
    wide.goto(demo.public + "/")
    keep(wide, "home")
    page = browser_page(viewport=PHONE)
    page.goto(demo.public + "/answers")
    page.locator("[name=question]").fill("can i be anonimous")
    page.keyboard.press("Enter")
    page.locator("h2#anonymous").wait_for()
    keep(page, "answers", page.locator("main"))
    page.goto(demo.public + "/attack")
    keep(page, "attack")
    go_to_words(page, demo)
    page.locator("[name=narrative]").fill(WORDS)
    press(page, "Skip to check and send")
    keep(page, "check", page.locator("main"))
    press(page, "Send report")
    heading(page, "We have your report")
    keep(page, "sent", page.locator("main"))
    dark = browser_page(viewport=PHONE, color_scheme="dark")
    dark.goto(demo.public + "/report")
    keep(dark, "start-dark", dark.locator("main"))
    arabic = browser_page(viewport=PHONE)
    arabic.goto(demo.public + "/ar/report")
    arabic.locator("main button").first.click()
    arabic.locator("[name=narrative]").wait_for()
    keep(arabic, "words-right-to-left", arabic.locator("main"))
    small = browser_page(viewport=SMALL)
    small.goto(demo.public + "/signs")
    keep(small, "signs-320", small.locator("main"))
    paper = browser_page(viewport={"width": 794, "height": 1123})
    paper.goto(demo.public + "/attack")
    paper.emulate_media(media="print")
    keep(paper, "attack-print")


@pytest.mark.pictures
def test_pictures_of_the_desk(fresh_demo, browser_page):
    analyst, supervisor = (Officer(fresh_demo, fresh_demo.officer(role)) for role in ("officer", "supervisor"))
    analyst.sign_in(), supervisor.sign_in()
    case = Case(analyst, new_thread(fresh_demo, analyst, narrative=WORDS))
    case.open(), case.triage(), case.research(), case.propose()
    for one, path, name in ((analyst, "/", "desk-queue"), (analyst, f"/report/{case.thread}", "desk-report"),
                            (supervisor, f"/sign-in/{case.thread}/authorise", "desk-authorise")):
        page = browser_page(viewport=DESK)
        page.context.add_cookies([{"name": key, "value": value, "url": fresh_demo.desk} for key, value in one.jar.items()])
        page.goto(fresh_demo.desk + path)
        keep(page, name)


@pytest.mark.pictures
def test_pictures_of_the_other_services(fresh_demo, browser_page):
    """Each form as somebody meets it, the call-taker's page, and one concern at the desk."""
    for path, name in (("/material", "online"), ("/concern", "concern"), ("/advice", "advice"), ("/invite", "invite"),
                       ("/question", "question")):
        page = browser_page(viewport=PHONE)
        page.goto(fresh_demo.public + path)
        press(page, "No, carry on")
        page.locator("[name=narrative]").wait_for()
        keep(page, name, page.locator("main"))
    caller, team = (Officer(fresh_demo, fresh_demo.officer(role)) for role in ("call-taker", "prevent"))
    caller.sign_in(), team.sign_in()
    case = opened(fresh_demo, team, "/concern", narrative="He has changed since the spring, and says the rest of us will see.")
    for step, typed in (("screen", SCREENING), ("deconflict", CLEAR), ("weigh", WEIGHED | {"gist": "A pupil, new contacts"})):
        case.done(case.take(step, typed))
    for one, path, name in ((caller, "/call", "desk-call"), (team, f"/report/{case.thread}", "desk-concern")):
        page = browser_page(viewport=DESK)
        page.context.add_cookies([{"name": key, "value": value, "url": fresh_demo.desk} for key, value in one.jar.items()])
        page.goto(fresh_demo.desk + path)
        keep(page, name)


def test_every_picture_of_the_design_is_there_small_and_described():
    with open(os.path.join(ROOT, "Docs", "design.md"), encoding="utf-8") as file:
        shown = dict((name, words) for words, name in re.findall(r"!\[([^\]]*)\]\(pictures/([a-z0-9-]+\.png)\)", file.read()))
    there = set(os.listdir(PICTURES))
    assert set(shown) == there and len(there) == 19
    for name, words in shown.items():
        assert len(words) >= 40, f"{name} is not described: {words!r}"
        assert os.path.getsize(os.path.join(PICTURES, name)) <= LARGEST, name
