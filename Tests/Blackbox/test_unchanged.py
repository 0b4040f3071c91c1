"""How `make test` runs only what a change could have touched: what passed is remembered for exactly the files that it passed on."""

import os
import shutil
import subprocess

import pytest

from demo import ROOT

GOOD = '<testcase classname="doors" name="a"/>'
BAD = '<testcase classname="doors" name="a"><failure message="once">x</failure></testcase>'


class Copy:
    """A repository of its own with the script, one file of source and one test of each sort."""

    def __init__(self, folder):
        self.folder, self.results = str(folder / "copy"), str(folder / "results")
        for name in ("Scripts", "Sources", "Tests/Blackbox", "Bench"):
            os.makedirs(os.path.join(self.folder, name))
        os.makedirs(self.results)
        for name in ("unchanged", "outcomes.py"):
            shutil.copy(os.path.join(ROOT, "Scripts", name), os.path.join(self.folder, "Scripts"))
        for name in ("Sources/a", "Tests/Blackbox/a", "Bench/a"):
            self.write(name, "as it was")
        self.write(".gitignore", ".tools\n")
        subprocess.run(["git", "init", "-q", self.folder], check=True, timeout=60)

    def write(self, name, text):
        with open(os.path.join(self.folder, name), "w", encoding="utf-8") as file:
            file.write(text)

    def run(self, what, stage, **environment):
        plain = {name: value for name, value in os.environ.items() if name not in ("CI", "HEED_AGAIN")}
        return subprocess.run([os.path.join(self.folder, "Scripts/unchanged"), what, stage, self.results],
                              env={**plain, "PYTHONDONTWRITEBYTECODE": "1", **environment}, timeout=60).returncode

    def passes(self, *stages, cases=GOOD):
        for stage in stages:
            with open(os.path.join(self.results, stage + ".xml"), "w", encoding="utf-8") as file:
                file.write(f"<testsuites><testsuite>{cases}</testsuite></testsuites>")
            assert self.run("passed", stage) == 0
            os.remove(os.path.join(self.results, stage + ".xml"))

    def knows(self, stage, **environment):
        return self.run("known", stage, **environment) == 0


@pytest.fixture
def copy(tmp_path):
    return Copy(tmp_path)


def test_what_passed_is_known_with_its_results_until_a_file_changes(copy):
    assert not copy.knows("media")
    copy.passes("media")
    assert copy.knows("media") and os.path.exists(os.path.join(copy.results, "media.xml"))
    copy.write("Sources/a", "as it is now")
    assert not copy.knows("media")
    copy.write("Sources/a", "as it was")
    assert copy.knows("media")
    copy.write("Sources/new", "")
    assert not copy.knows("media")


def test_a_test_from_outside_that_changed_runs_its_own_stages_again_and_no_others(copy):
    swift, outside = ("swift", "interop-ours", "interop-theirs"), ("blackbox", "blackbox-pages")
    copy.passes(*swift, *outside)
    copy.write("Tests/Blackbox/a", "as it is now")
    assert all(copy.knows(stage) for stage in swift) and not any(copy.knows(stage) for stage in outside)


def test_stages_that_leave_something_to_each_other_are_known_together_or_not_at_all(copy):
    copy.passes("swift", "interop-ours")
    assert not copy.knows("swift")
    copy.passes("interop-theirs")
    assert copy.knows("swift")


def test_nothing_that_failed_even_once_is_remembered_and_nothing_is_used_where_it_must_not_be(copy):
    copy.passes("media", cases=BAD)
    assert not copy.knows("media")
    copy.passes("media")
    assert copy.knows("media")
    assert not copy.knows("media", CI="true") and not copy.knows("media", HEED_AGAIN="1")
    assert not copy.knows("media", HEED_SEED="7")
