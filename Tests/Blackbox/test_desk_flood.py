"""The desk in a flood. D-numbers: the desk's design."""

import re

import pytest

from canary import word
from demo import Demo
from evidence import unrecorded
from officer import Officer
from visitor import Visitor


@pytest.mark.parametrize("reports", [600, pytest.param(5000, marks=pytest.mark.soak)])
def test_D18_R43_in_a_flood_the_urgent_one_is_on_screen_one_the_rest_fold_and_25_opened_are_25_steps(chromium, reports):
    own = Demo()
    own.arguments = ["--empty", "--more-alike", str(reports)]
    own.start(timeout=600)
    try:
        visitor, words = Visitor(own.public), "Somebody is in danger at the lock " + word()
        page = visitor.get("/report").submit("Yes").submit()
        page.submit("go=skip", {"narrative": words}).submit("go=send")
        one = Officer(own, own.officer("officer"))
        queue = one.sign_in()
        # What no session has read yet is counted from the first look on, and the urgent one heads it.
        assert f"Queue ({reports + 1})" in queue.dom.first("header").text
        urgent = next(queue.dom.all(data_report=True)).get("data-report")
        with unrecorded():
            for _ in range(400):
                if "not read by this desk yet" not in queue.main.text:
                    break
                queue = one.get("/")
        context = chromium.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
        context.add_cookies([{"name": name, "value": value, "url": own.desk} for name, value in one.jar.items()])
        screen = context.new_page()
        screen.goto(own.desk + "/")
        box = screen.locator(f"[data-report='{urgent}']").bounding_box()
        assert box["y"] + box["height"] < 900
        folds = screen.locator("[data-alike]").all()
        fold = folds[0].bounding_box()
        assert fold["y"] + fold["height"] < 900
        context.close()
        # All but a few are behind a few lines, and every report is counted.
        lines = list(queue.dom.all(data_report=True))
        counts = [int(re.search(r"([0-9]+) much alike", row.text).group(1)) for row in queue.dom.all(data_alike=True)]
        assert len(lines) + sum(counts) == reports + 1 and len(lines) < 50, (len(lines), counts)
        assert f"for {reports + 1} reports" in queue.main.text and f"Unopened ({reports})" in queue.main.text
        first = next(queue.dom.all(data_alike=True)).get("data-alike")
        alike = one.get("/alike/" + first)
        assert "measuring" not in alike.main.text
        chosen = [field.get("value") for field in alike.dom.all("input", name="report")]
        assert len(chosen) == 25
        done = alike.submit(form=alike.form_to("/alike/" + first), values={"reason": "One post, copied"})
        assert done.status == 200 and "Made up for measuring" in done.main.text
        auditor = Officer(own, own.officer("auditor"))
        auditor.sign_in()
        steps = auditor.get("/audit?verb=step-taken").main.all("tr")
        handles = [row.all("td") for row in steps if row.first("td") is not None]
        assert len(handles) == 25 and len({list(cells)[2].text for cells in handles}) == 25
        for thread in (chosen[0], chosen[-1]):
            said = one.get("/report/" + thread).main.text
            assert "One post, copied" in said and "signature verifies" in said
        assert next(one.get("/").dom.all(data_report=True)).get("data-report") == urgent
    finally:
        own.remove()
