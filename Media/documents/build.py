"""Makes each booklet twice from one Markdown source: a piece of HTML for the site, and a tagged PDF (PDF/UA-1).

    build.py FOLDER     results go to FOLDER: NAME.html, NAME.pdf, and documents.json, which says what there is

Both come from the same HTML, so they cannot say different things.
"""

import json
import re
import sys
from html import escape
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from markdown_it import MarkdownIt
from weasyprint import CSS, HTML

from front_matter import spoken_date, split
from tagging import mend, page_count

HERE = Path(__file__).parent
SOURCES = ("travel-risks", "families-together")
TOLD = ("title", "summary", "lang", "date", "owner", "source", "reviewed", "review-by")


def fragment(facts, markdown):
    """The booklet as HTML: one h1, its dates, then the text. Figures still lead to their files."""
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    # A blank alternative text, or a table without headings, is not let through.
    html = reader.render(markdown)
    html = html.replace("<th>", '<th scope="col">')
    html = html.replace('<a href="http', '<a rel="noreferrer" href="http')
    html = re.sub(
        r"(<tbody>.*?</tbody>)",
        lambda body: re.sub(r"<tr>\n<td>(.*?)</td>", r'<tr>\n<th scope="row">\1</th>', body[0]),
        html,
        flags=re.S,
    )
    html = re.sub(r'<p>(<img src="[^"]+" alt="[^"]{20,}"\s*/?>)</p>', r"<figure>\1</figure>", html)
    if "<figure>" not in html or "<p><img" in html:
        raise SystemExit("a figure needs a line of its own and a description of at least 20 letters")
    dates = f'<p class="dates">{spoken_date(facts["date"])}. Last reviewed {spoken_date(facts["reviewed"])}.</p>'
    return f'<h1>{escape(facts["title"], quote=False)}</h1>\n{dates}\n{html}'


def with_drawings(html):
    """The same HTML with each figure's drawing in its place, so that the page needs no second request."""

    def drawing(match):
        svg = (HERE / match[1]).read_text(encoding="utf-8").strip()
        return svg.replace("<svg ", f'<svg role="img" aria-label="{match[2]}" ', 1)

    return re.sub(r'<img src="([^"]+)" alt="([^"]+)"\s*/?>', drawing, html)


def page(facts, html):
    short = f'{escape(facts["title"].split(":")[0])}, {spoken_date(facts["date"])}'
    named = {"author": "owner", "description": "summary", "dcterms.created": "date", "dcterms.modified": "reviewed"}
    about = "".join(f'<meta name="{name}" content="{escape(facts[fact])}">' for name, fact in named.items())
    return (
        f'<!DOCTYPE html><html lang="{facts["lang"]}"><head><meta charset="utf-8">'
        f'<title>{escape(facts["title"])}</title>{about}</head>'
        f'<body>{html.replace("<h1>", f"""<h1 data-short="{short}">""", 1)}</body></html>'
    )


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    listed = []
    for name in SOURCES:
        facts, markdown = split((HERE / f"{name}.md").read_text(encoding="utf-8"))
        html = fragment(facts, markdown)
        (folder / f"{name}.html").write_text(with_drawings(html), encoding="utf-8")
        pdf = folder / f"{name}.pdf"
        HTML(string=page(facts, html), base_url=str(HERE) + "/").write_pdf(
            pdf, stylesheets=[CSS(HERE / "document.css")], pdf_variant="pdf/ua-1"
        )
        mend(pdf, facts["lang"], re.findall(r"<(ul|ol)>", html))
        listed.append({"name": name} | {key: facts[key] for key in TOLD})
        listed[-1] |= {"pages": page_count(pdf), "bytes": pdf.stat().st_size}
        print(f"    {name}.pdf: {listed[-1]['pages']} pages, {listed[-1]['bytes']} bytes", flush=True)
    (folder / "documents.json").write_text(json.dumps(listed, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
