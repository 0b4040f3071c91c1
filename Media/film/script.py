"""The script of the film, read from script.md: parts, what is drawn in each, and what is said."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from front_matter import split

HERE = Path(__file__).parent


@dataclass
class Part:
    """One picture of the film. `lines` are spoken in order; each becomes one caption."""

    name: str
    drawn: str = ""
    lines: list = field(default_factory=list)


def read_script(path=HERE / "script.md"):
    """(front matter, parts). Fails on a part without a description or without words."""
    facts, text = split(path.read_text(encoding="utf-8"))
    parts = []
    for line in text.splitlines():
        if line.startswith("## "):
            parts.append(Part(line[3:].strip()))
        elif parts and line.startswith("Drawn: "):
            parts[-1].drawn = line[7:].strip()
        elif parts and line.startswith("- "):
            parts[-1].lines.append(line[2:].strip())
    for part in parts:
        if not part.drawn or not part.lines:
            raise SystemExit(f"{path.name}: part '{part.name}' needs a line 'Drawn:' and something to say")
        for line in part.lines:
            for sentence in sentences(line):
                if len(sentence.split()) >= 15:
                    raise SystemExit(f"{path.name}: 15 words or more: {sentence}")
    return facts, parts


def sentences(line):
    return [found for found in re.split(r"(?<=[.?!])\s+", line) if found]
