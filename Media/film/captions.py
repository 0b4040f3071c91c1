"""What the film says and shows, as text: captions and descriptions (WebVTT), and the transcript (a piece of HTML)."""

from html import escape

LINE = 37


def clock(seconds):
    milliseconds = round(seconds * 1000)
    hours, minutes, whole = milliseconds // 3_600_000, milliseconds // 60_000 % 60, milliseconds // 1000 % 60
    return f"{hours:02}:{minutes:02}:{whole:02}.{milliseconds % 1000:03}"


def in_two(text):
    """One line, or two of nearly the same length, broken after a sentence where that fits."""
    if len(text) <= LINE:
        return text
    words = text.split()
    breaks = [(" ".join(words[:place]), " ".join(words[place:])) for place in range(1, len(words))]
    fitting = [pair for pair in breaks if max(map(len, pair)) <= LINE]
    if not fitting:
        raise SystemExit(f"caption too long for two lines of {LINE}: {text}")
    return "\n".join(min(fitting, key=lambda pair: (pair[0][-1] not in ".?!", abs(len(pair[0]) - len(pair[1])))))


def vtt(title, cues):
    """`cues`: (start, end, text) in seconds. Text is escaped."""
    blocks = [f"WEBVTT - {title}"]
    for start, end, text in cues:
        blocks.append(f"{clock(start)} --> {clock(end)}\n{escape(text, quote=False)}")
    return "\n\n".join(blocks) + "\n"


def captions(title, timed):
    return vtt(title, [(cue.start, cue.end, in_two(cue.text)) for *_, cues in timed for cue in cues])


def descriptions(title, timed):
    """What is drawn, one cue for each part. The narration says the same, so nobody misses anything without them."""
    return vtt(title + ": descriptions", [(start, end, part.drawn) for part, start, end, _ in timed])


def transcript(facts, timed):
    """Every spoken word and what is drawn with it, in order."""
    lines = [
        f'<p lang="{facts["lang"]}">The narration says everything that matters in the pictures. No attack is shown.</p>'
    ]
    for part, _, _, _ in timed:
        lines.append(f"<p><strong>Drawn:</strong> {escape(part.drawn, quote=False)}</p>")
        lines.append(f"<p><strong>Spoken:</strong> {escape(' '.join(part.lines), quote=False)}</p>")
    return "\n".join(lines) + "\n"
