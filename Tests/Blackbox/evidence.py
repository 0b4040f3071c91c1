"""Keeps one copy of every page in every state that any test has seen, for the checks that run last.

A state is the site, the status, the title and the page's structure; the words people typed do not make a new one.
"""

import fcntl
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
    """Of all pages in one state it keeps the one that the first test by name saw first: in each run the same, whoever runs beside it."""
    # The answer to HEAD is no page: it has no body.
    if not page.is_html or method == "HEAD" or getattr(_paused, "on", False):
        return
    title = re.sub(r"\b[0-9A-Z]{4}-[0-9A-Z]{2}\b", "HANDLE", page.title)
    name = f"{site}-{page.status}-{slug(title)}-{page.shape}"
    test = os.environ.get("PYTEST_CURRENT_TEST", "").split(" ")[0]
    with _lock:
        if _kept.get(name, test + "~") <= test or name not in _kept and len(_kept) >= LIMIT:
            return
        _kept[name] = test
    about = {"site": site, "method": method, "path": urlsplit(page.url).path, "status": page.status, "test": test,
             "headers": [pair for pair in page.headers if pair[0].lower() not in ("content-length", "connection")]}
    os.makedirs(PAGES, exist_ok=True)
    with open(os.path.join(PAGES, ".lock"), "w", encoding="utf-8") as lock:
        # Several processes keep pages here.
        fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            with open(os.path.join(PAGES, name + ".json"), encoding="utf-8") as file:
                if json.load(file)["test"] <= test:
                    return
        except FileNotFoundError:
            pass
        with open(os.path.join(PAGES, name + ".html"), "wb") as file:
            file.write(page.body)
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
