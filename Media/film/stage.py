"""The stage for every picture: size, colours, letters, simple shapes. The lowest sixth stays free for captions."""

import math

import cairocffi as cairo

WIDTH, HEIGHT, RATE = 1280, 720, 24
FLOOR = 560

# The site's light colours, and quiet ones for clothes and things.
COLOURS = {
    "paper": "#FAF7F2",
    "panel": "#EFEAE1",
    "ink": "#1E2A32",
    "muted": "#4B5861",
    "edge": "#6F7A82",
    "river": "#1F5F5B",
    "white": "#FFFFFF",
    "sky": "#DDEBEA",
    "hill": "#A9C7A8",
    "hill-far": "#C6DAC4",
    "wood": "#B98F68",
    "wood-dark": "#94704F",
    "wood-light": "#D8BB98",
    "brick": "#B9806A",
    "mortar": "#D9B5A4",
    "wall": "#F3EEE6",
    "green": "#2F7A70",
    "brown": "#8A5A44",
    "blue": "#4A6C8C",
    "ochre": "#C4953F",
    "plum": "#7C5570",
    "slate": "#55636D",
    "navy": "#27384A",
    "red": "#A85446",
    "vest": "#C7C94F",
}


def rgb(name):
    """A colour's name, or #RRGGBB, as three numbers from 0 to 1."""
    text = COLOURS.get(name, name)
    return tuple(int(text[place : place + 2], 16) / 255 for place in (1, 3, 5))


def darker(name, share=0.82):
    return "#" + "".join(f"{round(part * share * 255):02X}" for part in rgb(name))


def ease(x):
    """0 to 1, slow at both ends; held outside."""
    x = min(1.0, max(0.0, x))
    return x * x * (3 - 2 * x)


def between(t, start, end):
    return ease((t - start) / (end - start))


def mix(a, b, x):
    return a + (b - a) * x


class Stage:
    """Wraps a cairo context with the few shapes the pictures are made of. Distances are pixels, angles degrees."""

    def __init__(self, width=WIDTH, height=HEIGHT):
        self.surface = cairo.ImageSurface(cairo.FORMAT_RGB24, width, height)
        self.to = cairo.Context(self.surface)
        self.to.set_line_cap(cairo.LINE_CAP_ROUND)
        self.to.set_line_join(cairo.LINE_JOIN_ROUND)
        options = cairo.FontOptions()
        options.set_antialias(cairo.ANTIALIAS_GRAY)
        options.set_hint_style(cairo.HINT_STYLE_NONE)
        options.set_hint_metrics(cairo.HINT_METRICS_OFF)
        self.to.set_font_options(options)

    def colour(self, name, alpha=1.0):
        self.to.set_source_rgba(*rgb(name), alpha)

    def clear(self, name="paper"):
        self.colour(name)
        self.to.paint()

    def veil(self, alpha):
        """Paper over everything: how one picture gives way to the next."""
        if alpha > 0:
            self.colour("paper", alpha)
            self.to.paint()

    def box(self, x, y, w, h, fill=None, radius=0, edge=None, line=3):
        to = self.to
        if radius:
            to.new_sub_path()
            to.arc(x + w - radius, y + radius, radius, -math.pi / 2, 0)
            to.arc(x + w - radius, y + h - radius, radius, 0, math.pi / 2)
            to.arc(x + radius, y + h - radius, radius, math.pi / 2, math.pi)
            to.arc(x + radius, y + radius, radius, math.pi, 1.5 * math.pi)
            to.close_path()
        else:
            to.rectangle(x, y, w, h)
        self._paint(fill, edge, line)

    def shape(self, points, fill=None, edge=None, line=3):
        self.to.new_path()
        for point in points:
            self.to.line_to(*point)
        self.to.close_path()
        self._paint(fill, edge, line)

    def disc(self, x, y, radius, fill=None, edge=None, line=3):
        self.to.new_sub_path()
        self.to.arc(x, y, radius, 0, 2 * math.pi)
        self._paint(fill, edge, line)

    def arc(self, x, y, radius, start, end, name, line):
        self.to.new_sub_path()
        self.to.arc(x, y, radius, math.radians(start), math.radians(end))
        self._paint(None, name, line)

    def stroke(self, points, name, line):
        self.to.new_path()
        for point in points:
            self.to.line_to(*point)
        self._paint(None, name, line)

    def words(self, x, y, text, size, name="ink", bold=True, middle=False, alpha=1.0):
        self.to.select_font_face(
            "DejaVu Sans", cairo.FONT_SLANT_NORMAL, cairo.FONT_WEIGHT_BOLD if bold else cairo.FONT_WEIGHT_NORMAL
        )
        self.to.set_font_size(size)
        if middle:
            x -= self.to.text_extents(text)[4] / 2
        self.colour(name, alpha)
        self.to.move_to(x, y)
        self.to.show_text(text)

    def heading(self, text):
        """A part's word over the thin double rule that the site has under its place name."""
        self.words(70, 104, text, 76, "river")
        self.box(70, 134, WIDTH - 140, 2, "edge")
        self.box(70, 139, WIDTH - 140, 2, "edge")

    def bytes(self):
        """The picture as BGRX bytes, one row after the other."""
        self.surface.flush()
        return bytes(self.surface.get_data())

    def _paint(self, fill, edge, line):
        if fill:
            self.colour(fill)
            self.to.fill_preserve() if edge else self.to.fill()
        if edge:
            self.colour(edge)
            self.to.set_line_width(line)
            self.to.stroke()
