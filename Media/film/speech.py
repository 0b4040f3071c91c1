"""The spoken words: espeak-ng says each line, sox makes it even, silences of known length join the lines."""

import re
import subprocess
import wave
from dataclasses import dataclass

RATE = 48_000
VOICE = "-v en-gb-x-rp -s 155 -p 42 -a 80 -g 1".split()
# No rumble; less at 400 Hz and more at 2.8 kHz, where consonants are; nothing over 9 kHz, which is hiss; evenly loud.
TONE = "gain -12 highpass 90 equalizer 400 1q -2 equalizer 2800 1q +4 lowpass 9000".split()
TONE += "compand 0.01,0.15 6:-60,-50,-30,-16,0,-6 0 -40 0.01 gain -n -3".split() + ["rate", "-v", str(RATE)]
# Once from each end: the voice puts silences of its own round a line.
TRIM = "silence 1 0.01 0.4% reverse silence 1 0.01 0.4% reverse".split()
BEFORE, BETWEEN, AFTER = 0.6, 0.5, 0.4

# What a voice reads wrongly when it is spelt as people spell it.
SPOKEN = [(re.compile(r"\b999\b"), "nine, nine, nine")]


@dataclass
class Cue:
    """One caption: its words and when they are heard, in seconds from the start of the film."""

    text: str
    start: float
    end: float


def say(text, path):
    """Writes one line as a mono WAV at RATE, without the silence that the voice puts round it."""
    for pattern, replacement in SPOKEN:
        text = pattern.sub(replacement, text)
    raw = path.with_suffix(".raw.wav")
    subprocess.run(["espeak-ng", *VOICE, "-w", raw, text], check=True)
    # -R: the same noise for dither each time.
    subprocess.run(["sox", "-R", raw, "-b", "16", path, *TRIM, *TONE], check=True)


def speak(parts, folder):
    """Says all parts. Returns (wav file of the whole film, [(part, start, end, [Cue])])."""
    samples, timed = bytearray(), []

    def now():
        return len(samples) / 2 / RATE

    def silence(seconds):
        samples.extend(b"\0\0" * round(seconds * RATE))

    for number, part in enumerate(parts):
        start, cues = now(), []
        silence(BEFORE)
        for index, line in enumerate(part.lines):
            if index:
                silence(BETWEEN)
            path = folder / f"{number}-{index}.wav"
            say(line, path)
            begin = now()
            with wave.open(str(path)) as file:
                assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (RATE, 1, 2)
                samples.extend(file.readframes(file.getnframes()))
            cues.append(Cue(line, begin, now()))
        silence(AFTER)
        timed.append((part, start, now(), cues))
    whole = folder / "narration.wav"
    with wave.open(str(whole), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(bytes(samples))
    return whole, timed
