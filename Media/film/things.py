"""Things that stand in the pictures: shelves, doors, walls, bags, phones."""

import math

from stage import FLOOR, darker

BOOKS = ("green", "brown", "blue", "ochre", "plum", "slate", "red", "wood-light")


def room(stage, top=150):
    """A wall from `top` down, and a floor."""
    stage.clear()
    stage.box(0, top, 1280, FLOOR - top, "wall")
    stage.box(0, FLOOR, 1280, 160, "panel")
    stage.box(0, FLOOR - 10, 1280, 10, "wood-light")


def outdoors(stage, x=0, y=150, w=1280, h=FLOOR - 150, ground=FLOOR):
    """Sky and two hills inside a frame; `ground` is where the grass starts."""
    to = stage.to
    to.save()
    to.rectangle(x, y, w, h)
    to.clip()
    stage.box(x, y, w, h, "sky")
    for name, centre, top, wide in (("hill-far", 0.72, 0.52, 0.9), ("hill", 0.2, 0.62, 1.0)):
        to.save()
        to.translate(x + w * centre, y + h * (top + 1.2))
        to.scale(w * wide / 2, h * 1.2)
        to.new_path()
        to.arc(0, 0, 1, 0, 2 * math.pi)
        to.restore()
        stage.colour(name)
        to.fill()
    stage.box(x, ground - 20, w, y + h - ground + 20, "hill")
    to.restore()


def shelves(stage, x, y, w, rows=3, seed=0):
    high = 104
    stage.box(x - 10, y - 10, w + 20, rows * high + 16, "wood-dark", 6)
    for row in range(rows):
        top = y + row * high
        stage.box(x, top, w, high - 12, darker("wood", 0.72))
        place, count = x + 6, seed + row * 5
        while place < x + w - 26:
            thick, tall = 16 + (count * 7) % 12, 62 + (count * 11) % 24
            stage.box(place, top + high - 12 - tall, thick, tall, BOOKS[(count * 5 + row) % len(BOOKS)], 2)
            place += thick + (26 if count % 6 == 5 else 3)
            count += 1


def window(stage, x, y, w, h):
    outdoors(stage, x, y, w, h, y + h)
    stage.box(x, y, w, h, None, 0, "white", 14)
    stage.stroke([(x + w / 2, y), (x + w / 2, y + h)], "white", 8)
    stage.box(x - 14, y + h + 4, w + 28, 12, "white")


def open_door(stage, x, y, w, h):
    """A doorway to the hills, with its door folded back to the left."""
    outdoors(stage, x, y, w, h, FLOOR - 4)
    stage.box(x, y, w, h, None, 0, "wood-dark", 12)
    stage.shape([(x - 6, y), (x - 66, y + 26), (x - 66, y + h + 22), (x - 6, y + h)], "wood", "wood-dark", 4)
    stage.disc(x - 54, y + h * 0.56, 7, "ochre")


def shut_door(stage, x, y, w, h):
    stage.box(x, y, w, h, "wood", 0, "wood-dark", 12)
    for top in (0.09, 0.54):
        stage.box(x + w * 0.2, y + h * top, w * 0.6, h * 0.36, None, 4, "wood-dark", 4)
    stage.disc(x + w * 0.86, y + h * 0.52, 8, "ochre")


def cupboard(stage, x, y, w, h):
    stage.box(x, y, w, h, "slate", 6)
    stage.stroke([(x + w / 2, y + 12), (x + w / 2, y + h - 22)], darker("slate"), 5)
    for side in (-14, 14):
        stage.stroke([(x + w / 2 + side, y + h * 0.44), (x + w / 2 + side, y + h * 0.54)], "panel", 6)
    stage.box(x + 6, y + h - 14, w - 12, 14, darker("slate", 0.7))


def brick_wall(stage, x, y, w, h):
    stage.box(x, y, w, h, "mortar")
    high, long = 26, 62
    stage.to.save()
    stage.to.rectangle(x, y, w, h)
    stage.to.clip()
    for row in range(int(h / high) + 1):
        start = x - (long / 2 if row % 2 else 0)
        for column in range(int(w / long) + 2):
            stage.box(start + column * long + 2, y + row * high + 2, long - 4, high - 4, "brick", 3)
    stage.to.restore()


def table(stage, x, y, w):
    stage.box(x, y, w, 16, "wood", 4)
    for leg in (x + 18, x + w - 30):
        stage.box(leg, y + 16, 12, FLOOR + 14 - y, "wood-dark")


def chair(stage, x, seat):
    stage.stroke([(x - 42, seat - 96), (x - 36, seat), (x - 40, FLOOR + 28)], "wood-dark", 12)
    stage.stroke([(x - 36, seat), (x + 34, seat), (x + 36, FLOOR + 28)], "wood-dark", 12)


def open_book(stage, x, y):
    stage.shape(
        [(x, y), (x - 34, y - 22), (x - 34, y - 30), (x, y - 10), (x + 34, y - 30), (x + 34, y - 22)],
        "white",
        "edge",
        4,
    )


def backpack(stage, x, y, name):
    stage.arc(x, y - 66, 15, 180, 360, darker(name, 0.7), 7)
    stage.box(x - 32, y - 70, 64, 70, name, 18)
    stage.box(x - 21, y - 34, 42, 26, darker(name), 8)


def handbag(stage, x, y, name):
    stage.arc(x, y - 44, 24, 180, 360, darker(name, 0.7), 7)
    stage.shape([(x - 38, y), (x - 30, y - 46), (x + 30, y - 46), (x + 38, y)], name, name, 6)
    stage.disc(x, y - 34, 5, "ochre")


def tree(stage, x, ground, tall):
    stage.box(x - 11, ground - tall * 0.5, 22, tall * 0.5, "wood-dark", 6)
    for dx, dy, radius in ((0, 0.6, 0.16), (-0.2, 0.62, 0.2), (0.2, 0.6, 0.19), (0, 0.78, 0.24)):
        stage.disc(x + dx * tall, ground - dy * tall, radius * tall, "#6F9E7B")


def phone(stage, x, y, w, h):
    """A phone's front, its screen in paper colour. (x, y) is its top left corner."""
    stage.box(x, y, w, h, "ink", w * 0.13)
    stage.box(x + w * 0.06, y + w * 0.13, w * 0.88, h - w * 0.26, "paper", w * 0.05)
    stage.box(x + w * 0.38, y + w * 0.05, w * 0.24, w * 0.03, "edge", w * 0.014)


def bell(stage, x, y, size, name="ink"):
    to = stage.to
    to.new_path()
    to.move_to(x - size * 0.46, y + size * 0.34)
    to.curve_to(x - size * 0.24, y + size * 0.16, x - size * 0.4, y - size * 0.42, x, y - size * 0.44)
    to.curve_to(x + size * 0.4, y - size * 0.42, x + size * 0.24, y + size * 0.16, x + size * 0.46, y + size * 0.34)
    to.close_path()
    stage.colour(name)
    to.fill()
    stage.disc(x, y - size * 0.46, size * 0.07, name)
    stage.arc(x, y + size * 0.38, size * 0.13, 0, 180, name, size * 0.09)


def buzz(stage, x, y, size, name="ink"):
    """A small phone with shaking lines at both sides."""
    stage.box(x - size * 0.19, y - size * 0.38, size * 0.38, size * 0.76, None, size * 0.07, name, size * 0.08)
    stage.disc(x, y + size * 0.26, size * 0.045, name)
    for side in (-1, 1):
        for out, tall in ((0.36, 0.2), (0.52, 0.11)):
            stage.stroke(
                [
                    (x + side * size * out, y - size * tall),
                    (x + side * size * (out + 0.05), y),
                    (x + side * size * out, y + size * tall),
                ],
                name,
                size * 0.07,
            )


def crossed(stage, x, y, size, share):
    """A line through a sign, drawn as far as `share` (0 to 1)."""
    if share <= 0:
        return
    start, end = (x - size * 0.55, y - size * 0.5), (x + size * 0.55, y + size * 0.5)
    end = (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)
    stage.stroke([start, end], "paper", size * 0.22)
    stage.stroke([start, end], "red", size * 0.11)
