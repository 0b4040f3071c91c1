"""Front matter: `name: value` lines between two lines of dashes, at the top of a Markdown file."""

NEEDED = ("title", "lang", "date", "owner", "source", "reviewed", "review-by")


def split(text):
    """(facts, the rest). Fails where a fact that every source carries is missing."""
    if not text.startswith("---\n"):
        raise SystemExit("a source starts with a line of three dashes")
    head, _, rest = text[4:].partition("\n---\n")
    facts = {}
    for line in head.splitlines():
        name, colon, value = line.partition(":")
        if not colon:
            raise SystemExit(f"front matter: not 'name: value': {line}")
        facts[name.strip()] = value.strip()
    missing = [name for name in NEEDED if not facts.get(name)]
    if missing:
        raise SystemExit(f"front matter lacks: {', '.join(missing)}")
    return facts, rest.lstrip("\n")


def spoken_date(iso):
    """2026-11-22 -> 22 November 2026"""
    months = ("January February March April May June July August September October November December").split()
    year, month, day = (int(part) for part in iso.split("-"))
    return f"{day} {months[month - 1]} {year}"
