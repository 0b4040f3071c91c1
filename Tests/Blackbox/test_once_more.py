"""How `make test` treats a test that fails by chance: run once more alone, told apart, and never more than five of them."""

import os
import subprocess
import sys

import pytest

from demo import ROOT

SCRIPTS = os.path.join(ROOT, "Scripts")


def case(name, outcome="", group="test_doors"):
    return f'<testcase classname="{group}" name="{name}">{outcome}</testcase>'


def failure(message):
    return f'<failure message="{message}">what it printed</failure>'


@pytest.fixture
def results(tmp_path):
    """`results(stage=[testcases], ...)`: a folder as a run leaves it; stages are named in that order, `-again` ones are not."""
    def give(**stages):
        for name, cases in stages.items():
            name = name.replace("_", "-")
            (tmp_path / f"{name}.xml").write_text(f"<testsuites><testsuite>{''.join(cases)}</testsuite></testsuites>")
            if not name.endswith("-again"):
                with open(tmp_path / "stages", "a", encoding="utf-8") as file:
                    file.write(name + "\n")
        return str(tmp_path)
    return give


def run(script, *arguments):
    return subprocess.run([os.path.join(SCRIPTS, script), *arguments], capture_output=True, text=True, timeout=60)


def tally(folder):
    done = run("tally", folder, folder)
    with open(os.path.join(folder, "closing"), encoding="utf-8") as file:
        return done.returncode, done.stdout, file.read().strip()


def test_what_failed_once_and_passed_alone_counts_as_passed_and_is_named_with_its_reason(results):
    folder = results(blackbox=[case("test_a"), case("test_b[x-1]", failure("timed out&#10;after 5 s"))],
                     blackbox_again=[case("test_b[x-1]")])
    status, said, closing = tally(folder)
    assert status == 0 and closing == "2 passed, 0 failed, 0 skipped"
    assert "unsteady: failed once, passed alone\n        test_doors.test_b[x-1]: timed out\n" in said


def test_what_failed_twice_or_was_not_run_again_failed(results):
    folder = results(blackbox=[case("test_a", failure("once")), case("test_b", failure("never run again")), case("test_c")],
                     blackbox_again=[case("test_a", failure("twice"))])
    status, said, closing = tally(folder)
    assert status == 1 and closing == "1 passed, 2 failed, 0 skipped"
    assert "test_a: twice" in said and "test_b: never run again" in said and "unsteady" not in said


@pytest.mark.parametrize("number, status", [(5, 0), (6, 1)])
def test_more_than_five_unsteady_tests_over_all_stages_fail_the_run(results, number, status):
    halves = [f"test_{n}" for n in range(3)], [f"test_{n}" for n in range(3, number)]
    folder = results(swift=[case(name, failure("x")) for name in halves[0]], swift_again=[case(name) for name in halves[0]],
                     blackbox=[case(name, failure("x")) for name in halves[1]], blackbox_again=[case(name) for name in halves[1]])
    found, said, closing = tally(folder)
    assert found == status and closing == f"{number} passed, 0 failed, 0 skipped"
    assert ("more than 5" in said) == bool(status)


def test_a_stage_without_results_fails_and_one_that_had_to_start_again_is_named(results, tmp_path):
    folder = results(blackbox=[case("test_a")])
    (tmp_path / "crashed").write_text("blackbox\n")
    status, said, _ = tally(folder)
    assert status == 0 and "the whole of blackbox: left no result and was run again" in said
    (tmp_path / "blackbox.xml").write_text("<testsuites><testsuite><testca")
    status, said, closing = tally(folder)
    assert status == 1 and "blackbox: left no result; see .report/log/blackbox.log" in said and closing == "0 passed, 1 failed, 0 skipped"


def test_a_cancelled_swift_test_is_left_out_and_not_passed(results, tmp_path):
    (tmp_path / "swift.log").write_text('✘ Test "needs a server" was cancelled after 0.1 seconds: "no server"\n')
    status, said, closing = tally(results(swift=[case("test_a"), case("needs a server")]))
    assert status == 0 and closing == "1 passed, 0 failed, 1 skipped" and 'needs a server": no server' in said


def test_those_to_run_again_are_chosen_by_name(results):
    folder = results(blackbox=[case("test_a[GET-/x]", failure("x")), case("test_b")],
                     swift=[case("`a b, c`()", failure("x"), "HeedWebTests.PageTests"), case("`d`()", "", "HeedWebTests.PageTests")])
    assert run("once-more", folder, "blackbox", "Tests/Blackbox").stdout == "Tests/Blackbox/test_doors.py::test_a[GET-/x]\n"
    assert run("once-more", folder, "swift", "Swift").stdout == "--filter\n^HeedWebTests.PageTests..a.b..c.\n"


def test_six_failures_are_no_chance_and_rules_for_pages_are_none_but_for_a_browser_that_ends(results):
    six = [case(f"test_{n}", failure("x")) for n in range(6)]
    folder = results(blackbox=six, pages=[case("test_axe", failure("label (critical)"))],
                     ended=[case("test_axe", failure("Page.goto: Target crashed"))])
    assert (run("once-more", folder, "blackbox", "X").returncode, run("once-more", folder, "blackbox", "X").stdout) == (4, "")
    assert run("once-more", folder, "pages", "X", "crashes").returncode == 4
    assert run("once-more", folder, "ended", "X", "crashes").stdout == "X/test_doors.py::test_axe\n"
    assert run("once-more", folder, "no-such-stage", "X").returncode == 3


PLANTED = """
import os, pathlib, signal
HERE = pathlib.Path(__file__).parent
def first(name):
    there = (HERE / name).exists()
    (HERE / name).touch()
    return not there
def test_crash():
    if first("crashed"):
        os.kill(os.getpid(), signal.SIGKILL)
def test_chance():
    assert not first("failed"), "only now"
def test_steady():
    pass
"""


def test_a_stage_that_crashes_then_fails_by_chance_passes_and_says_both(tmp_path):
    (tmp_path / "test_planted.py").write_text(PLANTED)
    script = f"""cd {ROOT} && . Scripts/lib.sh && REPORT={tmp_path} results={tmp_path} failed=0 && mkdir -p {tmp_path}/log
        . Scripts/stage.sh
        runner() {{ {sys.executable} -m pytest -q -p no:cacheprovider --rootdir {tmp_path} --junit-xml "$@"; }}
        stage planted "Planted" {tmp_path} runner {tmp_path}
        Scripts/tally {tmp_path} {tmp_path}/log && echo "failed $failed"; cat {tmp_path}/closing"""
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, timeout=120)
    assert "failed 0" in done.stdout and "3 passed, 0 failed, 0 skipped" in done.stdout, done.stdout + done.stderr
    assert "the whole of planted: left no result" in done.stdout
    assert "test_planted.test_chance: AssertionError: only now" in done.stdout
