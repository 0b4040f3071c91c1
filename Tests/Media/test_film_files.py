"""The film as committed: small, playable from its first bytes, captioned in step, silent about where it was made."""

import json
import re
import struct
import subprocess

import pytest

from booklet_html import Booklet
from places import FILM, needs
from script import read_script, sentences
from web_vtt import Cue, read

BOTH = ("run-hide-tell.webm", "run-hide-tell.mp4")
QUIET, PAUSE = "-45dB", 0.3


@pytest.fixture(scope="module")
def parts():
    return read_script()[1]


@pytest.fixture(scope="module")
def captions():
    return read((FILM / "run-hide-tell.vtt").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def descriptions():
    return read((FILM / "run-hide-tell-descriptions.vtt").read_text(encoding="utf-8"))


def probe(name):
    told = subprocess.run(
        ["ffprobe", "-v", "error", "-show_streams", "-show_format", "-of", "json", FILM / name],
        capture_output=True,
        check=True,
    )
    return json.loads(told.stdout)


def test_both_forms_together_are_under_four_megabytes_and_the_poster_under_fifteen_kilobytes():
    assert sum((FILM / name).stat().st_size for name in BOTH) < 4_000_000
    assert 2_000 < (FILM / "poster.jpg").stat().st_size < 15_000


@needs("ffprobe", "ffmpeg")
@pytest.mark.parametrize("name, codecs", list(zip(BOTH, (("vp9", "opus"), ("h264", "aac")))))
def test_each_form_holds_one_picture_and_one_sound_as_long_as_each_other(name, codecs):
    told = probe(name)
    assert tuple(stream["codec_name"] for stream in told["streams"]) == codecs
    picture = told["streams"][0]
    assert (picture["width"], picture["height"], picture["pix_fmt"]) == (1280, 720, "yuv420p")
    assert 60 <= float(told["format"]["duration"]) <= 110
    assert float(probe(BOTH[0])["format"]["duration"]) == pytest.approx(
        float(probe(BOTH[1])["format"]["duration"]), abs=0.1
    )
    assert told["streams"][1]["tags"]["language"] == "eng"


def boxes(raw):
    """Names of an MP4's outermost boxes, in order (ISO/IEC 14496-12, 4.2)."""
    place, found = 0, []
    while place < len(raw):
        size, kind = struct.unpack(">I4s", raw[place : place + 8])
        if size == 1:
            size = struct.unpack(">Q", raw[place + 8 : place + 16])[0]
        found.append(kind.decode())
        place += size or len(raw)
    return found


def test_the_mp4_starts_playing_before_it_has_all_arrived():
    found = boxes((FILM / BOTH[1]).read_bytes())
    assert found.index("moov") < found.index("mdat")


def test_the_webm_can_be_wound_before_it_has_all_arrived():
    # Matroska: the index (Cues) stands before the first Cluster (RFC 9559, 5.1).
    raw = (FILM / BOTH[0]).read_bytes()
    assert 0 < raw.index(bytes.fromhex("1C53BB6B")) < raw.index(bytes.fromhex("1F43B675"))


@needs("ffprobe", "ffmpeg")
@pytest.mark.parametrize("name", BOTH)
def test_a_form_says_nothing_of_the_machine_or_the_hour_that_made_it(name):
    told = probe(name)
    tags = told["format"].get("tags", {}) | {
        key: value for stream in told["streams"] for key, value in stream.get("tags", {}).items()
    }
    allowed = {
        "encoder",
        "language",
        "duration",
        "handler_name",
        "vendor_id",
        "major_brand",
        "minor_version",
        "compatible_brands",
    }
    assert {key.lower() for key in tags} <= allowed
    raw = (FILM / name).read_bytes()
    for trace in (b"/home/", b"/tmp/", b"/usr/", b"/var/", b"x264 - core"):
        assert trace not in raw
    # No version of a program, which would tell of a system.
    assert re.search(rb"Lav[fc]\d", raw) is None


def test_captions_are_the_spoken_words_in_order(parts, captions):
    assert [cue.text.replace("\n", " ") for cue in captions] == [line for part in parts for line in part.lines]


def test_captions_can_be_read_in_the_time_they_stand(captions):
    for cue in captions:
        lines = cue.text.split("\n")
        assert len(lines) <= 2 and max(map(len, lines)) <= 37, cue
        assert len(cue.text) / (cue.end - cue.start) <= 17, cue
    for before, after in zip(captions, captions[1:]):
        assert before.end <= after.start


def spoken(name):
    """(start, end) of what is heard, as ffmpeg hears it."""
    heard = subprocess.run(
        [
            "ffmpeg",
            "-hide_banner",
            "-nostats",
            "-i",
            FILM / name,
            "-vn",
            "-af",
            f"silencedetect=noise={QUIET}:d={PAUSE}",
            "-f",
            "null",
            "-",
        ],
        capture_output=True,
        check=True,
        text=True,
    ).stderr
    starts = [float(number) for number in re.findall(r"silence_start: (-?[\d.]+)", heard)]
    ends = [float(number) for number in re.findall(r"silence_end: ([\d.]+)", heard)]
    assert starts[0] <= 0.1, "the film starts with a silence"
    return list(zip(ends, starts[1:]))


def out_of_step(captions, heard, slack=0.2):
    """Captions that start or end away from the voice, and what is heard with no caption."""
    wrong = [
        cue
        for cue in captions
        if min(abs(cue.start - start) for start, _ in heard) > slack
        or min(abs(cue.end - end) for _, end in heard) > slack
    ]
    silent = [
        (start, end)
        for start, end in heard
        if not any(cue.start - slack <= start and end <= cue.end + slack for cue in captions)
    ]
    return wrong + silent


@needs("ffmpeg", "ffmpeg")
@pytest.mark.parametrize("name", BOTH)
def test_captions_keep_step_with_the_voice(name, captions):
    heard = spoken(name)
    assert len(heard) >= len(captions)
    assert out_of_step(captions, heard) == []
    late = [Cue(cue.start + 0.4, cue.end + 0.4, cue.text) for cue in captions]
    assert len(out_of_step(late, heard)) >= len(captions), "a shift of 0.4 s would go unnoticed"
    assert out_of_step(captions[1:], heard), "a missing caption would go unnoticed"


def test_the_descriptions_cover_the_whole_film(parts, descriptions, captions):
    assert [cue.text for cue in descriptions] == [part.drawn for part in parts]
    assert descriptions[0].start == 0 and descriptions[-1].end >= captions[-1].end
    for before, after in zip(descriptions, descriptions[1:]):
        assert before.end == after.start


def test_the_transcript_holds_every_spoken_and_every_drawn_thing_in_order(parts):
    text = " ".join(Booklet((FILM / "run-hide-tell-transcript.html").read_text(encoding="utf-8")).words())
    place = 0
    for part in parts:
        for piece in (part.drawn, *part.lines):
            place = text.index(piece, place) + len(piece)


def test_every_sentence_is_short_and_none_shows_harm(parts):
    for part in parts:
        for line in part.lines:
            for sentence in sentences(line):
                assert len(sentence.split()) < 15, sentence
        assert re.search(r"\b(gun|knife|knives|weapon|blood|bomb|dead|body)", part.drawn, re.I) is None


def test_what_the_page_is_told_of_the_film_is_so(parts, captions):
    told = json.loads((FILM / "run-hide-tell.json").read_text(encoding="utf-8"))
    assert told["bytes"] == {name.rsplit(".")[-1]: (FILM / name).stat().st_size for name in BOTH}
    assert captions[-1].end <= told["seconds"] <= 110
    assert told["title"] == read_script()[0]["title"]
