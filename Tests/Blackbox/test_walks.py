"""Nothing is lost however people and kills fall: reports of every kind, random steps by every team, the program ended in the middle.

`received = open + decided by a named person`, item by item, in what the store holds after the last kill.
"""

import http.client
import os
import random
import sqlite3
import subprocess
import threading
import time

import pytest

from canary import word
from demo import POSTGRES
from evidence import unrecorded
from journey import NOT_IN_DANGER, is_check, is_sent, return_with
from officer import Officer
from visitor import Visitor

FORMS = ("/report", "/material", "/concern", "/advice", "/invite", "/question")
# Who walks beside whom. Each signs in alone: one person has one session.
TEAMS = (("officer", 0), ("supervisor", 0), ("prevent", 0), ("protect", 0), ("officer", 1), ("supervisor", 1), ("prevent", 1),
         ("protect", 1))


def rows(demo, query):
    """What the store holds, asked of the store itself."""
    if POSTGRES:
        done = subprocess.run(["psql", "-X", "-q", "-A", "-t", "-F", " ", f"{POSTGRES} dbname={demo.database}", "-c", query],
                              capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        return [tuple(map(int, line.split())) for line in done.stdout.splitlines() if line]
    base = sqlite3.connect(f"file:{demo.data}/store/heed.sqlite?mode=ro", uri=True, timeout=20)
    try:
        return base.execute(query).fetchall()
    finally:
        base.close()


def count(demo, query):
    return rows(demo, query)[0][0]


class Walk:
    """What people saw acknowledged, whatever happened to the program meanwhile."""

    def __init__(self, demo, seed, wanted):
        self.demo, self.seed, self.wanted = demo, seed, wanted
        self.codes, self.steps, self.tries, self.surprises = [], 0, 0, []
        self.tally = threading.Lock()
        self.deadline = time.monotonic() + 120 + wanted

    @property
    def is_over(self):
        return self.tries >= self.wanted or bool(self.surprises) or time.monotonic() > self.deadline

    def run(self, kills):
        people = [threading.Thread(target=self._person, args=(place,), daemon=True) for place in range(len(TEAMS))]
        for person in people:
            person.start()
        chance = random.Random(self.seed)
        for number in range(kills):
            due = self.wanted * (number + 1) // (kills + 1)
            while self.tries < due and not self.is_over:
                time.sleep(0.02)
            time.sleep(chance.uniform(0, 0.3))
            self.demo.kill()
            self.demo.start()
        for person in people:
            person.join(max(120, self.deadline - time.monotonic()))
        assert self.surprises == [], self.surprises[:3]
        assert self.tries >= self.wanted and not any(person.is_alive() for person in people), f"{self.tries} of {self.wanted} tries"

    def _person(self, place):
        chance = random.Random(self.seed * 100 + place)
        one = Officer(self.demo, self.demo.officer(*TEAMS[place]))
        one.timeout = 10
        with unrecorded():
            while not self.is_over:
                try:
                    if chance.random() < 0.15:
                        self._report(chance)
                    else:
                        self._step(one, chance)
                except (OSError, http.client.HTTPException):
                    # Nobody answers, or a page ends in the middle: that is what a kill does. No try was made.
                    time.sleep(0.1)
                    continue
                except AssertionError as error:
                    # A page can lack what is looked for, as another took the step before. What it may not do is break.
                    if "500" in str(error):
                        self.surprises.append(repr(error))
                except Exception as error:  # pylint: disable=broad-exception-caught
                    self.surprises.append(repr(error))
                # Every page of ten thousand, parsed, would be more than the machine has.
                one.seen.clear()
                with self.tally:
                    self.tries += 1

    def _report(self, chance):
        page = Visitor(self.demo.public, timeout=10).get(chance.choice(FORMS)).submit(NOT_IN_DANGER)
        page = page.submit("go=skip" if page.form.control("narrative") is not None else "go=on",
                           {"narrative": f"Walked {word()}", "links": "https://example.invalid/" + word()})
        while not is_check(page) and page.status == 200:
            page = page.submit("go=on")
        sent = page.submit("go=send")
        if is_sent(sent):
            with self.tally:
                self.codes.append(sent.code)

    def _step(self, one, chance):
        page = one.get("/?each=yes")
        if page.dom.first("input", name="passphrase") is not None:
            one.sign_in()
            return
        threads = [row.get("data-report") for row in page.dom.all(data_report=True)]
        if not threads:
            return
        report = one.get(f"/report/{chance.choice(threads)}")
        acts = offered(report)
        # A break-glass waits for half a minute's new code and is welcome on every report: chosen as often as the rest, it is all
        # that is walked.
        if chance.random() < 0.9:
            acts = [act for act in acts if "glass" not in (act.get("href") or act.get("action") or "")]
        if not acts:
            return
        act = chance.choice(acts)
        if act.tag == "form":
            answer = report.submit(form=next(form for form in forms(report) if form.element is act))
        else:
            written = one.get(act.get("href"), referrer=report.url)
            form = next((form for form in forms(written) if "/report/" in form.action or "/sign-in/" in form.action), None)
            if form is None:
                return
            answer = written.submit(form=form, values=typed(form, chance, one))
            if answer.by_id("statement") is not None:
                signing = next(form for form in forms(answer) if form.control("passphrase") is not None)
                answer = answer.submit(form=signing, values=one.credentials())
        assert answer.status != 500, f"500 at {answer.url}"
        if answer.status == 200 and "#" not in answer.url and answer.url.endswith(report.url.rsplit("/", 1)[1]):
            with self.tally:
                self.steps += 1


def forms(page):
    from html_page import Form
    return [Form(form) for form in page.dom.all("form") if form.get("method", "get").lower() == "post"]


def offered(page):
    """The buttons and links under Next step, and the button that opens."""
    section = page.by_id("next")
    acts = []
    for group in section.all("ul") if section is not None else []:
        if group.get("class") == "acts":
            acts += [each for each in group.all("a", "form") if "contact" not in (each.get("href") or "")]
    return acts or [form for form in page.dom.all("form") if form.get("action", "").endswith("/open")]


def typed(form, chance, one):
    """Something in every field that a person fills in."""
    values = {}
    for control in form.controls():
        name, kind = control.get("name"), control.get("type", "text")
        if not name or control.has("disabled"):
            continue
        if control.tag == "textarea" or control.tag == "input" and kind == "text":
            values[name] = "2027-06-30" if name.endswith("day") or name in ("until", "expires", "review") else "12" if \
                name in ("attended", "hours") else "Words of a walk"
        elif control.tag == "select":
            given = [option.get("value", option.text) for option in control.all("option")]
            values[name] = chance.choice([each for each in given if each] or given)
        elif control.tag == "input" and kind == "radio":
            same = [each.get("value", "on") for each in form.controls() if each.get("name") == name]
            values[name] = chance.choice(same)
        elif control.tag == "input" and kind == "checkbox":
            values.setdefault(name, control.get("value", "on"))
        elif kind in ("date", "number"):
            values[name] = "2027-06-30" if kind == "date" else "12"
        elif kind == "password":
            values |= one.credentials()
    return values


def conserved(demo, before, walk):
    """What must hold whatever was walked and killed."""
    items = count(demo, "SELECT count(*) FROM item")
    assert items - before["items"] >= len(walk.codes), "an acknowledged report is not in the store"
    assert items == count(demo, "SELECT count(*) FROM item WHERE status <> 'decided'") + count(
        demo, "SELECT count(*) FROM item WHERE status = 'decided' AND decided_person IS NOT NULL")
    decided = count(demo, "SELECT count(*) FROM item WHERE status = 'decided'")
    opened = count(demo, "SELECT count(*) FROM item WHERE status IN ('opened', 'decided')")
    for kind, wanted in ((1, items), (2, opened), (3, decided)):
        assert count(demo, f"SELECT count(*) FROM pending_leaf WHERE kind = {kind}") == wanted, f"leaves of kind {kind}"
    steps = count(demo, "SELECT count(*) FROM event")
    assert steps - before["steps"] >= walk.steps, "an acknowledged step is not in the store"
    # The steps of each report follow on without a gap.
    assert rows(demo, "SELECT 1 FROM event GROUP BY thread_id HAVING count(*) <> max(n)") == []
    alone = "verb IN ('authorised', 'confirmed', 'ratified') AND (cosigner_person IS NULL OR cosigner_person = person)"
    assert count(demo, f"SELECT count(*) FROM event WHERE {alone}") == 0
    return steps - before["steps"], decided - before["decided"]


def walk(demo, seed, tries, kills):
    before = {"items": count(demo, "SELECT count(*) FROM item"), "steps": count(demo, "SELECT count(*) FROM event"),
              "decided": count(demo, "SELECT count(*) FROM item WHERE status = 'decided'")}
    one = Walk(demo, seed, tries)
    one.run(kills)
    steps, decided = conserved(demo, before, one)
    with unrecorded():
        lost = [code for code in one.codes if return_with(Visitor(demo.public), code).h1 != "Your messages"]
    assert lost == []
    audit = demo.run("verify", "audit", "--data", demo.data)
    assert audit.returncode == 0, audit.stdout + audit.stderr
    return one, steps, decided


def test_random_steps_of_every_kind_with_kills_lose_nothing(fresh_demo):
    one, steps, _ = walk(fresh_demo, seed=20_261_128, tries=160, kills=2)
    assert one.codes and steps > 40, f"{steps} steps: too few were taken for anything to be tested"


@pytest.mark.soak
def test_10_000_random_steps_of_every_kind_with_kills_lose_nothing(fresh_demo, capsys):
    seed = int(os.environ.get("HEED_SEED", "0")) or random.SystemRandom().randrange(1 << 32)
    tries, kills = int(os.environ.get("HEED_STEPS", "10000")), 20
    one, steps, decided = walk(fresh_demo, seed, tries, kills)
    assert decided > 20 and steps > tries / 4
    with capsys.disabled():
        print(f"\nwalked_tries {one.tries} count\nwalked_steps {steps} count\nwalked_decided {decided} count")
        print(f"walked_reports {len(one.codes)} count\nwalked_kills {kills} count\nwalked_lost 0 count\nwalk_seed {seed} n")
