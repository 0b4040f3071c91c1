"""The pictures: one function for each part of script.md.

`t` is the moment in seconds since the part began, `cues` when each of its lines is spoken, `length` how long it is.
"""

import people
import things
from people import blend, draw
from stage import FLOOR, between, ease, mix

NEAR = FLOOR + 26


def start(stage, t, cues, length):
    stage.clear()
    stage.words(640, 180, "If you are caught in an attack", 60, middle=True)
    stage.box(190, 226, 900, 3, "edge")
    stage.box(190, 234, 900, 3, "edge")
    for number, (word, x) in enumerate((("Run.", 380), ("Hide.", 640), ("Tell.", 900))):
        stage.words(x, 380, word, 84, "river", middle=True, alpha=between(t, 1.5 + number * 0.6, 2.0 + number * 0.6))


def _library(stage, door):
    things.room(stage, 150 if door else 0)
    things.shelves(stage, 70, 196, 300, 3, 1)
    things.window(stage, 470, 196, 210, 190)
    things.shelves(stage, 780, 196, 150, 3, 4)
    if door:
        things.open_door(stage, 1030, 176, 176, FLOOR - 182)
    else:
        things.shut_door(stage, 1030, 176, 176, FLOOR - 182)


def _bags(stage):
    things.backpack(stage, 210, NEAR + 14, "blue")
    things.handbag(stage, 690, NEAR + 18, "red")
    things.backpack(stage, 900, NEAR + 14, "ochre")


SEAT = NEAR - people.WOMAN_IN_GREEN.size * people.SIT["seat"] + 16


def _reading_table(stage):
    things.table(stage, 524, 458, 160)
    things.open_book(stage, 600, 454)


def library(stage, t, cues, length):
    _library(stage, door=False)
    nod = 2 * ease(abs((t / 3) % 2 - 1))
    draw(
        stage,
        people.MAN_IN_BROWN,
        330,
        FLOOR + 8,
        people.STAND | dict(arm1=60 + nod, fore1=118, arm2=66, fore2=120, head=10 + nod),
        -1,
    )
    things.open_book(stage, 222, 296)
    draw(stage, people.MAN_IN_BLUE, 800, FLOOR + 8, people.STAND | dict(arm1=110 + nod, fore1=140, head=-8), 1)
    things.chair(stage, 500, SEAT)
    draw(stage, people.WOMAN_IN_GREEN, 490, NEAR, people.SIT | dict(head=14 + nod))
    _reading_table(stage)
    _bags(stage)


def run(stage, t, cues, length):
    _library(stage, door=True)
    things.chair(stage, 500, SEAT)
    stage.heading("Run")
    first, called = cues[2].start - 0.5, cues[3].start
    _runner(stage, people.MAN_IN_BROWN, 330, FLOOR + 8, people.STAND, t - called - 0.7)
    wait = (930, called - first - 0.9, 1.9)
    _runner(stage, people.WOMAN_IN_GREEN, 490, NEAR, people.SIT, t - first - 0.9, wait)
    _runner(stage, people.MAN_IN_BLUE, 800, FLOOR + 8, people.STAND, t - first)
    _reading_table(stage)
    _bags(stage)


def _runner(stage, look, x, ground, before, since, wait=None):
    """Out through the door, `since` seconds after setting off. `wait`: where to turn and wave, until when, how long."""
    if since <= 0:
        draw(stage, look, x, ground, before)
        return
    place, waving = x + 300 * max(0.0, since - 0.25), 0.0
    if wait and place > wait[0]:
        spot, until, wave = wait
        arrived = 0.25 + (spot - x) / 300
        left = max(0.0, since - max(arrived, until + wave))
        place = spot + 300 * left
        waving = between(since, arrived, arrived + 0.4) * (1 - between(left, 0, 0.3))
    if place > 1230:
        return
    pose = blend(before, people.run(place / 200), min(1.0, since / 0.4)) | ({"seat": 0} if "seat" in before else {})
    facing = 1
    if waving:
        beat = 14 * abs((since * 1.6) % 2 - 1)
        pose = blend(pose, people.BECKON | dict(fore1=140 + beat), waving)
        facing = -1 if waving > 0.5 else 1
    to = stage.to
    to.save()
    # In the doorway its right post hides whoever has passed it.
    to.rectangle(0, 0, 1200 if place > 1040 else 1280, 720)
    to.clip()
    draw(stage, look, place, FLOOR + mix(14, 2, between(place, 880, 1100)), pose, facing)
    to.restore()


def _hide_room(stage, cupboard):
    things.room(stage)
    things.shut_door(stage, 120, 176, 180, FLOOR - 182)
    things.cupboard(stage, cupboard, 236, 190, FLOOR - 224)
    stage.heading("Hide")


def hide(stage, t, cues, length):
    pushing, hiding = cues[1].start - 0.5, cues[2].start - 0.7
    moved = between(t, pushing, hiding - 0.2)
    cupboard = mix(380, 114, moved)
    _hide_room(stage, cupboard)
    across = max(0.0, t - hiding - 0.2)
    for number, (look, end) in enumerate(((people.PERSON_IN_PLUM, 1190), (people.PERSON_IN_OCHRE, 1062))):
        first = cupboard + 282 + number * 118
        if across <= 0:
            lean = between(t, pushing - 0.8, pushing) * (1 - between(t, hiding - 0.3, hiding))
            draw(stage, look, first, FLOOR + 12, blend(people.STAND, people.push(first / 110), lean), -1)
            continue
        place = min(end, first + 300 * across)
        if place < end:
            draw(stage, look, place, FLOOR + 14, people.walk(place / 165) | dict(lean=14), 1)
        else:
            down = between(across - (end - first) / 300, 0, 0.7)
            draw(stage, look, place, FLOOR + 14, blend(people.STAND, people.CROUCH, down), -1)
    things.brick_wall(stage, 820, 180, 110, FLOOR - 164)


def phone(stage, t, cues, length):
    stage.clear("wall")
    stage.box(0, FLOOR + 40, 1280, 120, "panel")
    stage.heading("Hide")
    things.phone(stage, 505, 168, 270, 460)
    things.bell(stage, 640, 300, 126)
    things.buzz(stage, 640, 480, 126)
    first, second = cues[0].start + 0.5, mix(cues[0].start, cues[0].end, 0.62)
    things.crossed(stage, 640, 300, 150, between(t, first, first + 0.7))
    things.crossed(stage, 640, 480, 150, between(t, second, second + 0.7))


def _outside(stage):
    stage.clear()
    things.outdoors(stage, 0, 150, 1280, 570, FLOOR)
    things.tree(stage, 1196, FLOOR - 10, 250)
    things.brick_wall(stage, 60, 190, 190, FLOOR - 166)


def tell(stage, t, cues, length):
    _outside(stage)
    stage.heading("Tell")
    raised = between(t, cues[1].start - 0.2, cues[1].start + 0.6)
    draw(
        stage,
        people.WOMAN_IN_GREEN,
        340,
        FLOOR + 18,
        blend(people.STAND, people.CALL, raised),
        1,
        1 if raised > 0.5 else None,
    )
    shown = between(t, cues[1].start + 0.8, cues[1].start + 1.2)
    if shown <= 0:
        return
    said = (
        (cues[3].start, "Where it is"),
        (mix(cues[3].start, cues[3].end, 0.5), "Which way they went"),
        (cues[4].start, "How many there are"),
        (mix(cues[4].start, cues[4].end, 0.5), "What they look like"),
    )
    room = sum(between(t, when - 0.3, when) for when, _ in said)
    stage.shape([(480, 262), (424, 288), (480, 300)], "white")
    stage.box(476, 180, 640, 116 + room * 62, "white", 18)
    stage.words(506, 270, "999", 88, "river", alpha=shown)
    for number, (when, text) in enumerate(said):
        alpha = between(t, when, when + 0.4)
        if alpha > 0:
            stage.disc(524, 322 + number * 62, 9, "river")
            stage.words(552, 339 + number * 62, text, 48, bold=False, alpha=alpha)


def warn(stage, t, cues, length):
    _outside(stage)
    stage.heading("Tell")
    up = between(t, cues[1].start - 0.3, cues[1].start + 0.4)
    draw(stage, people.WOMAN_IN_GREEN, 340, FLOOR + 18, blend(people.CALL, people.STOP, up))
    turn = mix(cues[1].start, cues[1].end, 0.62)
    for look, x in ((people.PERSON_IN_PLUM, 960), (people.MAN_IN_BLUE, 1110)):
        towards, away = min(t, turn - 0.9), max(0.0, t - turn)
        place = x - 62 * towards + 100 * away
        still = 1 - between(t, turn - 1.2, turn - 0.8) if t < turn else between(t, turn, turn + 0.4)
        pose = blend(people.STAND, people.walk(place / 130), still)
        draw(stage, look, place, FLOOR + 24, pose, -1 if t < turn else 1)


def police(stage, t, cues, length):
    stage.clear()
    things.outdoors(stage, 0, 150, 1280, 570, FLOOR)
    things.tree(stage, 620, FLOOR - 14, 210)
    stage.heading("When police come")
    hold = between(t, cues[2].start - 0.3, cues[2].start + 0.5)
    draw(stage, people.OFFICER, 290, FLOOR + 18, blend(people.STAND, people.STOP, hold), 1)
    up = between(t, cues[1].start + 0.6, cues[1].start + 1.6)
    for look, x in ((people.MAN_IN_BROWN, 850), (people.PERSON_IN_OCHRE, 1080)):
        draw(stage, look, x, FLOOR + 20, blend(people.STAND, people.HANDS_UP, up), -1)


def end(stage, t, cues, length):
    stage.clear()
    cards = (("Run", 70), ("Hide", 470), ("Tell", 870))
    for number, (word, x) in enumerate(cards):
        stage.box(x, 90, 340, 460, "panel", 14, "edge", 3)
        stage.words(x + 170, 185, word, 76, "river", middle=True)
        if number == 0:
            things.outdoors(stage, x + 110, 240, 130, 250, 490)
            stage.box(x + 110, 240, 130, 250, None, 0, "wood-dark", 12)
            stage.shape([(x + 104, 240), (x + 54, 258), (x + 54, 512), (x + 104, 490)], "wood", "wood-dark", 4)
        elif number == 1:
            things.shut_door(stage, x + 100, 240, 140, 250)
        else:
            things.phone(stage, x + 100, 220, 140, 290)
            stage.words(x + 170, 384, "999", 50, "river", middle=True)
