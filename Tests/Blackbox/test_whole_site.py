"""The public site as a whole: every page at its address, and nothing asked of anybody else."""

import os
import re
from urllib.parse import urljoin, urlsplit

import pytest

from crawl import crawl, is_english, is_guidance
from demo import ROOT
from journey import assert_numbers
from test_http import assert_headers
from visitor import Visitor

# Every page that the site must have in English, with what its heading says.
ADDRESSES = {
    "/": "tell us about", "/signs": "What to look out for", "/threat": "The threat", "/what-happens": "What happens",
    "/attack": "attack", "/online": "online", "/contest": "CONTEST", "/someone": "worried about", "/prevent-team": "Prevent team",
    "/travel": "Travel", "/travel-risks": "risks", "/families-together": "Families", "/venues": "business", "/answers": "Questions",
    "/contact": "Contact", "/accessibility": "Accessibility", "/privacy": "Privacy", "/keep": "What we keep", "/about": "About",
    "/leaving": "Stay safe", "/site-map": "All pages", "/report": "Before you start", "/return": "code",
}
DOCUMENTS = {"/travel-risks": "Syria", "/families-together": "Families"}


@pytest.fixture(scope="module")
def english(site):
    """Pages in English, with the first of each form."""
    return {path: page for path, page in site.items() if page.is_html and is_english(path) and "?" not in path}


def test_every_page_is_at_its_address_in_english(english):
    for path, heading in ADDRESSES.items():
        assert path in english, f"no link leads to {path}"
        assert english[path].status == 200 and heading.lower() in english[path].h1.lower(), (path, english[path].h1)
        assert_numbers(english[path])


def test_no_page_is_found_through_the_map_alone(demo):
    class Mapless(Visitor):
        """Takes the map of the site for a page without links."""

        def get(self, path, **options):
            page = super().get("/nothing-here" if path.endswith("/site-map") else path, **options)
            return page

    found = crawl(Mapless(demo.public))
    assert set(ADDRESSES) - set(found) == set()


@pytest.mark.parametrize("path", DOCUMENTS)
def test_each_document_is_there_as_a_page_and_as_a_pdf(english, site, path):
    page = english[path]
    files = {urljoin(path, element.get("href")) for element in page.dom.all("a", href=True) if ".pdf" in element.get("href")}
    assert len(files) == 1 and DOCUMENTS[path] in page.h1
    file = site[files.pop()]
    assert file.status == 200 and file.header("content-type") == "application/pdf" and file.body.startswith(b"%PDF-")
    assert any(urljoin("/travel", element.get("href")) == path for element in english["/travel"].dom.all("a", href=True))


@pytest.mark.parametrize("path, words", [("/humans.txt", "A person reads every report"), ("/.well-known/security.txt", "Contact:")])
def test_files_for_those_who_look_after_sites_are_linked_to_and_there(site, path, words):
    assert site[path].status == 200 and words in site[path].body.decode()
    assert site[path].header("content-type") == "text/plain; charset=utf-8"


# They begin with the same terms under the same heading; their titles tell them apart.
FORMS = {"/report", "/material", "/concern", "/advice", "/invite", "/question"}


def test_every_english_page_has_a_title_and_a_heading_that_no_other_has(english):
    for kind in ("title", "h1"):
        seen = {}
        for path, page in english.items():
            words = getattr(page, kind)
            assert words, f"{path} has no {kind}"
            if kind == "h1" and {path, seen.get(words)} <= FORMS:
                continue
            assert words not in seen, f"{path} and {seen[words]} have the same {kind}: {words}"
            seen[words] = path


def test_R71_every_address_answers_with_every_header(site):
    for page in site.values():
        assert_headers(page)


def test_R05_no_address_on_the_site_says_what_somebody_reports(site):
    for path in site:
        query = urlsplit(path).query
        assert query == "" or urlsplit(path).path == "/report" and re.fullmatch(r"s=[1-9]", query), path


def test_R03_R12_the_browser_loads_every_page_from_this_site_alone_and_the_policy_stops_nothing(demo, english, browser_page):
    page, asked, refused = browser_page(java_script_enabled=True), [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: refused.append(message.text) if "Content Security Policy" in message.text else None)
    for path in english:
        page.goto(demo.public + path, wait_until="load")
        assert page.locator("script").count() == 1, path
    assert len(asked) > len(english)
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(demo.public).netloc}
    assert refused == []
    assert page.context.cookies() == []


def outside_links(site):
    """Every address of another site that a page links to, without those that Leave quickly leads to."""
    return {element.get("href") for page in site.values() for element in page.dom.all("a", href=True)
            if urlsplit(element.get("href")).netloc}


def test_every_link_that_leads_out_is_in_the_one_list(site):
    with open(os.path.join(ROOT, "Docs", "pages.md"), encoding="utf-8") as file:
        text = file.read()
    listed = re.findall(r"^\| (https://\S+) \| [^|]+ \| [^|]+ \|$", text, re.M)
    assert len(listed) == len(set(listed)) and listed == sorted(listed)
    found = outside_links(site)
    assert sorted(found - set(listed)) == [], "links that the list lacks"
    assert sorted(set(listed) - found) == [], "rows that no page links to"
