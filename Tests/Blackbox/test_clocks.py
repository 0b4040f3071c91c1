"""Clocks as a force has them, and what rings with nobody signed in."""

import json
import os
import re
import time

import pytest

from canary import word
from demo import Demo
from desk_case import Case, new_thread
from officer import Officer
from test_duty import SENTENCE, hook, mail, until  # noqa: F401
from test_partners import answer, ask_partner, concern, read_answer
from test_services import SCREENING, WEIGHED, opened
from visitor import Visitor

DAY = 86_400


def test_a_force_that_promises_a_look_in_half_an_hour_sees_it_on_the_report_and_in_the_queue(template):
    own = template.copy()
    own.environment |= {"HEED_CLOCKS_ACTIVITY_LOOK": "30m"}
    own.start()
    try:
        avery = Officer(own, own.officer("officer"))
        avery.sign_in()
        thread = new_thread(own, avery)
        assert re.search(r"look: (29|30) min left of 30 min", avery.get(f"/report/{thread}").main.text)
        row = next(row for row in avery.queue_rows() if row.get("data-report") == thread)
        assert re.search(r"look: (29|30) min left of 30 min", row.text)
        # The settings file says it too, and the rules are printed as this force has them.
        path = os.path.join(own.data, "heed.json")
        with open(path, encoding="utf-8") as file:
            settings = json.load(file)
        settings |= {"clocks": {"activity": {"triage": "2h"}}, "messages": {"open-for": "14d", "free-rounds": 0}}
        with open(path, "w", encoding="utf-8") as file:
            json.dump(settings, file)
        printed = own.run("workflow", "describe", "activity", "--data", own.data)
        assert printed.returncode == 0, printed.stderr
        assert "- look: 30 min; urgent: 15 min (`clocks.activity.look`)" in printed.stdout
        assert "- triage: 2 h; urgent: 60 min (`clocks.activity.triage`)" in printed.stdout
        assert "for 14 d (`messages.open-for`); rounds without a second person: 0" in printed.stdout.replace("\n", " ")
    finally:
        own.remove()


@pytest.mark.parametrize("given, said", [
    ({"clocks": {"activity": {"look": 30}}}, 'clocks.activity.look is "30"'),
    ({"clocks": {"activity": "fast"}}, "there is no setting clocks.activity"),
    ({"messages": {"free-rounds": 2}}, "write 0 to 1"),
])
def test_R74_a_clock_in_the_settings_file_that_cannot_be_used_is_refused_with_its_remedy(template, given, said):
    own = template.copy()
    try:
        path = os.path.join(own.data, "heed.json")
        with open(path, encoding="utf-8") as file:
            settings = json.load(file)
        with open(path, "w", encoding="utf-8") as file:
            json.dump(settings | given, file)
        for command in (["demo", "--data", own.data], ["doctor", "--data", own.data]):
            refused = own.run(*command)
            said_all = refused.stdout + refused.stderr
            assert refused.returncode != 0 and said in said_all and "what to do: " in said_all, said_all
    finally:
        own.remove()


def test_R74_an_unknown_clock_in_the_environment_is_refused(template):
    own = template.copy()
    own.environment |= {"HEED_CLOCKS_ACTIVITY_LOOKS": "30m"}
    try:
        refused = own.run("demo", "--data", own.data)
        assert refused.returncode == 3 and "HEED_CLOCKS_ACTIVITY_LOOKS" in refused.stderr
    finally:
        own.remove()


def test_R65_an_unread_answer_of_a_partner_rings_with_nobody_signed_in(hook, mail):  # noqa: F811
    address, book = f"http://127.0.0.1:{hook.server_address[1]}", mail / "rota.json"
    book.write_text(json.dumps({
        "people": {"4001": [address + "/prevent"], "2001": [address + "/activity"]},
        "teams": {"prevent": {"slots": [], "supervisors": ["4001"]}, "activity": {"slots": [], "supervisors": ["2001"]}}}))
    own = Demo(environment={"HEED_DUTY_ROTA": str(book), "HEED_DUTY_SENDMAIL": str(mail / "sendmail")})
    own.arguments += ["--empty"]
    own.start()

    def again():
        own.stop()
        own.start()

    def is_silent():
        before = len(hook.asked)
        time.sleep(8)
        return len(hook.asked) == before

    try:
        team = Officer(own, own.officer("prevent"))
        team.sign_in()
        case, said = concern(own, team), f"Not since Monday {word()}"
        code = ask_partner(case)
        again()
        assert is_silent()
        answer(Visitor(own.public), code, "told", said)
        # How long it has waited nobody knows after a restart: it rings at once.
        again()
        until(lambda: hook.asked)
        assert {path for _, path, _, _ in hook.asked} == {"/prevent"}
        for _, _, fields, body in hook.asked:
            assert json.loads(body) == {"text": SENTENCE} and said not in str(fields)
        team = Officer(own, own.officer("prevent"))
        team.sign_in()
        read_answer(Case(team, case.thread))
        again()
        hook.asked.clear()
        assert is_silent()
    finally:
        own.remove()


def test_what_is_due_for_a_decision_on_keeping_it_rings_on_every_page_of_the_team_and_of_nobody_else(template):
    own = template.copy()
    own.environment |= {"HEED_PREVENT_CHILD_REVIEW_DAYS": "1"}
    own.start()

    def signed_in(role, which=0):
        one = Officer(own, own.officer(role, which))
        one.sign_in()
        return one

    try:
        first, second = signed_in("prevent"), signed_in("prevent", 1)
        case = opened(own, first, "/concern", narrative=f"He is sad {word()}")
        case.done(case.take("screen", SCREENING))
        case.done(case.take("weigh", WEIGHED | {"fits": "nothing", "gist": "A sad week"}))
        case.done(case.take("no-further-action", {"why": "A sad week, and nothing else"}))
        other = case.seen_by(second)
        other.done(other.take("confirm", {"reason": "Agreed"}))
        other.done(other.press("close"))
        assert first.get("/").dom.first(data_retention=True) is None
        own.stop()
        own.environment["HEED_CLOCK_OFFSET"] = str(3 * DAY)
        own.start()
        first, supervisor, advisor = signed_in("prevent"), signed_in("supervisor"), signed_in("protect")
        for path in ("/", "/board", f"/report/{case.thread}"):
            line = first.get(path).dom.first(data_retention=True)
            assert line is not None and "One closed concern has been kept as long as it may be" in line.text, path
            assert line.first("a").get("href") == "/board#retention"
        for stranger in (supervisor, advisor):
            assert "data-retention" not in stranger.get("/").markup and "closed concern" not in stranger.get("/board").markup
        kept = Case(first, case.thread)
        kept.done(kept.take("keep", {"purpose_kept": "safeguarding", "why": "A sibling is supported"}))
        assert first.get("/").dom.first(data_retention=True) is None
    finally:
        own.remove()
