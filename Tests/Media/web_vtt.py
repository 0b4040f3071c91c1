"""WebVTT as far as the film uses it: a header, then cues of times and text."""

import html
import re
from dataclasses import dataclass

CUE = re.compile(r"(\d\d):(\d\d):(\d\d\.\d{3}) --> (\d\d):(\d\d):(\d\d\.\d{3})")


@dataclass(frozen=True)
class Cue:
    start: float
    end: float
    text: str


def read(text):
    """Cues in order; fails on anything that is no cue, so that a browser has nothing to guess."""
    header, *blocks = text.strip("\n").split("\n\n")
    assert re.fullmatch(r"WEBVTT( - .+)?", header), header
    cues = []
    for block in blocks:
        times, _, words = block.partition("\n")
        found = CUE.fullmatch(times)
        assert found and words and "-->" not in words, block
        hour, minute, second, *until = (float(number) for number in found.groups())
        cues.append(
            Cue(hour * 3600 + minute * 60 + second, until[0] * 3600 + until[1] * 60 + until[2], html.unescape(words))
        )
    return cues
