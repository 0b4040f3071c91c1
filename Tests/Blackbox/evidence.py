"""Keeps one copy of every page in every state that any test has seen, for the checks that run last.

A state is the site, the status, the title and the page's structure; the words people typed do not make a new one.
"""

import json
import os
import re
import threading
from urllib.parse import urlsplit

REPORT = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))), ".report")
PAGES = os.path.join(REPORT, "pages")
SCREENS = os.path.join(REPORT, "screens")
LIMIT = 400
_lock = threading.Lock()
_kept = {}
_paused = threading.local()


class unrecorded:
    """Within this, pages are not kept: for load, timing and hostile input, whose states others have shown."""

    def __enter__(self):
        _paused.on = True

    def __exit__(self, *_):
        _paused.on = False


def slug(text):
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:40] or "page"


def keep_page(site, method, page):
    if not page.is_html or getattr(_paused, "on", False):
        return
    title = re.sub(r"\b[0-9A-Z]{4}-[0-9A-Z]{2}\b", "HANDLE", page.title)
    key = (site, page.status, title, page.shape)
    with _lock:
        if key in _kept or len(_kept) >= LIMIT:
            return
        name = f"{site}-{page.status}-{slug(title)}-{page.shape}"
        _kept[key] = name
    os.makedirs(PAGES, exist_ok=True)
    with open(os.path.join(PAGES, name + ".html"), "wb") as file:
        file.write(page.body)
    about = {"site": site, "method": method, "path": urlsplit(page.url).path, "status": page.status,
             "headers": [pair for pair in page.headers if pair[0].lower() not in ("content-length", "connection")]}
    with open(os.path.join(PAGES, name + ".json"), "w", encoding="utf-8") as file:
        json.dump(about, file)


def kept_pages():
    """Name, what is known about it, and bytes of each page kept."""
    if not os.path.isdir(PAGES):
        return
    for entry in sorted(os.listdir(PAGES)):
        if entry.endswith(".json"):
            name = entry[:-5]
            with open(os.path.join(PAGES, entry), encoding="utf-8") as file:
                about = json.load(file)
            with open(os.path.join(PAGES, name + ".html"), "rb") as file:
                yield name, about, file.read()
