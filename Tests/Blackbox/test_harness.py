"""The instruments themselves: each is shown that it can find what it looks for, before its silence is believed."""

import base64
import gzip
import os
import random
import re

import pytest

import html_page
from accessibility import axe, nu
from canary import Canaries, forms_of
from officer import one_time_code
from statistics_of_time import mann_whitney, quantile
from visitor import encoded


def test_a_form_sends_what_a_browser_would():
    form = html_page.Form(html_page.parse("""
        <form method=post action=/x><input name=a value="1 &amp; 2"><input type=hidden name=s value=h>
        <textarea name=t>
one
two</textarea><input type=checkbox name=c value=y checked><input type=checkbox name=c value=z>
        <select name=p><option>first<option value=2 selected>second</select>
        <button name=go value=on>Go on</button><button name=go value=back>Back</button></form>""").first("form"))
    assert form.entries(form.button("go=back")) == [
        ("a", "1 & 2"), ("s", "h"), ("t", "one\ntwo"), ("c", "y"), ("p", "2"), ("go", "back")]
    assert form.button().text == "Go on"
    assert encoded([("t", "one\ntwo é")]) == b"t=one%0D%0Atwo+%C3%A9"


def test_a_missing_button_is_an_error_and_not_a_guess():
    form = html_page.Form(html_page.parse("<form><button name=go value=on>Go on</button></form>").first("form"))
    with pytest.raises(AssertionError):
        form.button("go=send")


def test_one_time_codes_match_rfc_6238():
    secret = base64.b32encode(b"12345678901234567890").decode()
    assert [one_time_code(secret, at) for at in (59, 1111111109, 1234567890, 20000000000)] == [
        "287082", "081804", "005924", "353130"]


def test_the_canary_sweep_finds_a_word_in_every_form(tmp_path):
    canaries = Canaries()
    text = canaries.new("narrative")
    for form, kept in forms_of(text).items():
        (tmp_path / "file").write_bytes(b"before" + kept + b"after")
        assert canaries.sweep_folders(tmp_path), form
    for shift in range(3):
        (tmp_path / "file").write_bytes(base64.b64encode(b"x" * shift + text.encode() + b"yz"))
        assert canaries.sweep_folders(tmp_path), f"base64 at {shift}"
    (tmp_path / "file").write_bytes(b"junk" + gzip.compress(b"log: " + text.encode()))
    assert canaries.sweep_folders(tmp_path)
    (tmp_path / "file").write_bytes(random.Random(1).randbytes(1 << 20))
    assert canaries.sweep_folders(tmp_path) == []


def test_the_canary_sweep_finds_a_packed_address_and_a_file_name(tmp_path):
    canaries = Canaries()
    canaries.watch("address", "127.45.67.89")
    (tmp_path / "row").write_bytes(b"\0" + bytes([127, 45, 67, 89]) + b"\0")
    assert canaries.sweep_folders(tmp_path)
    (tmp_path / "row").rename(tmp_path / "from-127.45.67.89")
    assert any("name of" in where for where, _, _ in canaries.sweep_folders(tmp_path))


def test_mann_whitney_tells_apart_what_differs_and_nothing_else():
    chance = random.Random(7)
    base = [chance.gauss(10, 1) for _ in range(500)]
    same = [chance.gauss(10, 1) for _ in range(500)]
    slower = [chance.gauss(10.5, 1) for _ in range(500)]
    assert mann_whitney(base, same)[0] > 0.01
    assert mann_whitney(slower, base)[0] < 1e-6 and mann_whitney(slower, base)[1] > 0.5
    assert mann_whitney([1.0] * 50, [1.0] * 50) == (1.0, 0.5)
    assert quantile(list(range(1, 101)), 0.99) == 99


def test_the_nu_checker_finds_a_planted_error(tmp_path):
    page = '<!DOCTYPE html><html lang="en"><head><title>t</title></head><body><p>x</p>%s</body></html>'
    (tmp_path / "good.html").write_text(page % "")
    (tmp_path / "bad.html").write_text(page % '<ul><div id="a" id="b"></div></ul>')
    said, _ = nu([str(tmp_path / "good.html"), str(tmp_path / "bad.html")])
    assert said and all(line.startswith("bad.html") for line in said)


def test_axe_finds_a_planted_error(browser_page):
    page = browser_page(java_script_enabled=True)
    page.set_content("<!DOCTYPE html><html lang=en><title>t</title><main><h1>h</h1><input></main>")
    assert any(line.startswith("label ") for line in axe(page))


def test_every_scenario_of_the_journey_is_shown_where_its_document_says():
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    with open(os.path.join(root, "Docs", "journey.md"), encoding="utf-8") as file:
        rows = re.findall(r"^\| (J\d\d) \|.*\| ([^|]*) \|$", file.read(), re.M)
    assert [number for number, _ in rows] == [f"J{n:02}" for n in range(1, 26)]
    for number, places in rows:
        for place in re.findall(r"`([^`]+)`", places):
            with open(os.path.join(root, place), encoding="utf-8") as file:
                names = re.findall(r"def (test_\w+)|func `([^`]+)`", file.read())
            assert any(number in "".join(name) for name in names), f"no test of {number} in {place}"


# What of the requirements concerns everybody who comes to the public site.
OF_THE_PUBLIC_SITE = "R03 R04 R05 R06 R07 R11 R12 R13 R18 R22 R71 R75 R76 R77 R78".split()


def test_every_requirement_of_the_public_site_has_a_test_from_outside_that_carries_its_number():
    here, names = os.path.dirname(os.path.abspath(__file__)), []
    for entry in os.listdir(here):
        if entry.startswith("test_") and entry.endswith(".py"):
            with open(os.path.join(here, entry), encoding="utf-8") as file:
                names += re.findall(r"^def (test_\w+)", file.read(), re.M)
    assert [number for number in OF_THE_PUBLIC_SITE if not any(number in name.split("_") for name in names)] == []
