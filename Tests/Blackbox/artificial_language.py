"""A language that nobody speaks, laid over the program's as a force lays its own: every Latin letter of ours becomes an Arabic one.

It reads from right to left and holds every key, so whatever Latin letters are left on a page did not come from its words.
"""

import json
import os
import re

CONTENT = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))), "Sources", "HeedContent")
LOCALES = os.path.join(CONTENT, "Locales")
# A code that the Nu checker and axe know, and that no force has ordered.
CODE, NAME = "fa", "زبان ساختگی"
LETTERS = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ابثدهفگحیجکلمنوپقرستبووشزژ")


def made_up(text):
    """The places to fill in, `{number}`, stay as they are."""
    return "".join(part if part.startswith("{") else part.lower().translate(LETTERS)
                   for part in re.split(r"(\{[^}]*\})", text))


def write(folder):
    """Writes it into a content directory."""
    place = os.path.join(folder, "HeedContent", "Locales", CODE)
    os.makedirs(place)
    # What another language than English has; all, where there is none.
    others = sorted(name for name in os.listdir(LOCALES) if name != "en")
    for name in os.listdir(os.path.join(LOCALES, (others or ["en"])[0])):
        with open(os.path.join(LOCALES, "en", name), encoding="utf-8") as file:
            texts = {key: made_up(text) for key, text in json.load(file).items()}
        if name == "language.json":
            texts = {"name": NAME, "dir": "rtl", "reviewed": "no"}
        with open(os.path.join(place, name), "w", encoding="utf-8") as file:
            json.dump(texts, file, ensure_ascii=False)
    pages = os.path.join(folder, "HeedContent", "Pages", CODE)
    os.makedirs(pages)
    for name in os.listdir(os.path.join(CONTENT, "Pages", (others or ["en"])[0])):
        with open(os.path.join(CONTENT, "Pages", "en", name), encoding="utf-8") as file:
            _, head, text = file.read().split("---\n", 2)
        head = re.sub(r"^(title|topic): (.*)$", lambda found: f"{found[1]}: {made_up(found[2])}", head, flags=re.M)
        # Addresses, ids and names of parts stay as they are.
        text = "".join(part if index % 2 else made_up(part)
                       for index, part in enumerate(re.split(r"(\{[^}]*\}|\([^)\s]*\)|^:+.*$)", text, flags=re.M)))
        with open(os.path.join(pages, name), "w", encoding="utf-8") as file:
            file.write(f"---\n{head}---\n{text}")
