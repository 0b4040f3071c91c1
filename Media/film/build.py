"""Makes the film: words, pictures, WebM, MP4, poster, captions, descriptions, transcript.

    build.py FOLDER WORK     results go to FOLDER, everything in between to WORK

Nothing made here names a machine, a path or a time: encoders are asked for the same bytes each time, on one thread.
"""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import captions
import scenes
from script import read_script
from speech import speak
from stage import HEIGHT, RATE, WIDTH, Stage, ease

NAME = "run-hide-tell"
FADE = 0.35
POSTER_LIMIT = 15_000
QUIET = "ffmpeg -hide_banner -loglevel error -nostdin -y".split()
BITEXACT = "-map_metadata -1 -fflags +bitexact -flags:v +bitexact -flags:a +bitexact -threads 1".split()
COLOUR = "-pix_fmt yuv420p -colorspace bt709 -color_primaries bt709 -color_trc bt709 -color_range tv".split()
ENGLISH = "-metadata:s:a:0 language=eng".split()
FRAMES = f"-f rawvideo -pixel_format bgr0 -video_size {WIDTH}x{HEIGHT} -framerate {RATE} -i -".split()
TO_VIDEO = "scale=in_range=full:out_range=tv:out_color_matrix=bt709:flags=accurate_rnd+full_chroma_int+bitexact"
VP9 = "-c:v libvpx-vp9 -b:v 0 -crf 38 -g 240 -deadline good -row-mt 0 -tile-columns 0".split()
OPUS = "-c:a libopus -b:a 40k -application voip -cues_to_front 1".split()
# The filter takes out the message in which the encoder names itself and its settings.
H264 = "-c:v libx264 -profile:v high -level 3.1 -preset slow -tune animation -crf 25 -g 240".split()
H264 += "-bsf:v filter_units=remove_types=6".split()
AAC = "-c:a aac -b:a 64k -movflags +faststart".split()


def picture(timed, moment):
    """The whole film as a function of time."""
    part, start, end, cues = next((entry for entry in timed if moment < entry[2]), timed[-1])
    stage = Stage()
    since, length = moment - start, end - start
    own = [replace(cue, start=cue.start - start, end=cue.end - start) for cue in cues]
    getattr(scenes, part.name)(stage, since, own, length)
    first, last = part is timed[0][0], part is timed[-1][0]
    stage.veil(max(0 if first else 1 - ease(since / FADE), 0 if last else 1 - ease((length - since) / FADE)))
    return stage


def draw_all(timed, path):
    """All frames, losslessly, so that each encoder gets the very same ones."""
    count = round(timed[-1][2] * RATE)
    command = [*QUIET, *FRAMES, "-vf", TO_VIDEO, *COLOUR, "-c:v", "ffv1", "-threads", "1", path]
    encoder = subprocess.Popen(command, stdin=subprocess.PIPE)
    for number in range(count):
        if number % (RATE * 10) == 0:
            print(f"    drawing second {number // RATE} of {count // RATE}", flush=True)
        encoder.stdin.write(picture(timed, number / RATE).bytes())
    encoder.stdin.close()
    if encoder.wait():
        raise SystemExit("ffmpeg could not take the pictures")


def encode(pictures, narration, folder):
    both = [*QUIET, "-i", pictures, "-i", narration, "-map", "0:v", "-map", "1:a", "-ac", "1"]
    vp9 = [*VP9, *COLOUR, "-passlogfile", pictures.with_suffix("")]
    print("    WebM, first pass", flush=True)
    first = [*QUIET, "-i", pictures, "-an", *vp9, "-cpu-used", "4", "-pass", "1", *BITEXACT, "-f", "null", "-"]
    subprocess.run(first, check=True)
    print("    WebM, second pass", flush=True)
    second = [*both, *vp9, "-cpu-used", "2", "-pass", "2", *OPUS, *BITEXACT, *ENGLISH, folder / f"{NAME}.webm"]
    subprocess.run(second, check=True)
    print("    MP4", flush=True)
    subprocess.run([*both, *H264, *COLOUR, *AAC, *BITEXACT, *ENGLISH, folder / f"{NAME}.mp4"], check=True)


def poster(timed, folder, work):
    """The last picture, small enough to cost nobody anything."""
    picture(timed, timed[-1][2] - 1).surface.write_to_png(str(work / "poster.png"))
    path = folder / "poster.jpg"
    smaller = "-vf scale=960:-2:flags=lanczos+accurate_rnd+bitexact -pix_fmt yuvj420p -update 1 -frames:v 1".split()
    for quality in range(3, 20):
        command = [*QUIET, "-i", work / "poster.png", *smaller, "-q:v", str(quality), *BITEXACT, path]
        subprocess.run(command, check=True)
        if path.stat().st_size < POSTER_LIMIT:
            return
    raise SystemExit("the poster does not fit")


def main(folder, work):
    folder.mkdir(parents=True, exist_ok=True)
    work.mkdir(parents=True, exist_ok=True)
    facts, parts = read_script()
    print("    speaking", flush=True)
    narration, timed = speak(parts, work)
    pictures = work / "pictures.mkv"
    draw_all(timed, pictures)
    encode(pictures, narration, folder)
    poster(timed, folder, work)
    texts = {f"{NAME}.vtt": captions.captions(facts["title"], timed),
             f"{NAME}-descriptions.vtt": captions.descriptions(facts["title"], timed),
             f"{NAME}-transcript.html": captions.transcript(facts, timed)}
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    about = {name: facts[name] for name in ("title", "lang", "date", "owner", "source", "reviewed", "review-by")}
    about |= {"seconds": round(timed[-1][2]), "width": WIDTH, "height": HEIGHT,
              "bytes": {end: (folder / f"{NAME}.{end}").stat().st_size for end in ("webm", "mp4")}}
    (folder / f"{NAME}.json").write_text(json.dumps(about, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
