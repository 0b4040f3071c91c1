"""Rules for every page in every state that any test has seen; these run last."""

import os
from urllib.parse import urlsplit

import pytest

import html_page
from accessibility import SCHEMES, axe, nu
from clean_pages import CleanPages, made_with
from evidence import PAGES, SCREENS, kept_pages
from journey import EMERGENCY_NUMBERS
from visitor import Visitor

pytestmark = pytest.mark.last


@pytest.fixture(scope="module")
def pages():
    kept = list(kept_pages())
    assert len(kept) >= 10, f"only {len(kept)} pages were seen: these rules need the other tests to have run"
    return kept


@pytest.fixture(scope="module")
def clean(demo, browsers):
    """Pages that an earlier run of this working copy found nothing on."""
    fetch = {"public": Visitor(demo.public), "desk": Visitor(demo.desk, site="desk")}
    return CleanPages(made_with(browsers().version), lambda site, path: fetch[site].request("GET", path).body)


@pytest.fixture
def look(pages, clean, record_property):
    """`look(check, at)`: what `at(page)` finds on each page that is not remembered; a page it finds nothing on is."""
    def give(check, at):
        found, unknown = [], clean.unknown(check, pages)
        for page in unknown:
            lines = at(*page)
            found += [f"{page[0]}: {line}" for line in lines]
            if not lines:
                clean.remember(check, [page])
        record_property("figure", f"{check}: {len(unknown)} pages looked at, {len(pages) - len(unknown)} remembered without findings")
        return found
    return give


def replay(page, demo, about, body):
    """Shows a kept page at its own address, so that its styles load and its headers hold."""
    address = (demo.public if about["site"] == "public" else demo.desk) + about["path"]
    headers = {name: value for name, value in about["headers"]
               if name.lower() not in ("set-cookie", "clear-site-data", "transfer-encoding")}
    page.unroute_all()
    page.route(lambda url: urlsplit(url).path == about["path"] and url.startswith(address),
               lambda route: route.fulfill(status=200, headers=headers, body=body))
    page.goto(address)


def dom(body):
    return html_page.parse(body.decode("utf-8", "replace"))


def test_J05_R18_every_public_page_shows_the_numbers(pages):
    for name, about, body in pages:
        if about["site"] == "public":
            text = dom(body).text
            assert [number for number in EMERGENCY_NUMBERS if number not in text] == [], name


def test_J04_R22_the_skip_link_and_leave_quickly_come_first_on_every_public_page(pages):
    for name, about, body in pages:
        if about["site"] == "public":
            first = [element for element in dom(body).walk() if element.tag in ("a", "button", "input", "textarea", "summary")][:2]
            assert [element.tag for element in first] == ["a", "a"] and first[0].get("href").startswith("#"), name
            assert first[1].get("href").endswith("/leave") and first[1].get("referrerpolicy") == "no-referrer", name


def test_R12_R24_no_page_has_a_script_but_the_one_that_leaves_and_no_public_page_a_cookie(pages):
    for name, about, body in pages:
        tree = dom(body)
        if about["site"] == "public":
            scripts = list(tree.all("script"))
            # None on the bare page that stands in where no other can be made.
            assert len(scripts) <= 1, name
            assert all(script.get("src", "").startswith("/assets/leave-") and not script.raw.strip() for script in scripts), name
            assert not any(header.lower() == "set-cookie" for header, _ in about["headers"]), name
        for element in tree.walk():
            assert not any(attribute.startswith("on") or attribute == "style" for attribute in element.attributes), name


def test_every_page_has_a_language_a_direction_and_one_h1(pages):
    for name, _, body in pages:
        tree = dom(body)
        root = tree.first("html")
        assert root.get("lang") and root.get("dir") in ("ltr", "rtl"), name
        assert len(list(tree.all("h1"))) == 1, name
        identifiers = [element.get("id") for element in tree.walk() if element.has("id")]
        assert len(identifiers) == len(set(identifiers)), name


def test_every_field_for_words_is_left_alone_by_the_browser(pages):
    for name, about, body in pages:
        for element in dom(body).all("textarea"):
            assert element.get("autocomplete") == "off" and element.get("spellcheck") == "false", (name, element)
            assert element.get("dir") == "auto" and not element.has("maxlength"), (name, element)


def test_R75_the_nu_checker_finds_nothing_on_any_page(pages, clean, record_property):
    unknown = clean.unknown("nu", pages)
    said, used = nu([os.path.join(PAGES, name + ".html") for name, _, _ in unknown]) if unknown else ([], set())
    assert said == [], "\n".join(said)
    clean.remember("nu", unknown)
    record_property("figure", f"nu: {len(unknown)} pages looked at, {len(pages) - len(unknown)} remembered without findings")
    print("exceptions used:", sorted(used))


@pytest.mark.parametrize("scheme", SCHEMES)
def test_R75_J23_axe_finds_nothing_on_any_page(look, demo, browser_page, scheme):
    page, refused = browser_page(java_script_enabled=True, **SCHEMES[scheme]), []
    page.on("console", lambda message: refused.append(message.text) if "Content Security Policy" in message.text else None)

    def at(name, about, body):
        replay(page, demo, about, body)
        found = axe(page, colours_alone=scheme != "light") + refused
        refused.clear()
        return found

    found = look(f"axe {scheme}", at)
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("width, scale", [(320, 4), (1280, 1)])
def test_J07_nothing_scrolls_sideways(look, demo, browser_page, width, scale):
    """320 px wide with four device pixels to each, which is a 1280 px window at 400 %; and a desk screen.

    HEED_SCREENS=1 keeps a picture of each that is looked at."""
    page = browser_page(viewport={"width": width, "height": 640}, device_scale_factor=scale)

    def at(name, about, body):
        replay(page, demo, about, body)
        size = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
        if os.environ.get("HEED_SCREENS"):
            os.makedirs(SCREENS, exist_ok=True)
            page.screenshot(path=os.path.join(SCREENS, f"{name}-{width}.png"), full_page=True)
        return [f"{size[0]} px of {size[1]}"] if size[0] > size[1] else []

    found = look(f"width {width}", at)
    assert found == [], "\n".join(found)
