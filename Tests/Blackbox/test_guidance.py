"""Guidance on the wire: compressed, validated, and the same words in every form."""

import glob
import gzip
import http.client
import os
import re
from datetime import datetime, timezone
from urllib.parse import urljoin, urlsplit

import pytest

from crawl import is_english, is_guidance
from demo import ROOT
from journey import assert_numbers

CODINGS = [None, "gzip", "br"]


@pytest.fixture(scope="module")
def guidance(site):
    """The pages that hold nothing of anybody's."""
    return {path: page for path, page in site.items() if is_guidance(page)}


def written_promises():
    """Address of each English page that promises something, with the names of its promises."""
    found = {}
    for path in glob.glob(os.path.join(ROOT, "Sources/HeedContent/Pages/en/*.md")):
        with open(path, encoding="utf-8") as file:
            names = set(re.findall(r"\]\{([a-z0-9-]+)\}", file.read()))
        if names:
            found["/" + os.path.basename(path)[:-3]] = names
    return found


def exchange(demo, method, path, headers):
    """One request, with the body as it came."""
    parts = urlsplit(demo.public)
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=20)
    try:
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    finally:
        connection.close()


def test_a_crawl_finds_no_broken_link_no_missing_title_and_no_missing_heading(site):
    for path, page in site.items():
        assert page.status == 200 or path.endswith("/leave") and page.status == 303, path
        if page.is_html:
            assert page.title and page.h1, path


def test_the_map_of_the_site_lists_every_page_and_no_page_is_an_orphan(site, guidance):
    listed = {urlsplit(target).path for _, target in site["/site-map"].links}
    english = {path for path in guidance if is_english(path)}
    assert english - listed - {"/"} == set()
    names = {entry[:-3] for entry in os.listdir(os.path.join(ROOT, "Sources/HeedContent/Pages/en"))}
    assert {"/" + name for name in names} <= english and len(names) >= 18


def test_every_promise_that_is_written_is_on_its_page(guidance):
    for path, promises in written_promises().items():
        shown = {element.get("data-promise") for element in guidance[path].dom.walk() if element.has("data-promise")}
        assert shown == promises, path


def test_a_concern_about_a_person_never_leads_into_the_form(guidance):
    for path in ("/someone", "/prevent-team", "/contest"):
        main = guidance[path].main
        targets = [element.get("href") for element in main.all("a", href=True)]
        assert not any(target.split("?")[0].endswith("/report") for target in targets), path


STALE = ("Directgov", "100-person", "100 people", "Direct.gov", "Stay Safe page")


def test_nothing_stale_is_said(guidance):
    for path, page in guidance.items():
        for words in STALE:
            assert words not in page.text, path
        for level in ("substantial", "severe", "critical"):
            assert not re.search(rf"(level is|currently|now) {level}", page.text, re.I), path


def test_each_page_of_guidance_says_when_it_was_reviewed(guidance):
    for path, page in guidance.items():
        if is_english(path) and path != "/":
            assert re.search(r"Last reviewed \d+ \w+ 20\d\d\.", page.text), path


def test_security_txt_is_as_rfc_9116_has_it(demo):
    status, headers, body = exchange(demo, "GET", "/.well-known/security.txt", {})
    fields = dict(line.split(": ", 1) for line in body.decode().splitlines())
    assert status == 200 and headers["content-type"] == "text/plain; charset=utf-8"
    expires = datetime.fromisoformat(fields["Expires"].replace("Z", "+00:00"))
    assert re.match(r"(mailto|https|tel):", fields["Contact"])
    assert 30 < (expires - datetime.now(timezone.utc)).days < 365


def test_what_to_do_in_an_attack_prints_on_one_sheet(demo, browser_page):
    page = browser_page()
    page.goto(demo.public + "/attack")
    printed = page.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", printed)) == 1


def test_every_fragment_that_a_link_names_is_there(site):
    for path, page in site.items():
        for element in page.dom.all("a", href=True):
            target = urljoin(path, element.get("href"))
            if "#" in target and not urlsplit(target).netloc:
                where, fragment = target.split("#")
                assert site[where].by_id(fragment) is not None, f"{path} links to {target}"


def test_R03_no_page_asks_anybody_else(site):
    for path, page in site.items():
        for element in page.dom.walk():
            for name in ("src", "poster", "data", "srcset") + (("href",) if element.tag == "link" else ()):
                assert not urlsplit(element.get(name) or "").netloc, f"{path}: {element.get(name)}"
            if element.tag == "a" and urlsplit(element.get("href") or "").netloc:
                assert "noreferrer" in element.get("rel", ""), f"{path}: {element.get('href')}"


def test_every_form_of_a_page_holds_the_same_words_and_has_its_own_validator(demo, guidance):
    for path, page in guidance.items():
        tags = set()
        for coding in CODINGS:
            accepted = {"Accept-Encoding": coding} if coding else {}
            status, headers, body = exchange(demo, "GET", path, accepted)
            assert status == 200 and headers.get("content-encoding") == coding, path
            assert headers["vary"] == "Accept-Encoding" and int(headers["content-length"]) == len(body)
            tags.add(headers["etag"])
            if coding == "gzip":
                assert gzip.decompress(body) == page.body, path
            for method in ("GET", "HEAD"):
                asked = accepted | {"If-None-Match": f'"other", W/{headers["etag"]}'}
                status, again, nothing = exchange(demo, method, path, asked)
                assert status == 304 and nothing == b"" and again["etag"] == headers["etag"], path
                assert again["vary"] == "Accept-Encoding" and again["cache-control"] == "no-cache"
                assert "content-security-policy" in again and "content-type" not in again
                assert again.get("content-length") in (None, headers["content-length"]), "a 304 that says it is empty"
            status, head, nothing = exchange(demo, "HEAD", path, accepted)
            assert status == 200 and nothing == b"" and head["content-length"] == headers["content-length"], path
            assert head["etag"] == headers["etag"]
        assert len(tags) == len(CODINGS), path


def test_brotli_is_read_by_a_real_browser(demo, browser_page):
    page = browser_page()
    seen = []
    page.on("response", lambda response: seen.append(response.headers.get("content-encoding")))
    page.route("**/*", lambda route: route.continue_(headers=route.request.headers | {"accept-encoding": "br"}))
    page.goto(demo.public + "/attack")
    assert "br" in seen and "attack" in page.inner_text("h1")


def test_pages_with_answers_are_never_compressed_and_never_kept(demo):
    for path in ("/report", "/return", "/nothing-here"):
        status, headers, body = exchange(demo, "GET", path, {"Accept-Encoding": "br, gzip, *", "If-None-Match": "*"})
        assert status in (200, 404) and "content-encoding" not in headers and "etag" not in headers
        assert "no-store" in headers["cache-control"] and "no-transform" in headers["cache-control"]
        assert len(body) % 16384 == 0


def test_the_numbers_are_on_every_page_and_an_attack_is_one_tap_away(guidance):
    for path, page in guidance.items():
        assert_numbers(page)
        assert any(urlsplit(target).path.endswith("/attack") for _, target in page.links), path


def test_the_first_page_takes_less_than_20_kB_in_all(demo, site):
    paths = ["/"] + [element.get("href") for element in site["/"].dom.walk() if element.tag == "link"]
    total = 0
    for path in paths:
        _, headers, body = exchange(demo, "GET", path, {"Accept-Encoding": "gzip"})
        total += len(body) + sum(len(name) + len(value) + 4 for name, value in headers.items())
    assert len(paths) == 2 and total < 20_000, total
