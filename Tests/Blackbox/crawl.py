"""The public site as somebody finds it who follows every link from the first page."""

from urllib.parse import urljoin, urlsplit


def crawl(visitor):
    """Every page that can be reached from the first by links, by path without fragment."""
    found, waiting = {}, ["/"]
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        page = visitor.get(path, follow=False)
        found[path] = page
        for element in page.dom.walk():
            for name in ("href", "src", "poster"):
                target = element.get(name)
                if target and not urlsplit(target).netloc and not target.startswith(("#", "tel:", "mailto:")):
                    joined = urljoin(path, target).split("#")[0]
                    if joined not in found:
                        waiting.append(joined)
    return found


def is_guidance(page):
    """Whether it holds nothing of anybody's, and so may be kept."""
    return page.is_html and page.header("cache-control") == "no-cache"


def is_english(path):
    """Other languages stand below a folder of two letters."""
    return len(path.split("/")[1]) != 2
