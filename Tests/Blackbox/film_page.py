"""Plays the film in a page: what Chromium shows while it runs."""

import functools
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

FILM = Path(__file__).parents[2] / "Sources/HeedPublic/Assets/media"

PLAIN = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Film</title>
<style>body{{margin:0}}video{{width:100%;height:auto}}</style></head><body>
<video controls preload="metadata" width="1280" height="720" poster="poster.jpg"><source src="run-hide-tell.{form}">
<track kind="captions" src="run-hide-tell.vtt" srclang="en" label="English" default>
<track kind="descriptions" src="run-hide-tell-descriptions.vtt" srclang="en" label="What is drawn"></video>
</body></html>"""

# Plays without sound from a given second; tells how far it came and what its first captions said meanwhile.
WATCH = """async ([from, seconds]) => {
    const video = document.querySelector('video');
    const captions = [...video.textTracks].find(track => track.kind === 'captions');
    captions.mode = 'showing';
    const said = [];
    captions.addEventListener('cuechange', () => { for (const cue of captions.activeCues) said.push(cue.text); });
    video.muted = true;
    if (from) video.currentTime = from;
    await video.play();
    const ends = performance.now() + 20000;
    while (video.currentTime < from + seconds && !video.error && performance.now() < ends) {
        await new Promise(go => setTimeout(go, 50));
    }
    video.pause();
    const drawn = document.createElement('canvas');
    drawn.width = 64; drawn.height = 36;
    const brush = drawn.getContext('2d');
    brush.drawImage(video, 0, 0, 64, 36);
    const colours = new Set();
    const pixels = brush.getImageData(0, 0, 64, 36).data;
    for (let place = 0; place < pixels.length; place += 4) colours.add(pixels.slice(place, place + 3).join());
    return {at: video.currentTime, error: video.error && video.error.message, said, wide: video.videoWidth,
            length: video.duration, colours: colours.size, cues: captions.cues.length, source: video.currentSrc,
            frames: video.getVideoPlaybackQuality().totalVideoFrames};
}"""


class PlainSite:
    """A page with the film and nothing else, at `address`, on this machine alone."""

    def __init__(self, form):
        class Handler(SimpleHTTPRequestHandler):
            extensions_map = SimpleHTTPRequestHandler.extensions_map | {
                ".vtt": "text/vtt",
                ".webm": "video/webm",
                ".mp4": "video/mp4",
            }

            def do_GET(self):
                if self.path != "/":
                    return super().do_GET()
                page = PLAIN.format(form=form).encode()
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(page)))
                self.end_headers()
                self.wfile.write(page)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(FILM)))
        self.address = f"http://127.0.0.1:{self.server.server_port}/"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
