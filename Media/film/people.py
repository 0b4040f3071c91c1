"""People: jointed figures without faces, so that nobody is meant. A pose is a set of angles; poses blend."""

import math
from dataclasses import dataclass

from stage import darker

# Degrees from straight down, forward positive; `lean` and `head` from straight up. 1 is the near side, 2 the far side.
STAND = dict(lean=0, head=0, thigh1=3, shin1=1, thigh2=-3, shin2=-4, arm1=-4, fore1=4, arm2=6, fore2=12)
CROUCH = dict(lean=34, head=4, thigh1=112, shin1=-28, thigh2=70, shin2=-58, arm1=38, fore1=118, arm2=58, fore2=128)
SIT = dict(lean=6, head=14, thigh1=86, shin1=2, thigh2=82, shin2=-8, arm1=22, fore1=88, arm2=32, fore2=96, seat=0.27)
CALL = STAND | dict(head=6, arm1=30, fore1=158)
STOP = STAND | dict(arm1=84, fore1=96, palm=1)
HANDS_UP = STAND | dict(arm1=104, fore1=170, arm2=-104, fore2=-170)
BECKON = STAND | dict(arm1=112, fore1=150)


def run(phase):
    """One stride each turn of `phase` (0 to 1)."""
    return _stride(phase, swing=42, lift=78, rest=16, lean=15, arm=46, elbow=84)


def walk(phase):
    return _stride(phase, swing=23, lift=36, rest=5, lean=3, arm=20, elbow=18)


def push(phase):
    """Leaning into something heavy, with short steps."""
    return _stride(phase, swing=20, lift=26, rest=14, lean=30, arm=0, elbow=0) | dict(
        arm1=78, fore1=92, arm2=84, fore2=96, head=-16
    )


def _stride(phase, swing, lift, rest, lean, arm, elbow):
    turn = 2 * math.pi * phase
    pose = dict(lean=lean, head=-lean * 0.5)
    for side, offset in (("1", 0.0), ("2", math.pi)):
        thigh = swing * math.sin(turn + offset) + lean * 0.4
        bend = rest + lift * max(0.0, math.cos(turn + offset)) ** 1.4
        upper = -arm * math.sin(turn + offset)
        pose |= {"thigh" + side: thigh, "shin" + side: thigh - bend, "arm" + side: upper, "fore" + side: upper + elbow}
    return pose


def blend(first, second, share):
    names = first.keys() | second.keys()
    return {name: first.get(name, 0) * (1 - share) + second.get(name, 0) * share for name in names}


@dataclass(frozen=True)
class Look:
    top: str
    legs: str
    skin: str
    hair: str
    style: str = "short"
    size: float = 300


WOMAN_IN_GREEN = Look("green", "navy", "#C68A5E", "#33261F", "long", 333)
MAN_IN_BROWN = Look("brown", "slate", "#EBC19C", "#8C8C88", "short", 346)
MAN_IN_BLUE = Look("blue", "#3B3F46", "#7D4F35", "#1F1A18", "short", 356)
PERSON_IN_OCHRE = Look("ochre", "#4B4A55", "#D9A67C", "#5A3A25", "bun", 326)
PERSON_IN_PLUM = Look("plum", "#374550", "#F0CBA8", "#B07B3E", "short", 342)
OFFICER = Look("vest", "#1E2A32", "#D9A67C", "#33261F", "cap", 349)


def draw(stage, look, x, ground, pose, facing=1, phone=None):
    """One person, the lowest foot (or, sitting, the chair's) at `ground`. `phone`: 1 or 2, the hand that holds one."""
    size = look.size
    torso, thigh, shin, upper, fore, head = (size * share for share in (0.30, 0.235, 0.235, 0.165, 0.155, 0.082))

    def step(point, angle, length):
        return (
            point[0] + facing * length * math.sin(math.radians(angle)),
            point[1] + length * math.cos(math.radians(angle)),
        )

    def chain(point, first, length, second, rest):
        middle = step(point, first, length)
        return [point, middle, step(middle, second, rest)]

    reach = max(
        thigh * math.cos(math.radians(pose["thigh" + side])) + shin * math.cos(math.radians(pose["shin" + side]))
        for side in "12"
    )
    hip = (x, ground - (size * pose["seat"] if pose.get("seat") else reach) - size * 0.02)
    neck = step(hip, 180 - pose["lean"], torso)
    shoulder = step(neck, -pose["lean"], size * 0.035)
    middle = step(neck, 180 - pose["lean"] - pose["head"], head * 1.32)

    def leg(side, shade):
        points = chain(hip, pose["thigh" + side], thigh, pose["shin" + side], shin)
        stage.stroke(points, shade(look.legs), size * 0.075)
        toe = step(points[2], pose["shin" + side] + 82, size * 0.055)
        stage.stroke([points[2], toe], "ink", size * 0.045)

    def arm(side, shade):
        points = chain(shoulder, pose["arm" + side], upper, pose["fore" + side], fore)
        stage.stroke(points, shade(look.top), size * 0.058)
        hand = step(points[2], pose["fore" + side], size * 0.02)
        if side == "1" and pose.get("palm", 0) > 0.5:
            stage.stroke(
                [step(hand, pose["fore1"] + turn, size * 0.042) for turn in (88, -92)], look.skin, size * 0.042
            )
        else:
            stage.disc(*hand, size * 0.031, shade(look.skin))
        if phone == int(side):
            across = [step(hand, pose["fore" + side] + turn, size * 0.05) for turn in (20, 200)]
            stage.stroke(across, "ink", size * 0.032)

    def far(name):
        return darker(name, 0.80)

    def near(name):
        return name

    arm("2", far)
    leg("2", far)
    leg("1", near)
    stage.stroke([hip, step(neck, -pose["lean"], size * 0.045)], look.top, size * 0.15)
    stage.stroke([neck, step(neck, 180 - pose["lean"], head * 0.5)], far(look.skin), size * 0.05)
    _head(stage, look, middle, head, facing, pose["lean"] + pose["head"])
    arm("1", near)


def _head(stage, look, middle, radius, facing, tilt):
    to = stage.to
    to.save()
    to.translate(*middle)
    to.scale(facing, 1)
    to.rotate(math.radians(tilt))
    if look.style == "long":
        stage.box(-radius * 1.12, -radius * 0.7, radius * 1.3, radius * 2.1, look.hair, radius * 0.6)
    if look.style == "bun":
        stage.disc(-radius * 1.0, -radius * 0.72, radius * 0.46, look.hair)
    stage.disc(0, 0, radius, look.skin)
    # Hair: everything of the head behind and above a slanting line.
    to.save()
    to.new_path()
    to.arc(0, 0, radius * 1.06, 0, 2 * math.pi)
    to.clip()
    stage.shape(
        [
            (-radius * 1.3, radius * 0.35),
            (-radius * 0.45, radius * 0.15),
            (-radius * 0.1, -radius * 0.42),
            (radius * 1.3, -radius * 0.5),
            (radius * 1.3, -radius * 1.4),
            (-radius * 1.3, -radius * 1.4),
        ],
        look.hair,
    )
    to.restore()
    if look.style == "cap":
        stage.box(-radius * 1.1, -radius * 1.2, radius * 2.2, radius * 0.62, "navy", radius * 0.22)
        for square in range(8):
            stage.box(
                -radius * 1.06 + square * radius * 0.265,
                -radius * 0.74,
                radius * 0.265,
                radius * 0.2,
                "white" if square % 2 else "navy",
            )
        stage.stroke([(radius * 0.5, -radius * 0.5), (radius * 1.5, -radius * 0.42)], "ink", radius * 0.16)
    to.restore()
