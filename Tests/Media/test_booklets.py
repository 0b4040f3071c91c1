"""The booklets: tagged as PDF/UA-1 asks, the same in both forms, plain, dated, silent about where they were made."""

import json
import re
import subprocess
import zlib
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from booklet_html import Booklet
from front_matter import spoken_date, split
from places import BOOKLETS, NAMES, SOURCES, needs
from tagged_pdf import attribute, complaints, elements, kids

LANG = "en-GB"
# The page without its margins, as document.css sets them: x, y, width and height in points.
INNER = ("-x", "55", "-y", "48", "-W", "490", "-H", "738")


@pytest.fixture(params=NAMES)
def name(request):
    return request.param


@pytest.fixture
def html(name):
    return Booklet((BOOKLETS / f"{name}.html").read_text(encoding="utf-8"))


@pytest.fixture
def source(name):
    return split((SOURCES / "documents" / f"{name}.md").read_text(encoding="utf-8"))


@pytest.fixture
def pdf(name):
    with pikepdf.open(BOOKLETS / f"{name}.pdf") as opened:
        yield opened


def test_a_booklet_is_tagged_as_the_standard_asks(pdf):
    assert complaints(pdf, LANG) == []


def first(pdf, kind):
    return next(element for element, *_ in elements(pdf) if element.S == kind)


def drop_artifacts(pdf):
    page = pdf.pages[0]
    page.Contents = pdf.make_stream(page.Contents.read_bytes().replace(b"/Artifact", b"/Span"))


def wrong_part(pdf):
    pdf.Root.Metadata = pdf.make_stream(
        pdf.Root.Metadata.read_bytes().replace(b'pdfuaid:part="1"', b'pdfuaid:part="2"')
    )


def untagged_paint(pdf):
    page = pdf.pages[0]
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + b"\n0 0 10 10 re f\n")


def font_of(pdf):
    return next(iter(pdf.pages[0].Resources.Font.values()))


def forget_a_paragraph(pdf):
    body = first(pdf, Name.Document)
    body.K = Array([kid for kid in kids(body) if kid.S != Name.P])


def second_owner(pdf):
    paragraph = next(element for element, *_ in elements(pdf) if any(isinstance(kid, int) for kid in kids(element)))
    paragraph.K = Array([*kids(paragraph), *kids(paragraph)])


BREAKAGES = {
    "not marked": lambda pdf: pdf.Root.MarkInfo.__setitem__("/Marked", False),
    "language is": lambda pdf: pdf.Root.__delitem__("/Lang"),
    "file name": lambda pdf: pdf.Root.ViewerPreferences.__delitem__("/DisplayDocTitle"),
    "no structure": lambda pdf: pdf.Root.__delitem__("/StructTreeRoot"),
    "no XMP": lambda pdf: pdf.Root.__delitem__("/Metadata"),
    "pdfuaid:part is": wrong_part,
    "in 0 marks": untagged_paint,
    "content: page 1": drop_artifacts,
    "referred to 0 times": forget_a_paragraph,
    "referred to 2 times": second_owner,
    "leads to another": lambda pdf: pdf.Root.StructTreeRoot.ParentTree.Nums[1].__setitem__(0, first(pdf, Name.Figure)),
    "figure without a description": lambda pdf: first(pdf, Name.Figure).__delitem__("/Alt"),
    "not on its page": lambda pdf: first(pdf, Name.Figure).A.__setitem__("/BBox", Array([83, 345, 710, 580])),
    "scope is None": lambda pdf: first(pdf, Name.TH).A.__delitem__("/Scope"),
    "how it is numbered": lambda pdf: first(pdf, Name.L).A.__delitem__("/ListNumbering"),
    "level 3 follows level 1": lambda pdf: first(pdf, Name.H2).__setitem__("/S", Name.H3),
    "headings start with": lambda pdf: first(pdf, Name.H1).__setitem__("/S", Name.P),
    "stands in": lambda pdf: first(pdf, Name.TR).__setitem__("/S", Name.P),
    "link without a description": lambda pdf: [
        link.__delitem__("/Contents") for page in pdf.pages for link in page.get("/Annots", [])
    ],
    "outside the structure": lambda pdf: first(pdf, Name.Link).__setitem__("/S", Name.Span),
    "does not follow": lambda pdf: [page.obj.__delitem__("/Tabs") for page in pdf.pages],
    "not embedded": lambda pdf: font_of(pdf).DescendantFonts[0].FontDescriptor.__delitem__("/FontFile2"),
    "cannot be read as text": lambda pdf: font_of(pdf).__delitem__("/ToUnicode"),
}


@pytest.mark.parametrize("complaint", BREAKAGES)
def test_each_broken_promise_is_noticed(complaint, pdf):
    BREAKAGES[complaint](pdf)
    held = BytesIO()
    pdf.save(held)
    with pikepdf.open(held) as broken:
        assert any(complaint in text for text in complaints(broken, LANG))


@needs("pdftotext", "poppler-utils")
def test_the_text_of_the_pdf_is_that_of_the_page_in_the_same_order(name, html):
    printed = subprocess.run(
        ["pdftotext", "-raw", "-enc", "UTF-8", *INNER, BOOKLETS / f"{name}.pdf", "-"],
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    assert "\ufffd" not in printed
    # The marks of list items are the browser's to draw: they stand in no HTML.
    plain = re.sub(r"(?m)^(•|\d\.)\s+", "", printed)
    assert plain.split() == html.words()


@needs("pdfinfo", "poppler-utils")
def test_what_is_read_aloud_is_the_text_of_the_page_in_the_same_order(name, html):
    told = subprocess.run(
        ["pdfinfo", "-struct-text", "-enc", "UTF-8", BOOKLETS / f"{name}.pdf"],
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    spoken, in_label = [], None
    for line in told.splitlines():
        depth = len(line) - len(line.lstrip())
        if in_label is not None and depth <= in_label:
            in_label = None
        if line.strip().startswith("Lbl"):
            in_label = depth
        text = re.fullmatch(r'\s*"(.*)"', line)
        if text and in_label is None:
            spoken.append(text[1])
    # Pieces of one line are told apart, so a full stop after a link is a word of its own here.
    assert "".join("".join(spoken).split()) == "".join(html.words())


def test_headings_lists_and_drawings_are_the_same_in_both(pdf, html):
    tags = [str(element.S) for element, *_ in elements(pdf)]
    assert [int(tag[2]) for tag in tags if re.fullmatch(r"/H\d", tag)] == [level for level, _ in html.headings()]
    numbering = [
        str(attribute(element, Name.List, "/ListNumbering")) for element, *_ in elements(pdf) if element.S == Name.L
    ]
    assert numbering == [{"ul": "/Disc", "ol": "/Decimal"}[kind] for kind in html.lists]
    assert [str(element.Alt) for element, *_ in elements(pdf) if element.S == Name.Figure] == html.drawings
    assert html.drawings and all(html.drawings)
    cells = [str(attribute(element, Name.Table, "/Scope")) for element, *_ in elements(pdf) if element.S == Name.TH]
    assert cells == [{"col": "/Column", "row": "/Row"}[scope] for scope in html.scopes]


def test_a_booklet_carries_its_date_and_title(pdf, html, source):
    facts, _ = source
    assert html.headings()[0] == (1, facts["title"])
    assert html.blocks[1][1] == f"{spoken_date(facts['date'])}. Last reviewed {spoken_date(facts['reviewed'])}."
    assert str(pdf.docinfo.Title) == facts["title"]
    assert f"<xmp:CreateDate>{facts['date']}" in pdf.Root.Metadata.read_bytes().decode()


def test_the_list_of_booklets_says_what_is_there(name, pdf, source):
    listed = {entry["name"]: entry for entry in json.loads((BOOKLETS / "documents.json").read_text(encoding="utf-8"))}
    facts, _ = source
    assert set(listed) == set(NAMES)
    entry = listed[name]
    assert entry["pages"] == len(pdf.pages) and entry["bytes"] == (BOOKLETS / f"{name}.pdf").stat().st_size
    assert {key: entry[key] for key in ("title", "date", "lang", "reviewed", "review-by")} == {
        key: facts[key] for key in ("title", "date", "lang", "reviewed", "review-by")
    }


def test_a_booklet_says_nothing_of_the_machine_that_made_it(name):
    raw = (BOOKLETS / f"{name}.pdf").read_bytes()
    with pikepdf.open(BytesIO(raw)) as opened:
        for thing in opened.objects:
            if isinstance(thing, pikepdf.Stream):
                raw += thing.read_bytes()
            elif isinstance(thing, (Dictionary, Array)):
                raw += str(thing).encode()
    raw += (BOOKLETS / f"{name}.html").read_bytes()
    for trace in (b"file://", b"/home/", b"/tmp", b"/usr/", b"/var/", b".svg", str(SOURCES.parent).encode()):
        assert trace not in raw, trace
    assert b"WeasyPrint" in raw, "what the search looks through is not what it should be"


def sentences(html):
    for kind, text in html.blocks:
        yield from (found for found in re.split(r"(?<=[.?!:])[”\"]?\s+", text) if found)


def test_sentences_are_short(html):
    long = [text for text in sentences(html) if len(text.split()) >= 25]
    assert long == []
    lengths = sorted(len(text.split()) for text in sentences(html))
    assert lengths[len(lengths) // 2] <= 12


def grades(text, count):
    """Automated Readability Index (Smith and Senter 1967) and Coleman-Liau index (1975) of running text."""
    words = re.findall(r"[\w’'-]+", text)
    letters = sum(character.isalnum() for character in text)
    ari = 4.71 * letters / len(words) + 0.5 * len(words) / count - 21.43
    coleman_liau = 5.88 * letters / len(words) - 29.6 * count / len(words) - 15.8
    return ari, coleman_liau


def test_the_measures_of_plainness_can_tell():
    assert max(grades("The cat sat on the mat. The dog ran to it.", 2)) < 2
    assert (
        min(
            grades(
                "Multidisciplinary organisational arrangements necessitate interdepartmental consultation.",
                1,
            )
        )
        > 20
    )


def test_a_child_of_eleven_can_read_it(html):
    # Running text only: cells, headings and lists of names are no sentences.
    running = [text for text in sentences(html) if text[-1] in ".?!”" and len(text.split()) > 2]
    ari, coleman_liau = grades(" ".join(running), len(running))
    print(f"ARI {ari:.1f}, Coleman-Liau {coleman_liau:.1f}")
    assert ari <= 7 and coleman_liau <= 7


STALE = r"Directgov|direct\.gov|ISIL|ISIS|Daesh|Assad|\b100[- ]person|SEVERE|SUBSTANTIAL|vulnerable|extremist|suspect\b"


def test_nothing_stale_and_no_word_that_stigmatises(html):
    assert re.search(STALE, " ".join(text for _, text in html.blocks), re.I) is None


def test_what_it_leads_to_is_official(pdf):
    where = {str(link.A.URI) for page in pdf.pages for link in page.get("/Annots", [])}
    assert where and all(address.startswith("https://www.gov.uk/") for address in where)


def test_the_file_is_small_enough_for_a_phone(name):
    assert (BOOKLETS / f"{name}.pdf").stat().st_size < 100_000
    assert len(zlib.compress((BOOKLETS / f"{name}.html").read_bytes())) < 10_000
