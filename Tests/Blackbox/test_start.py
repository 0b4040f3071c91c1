"""Unsafe to start means refuse to start: the reason, the remedy, and exit code 3."""

import json
import os
import subprocess

import pytest

from demo import BINARY, ROOT

STAFF = ["avery:1001:officer:Avery Example", "casey:2001:supervisor:Casey Sample",
         "devon:2002:supervisor:Devon Sample", "indigo:7001:auditor:Indigo Model"]


def heed(*arguments, **environment):
    return subprocess.run([BINARY, *arguments], capture_output=True, text=True, timeout=600, stdin=subprocess.DEVNULL,
                          env={**os.environ, **environment})


@pytest.fixture(scope="module")
def installation(tmp_path_factory):
    """A real, empty installation with its safe beside it."""
    place = tmp_path_factory.mktemp("force")
    people = [word for person in STAFF for word in ("--officer", person)]
    made = heed("init", "--data", str(place / "data"), "--offline", str(place / "safe"), "--origin", "tips.example.org/ledger",
                "--public-url", "https://report.example.org", "--desk-url", "https://desk.example.org", *people)
    assert made.returncode == 0, made.stderr
    return place


def test_init_writes_what_belongs_in_a_safe_elsewhere_and_to_its_owner_only(installation):
    names = {path.name for path in (installation / "safe").iterdir()}
    assert {"root-1.txt", "root-2.txt", "recovery-holder-1.txt", "card-avery.txt"} <= names
    for path in [*(installation / "safe").rglob("*"), *(installation / "data").rglob("*")]:
        assert path.stat().st_mode & 0o077 == 0, path
    card = (installation / "safe" / "card-avery.txt").read_text()
    code = card.split("secret code")[1].split()[0]
    for path in (installation / "data").rglob("*"):
        assert path.is_dir() or code.replace("-", "").encode() not in path.read_bytes(), path


def test_init_writes_over_nothing(installation):
    again = heed("init", "--data", str(installation / "data"), "--offline", str(installation / "other"),
                 "--origin", "tips.example.org/ledger", "--public-url", "https://a.example", "--desk-url", "https://b.example",
                 "--officer", STAFF[0])
    assert again.returncode == 3 and "not empty" in again.stderr


def test_doctor_finds_a_new_installation_well(installation):
    looked = heed("doctor", "--data", str(installation / "data"), "--json")
    assert looked.returncode == 0, looked.stdout
    assert all(finding["ok"] for finding in json.loads(looked.stdout))


@pytest.mark.parametrize("setting, said", [
    ("security.scrypt-log-n=10", "2^10"),
    ("public.address=0.0.0.0:0", "Plain HTTP"),
    ("desk.url=https://report.example.org", "cookies cross ports"),
    ("run.directory=/var/lib/heed-not-in-memory", "in memory"),
    ("languages.offered=xx", "no words in xx"),
    ("online.looks-a-day=0", "set it to 1 or more"),
    ("languages.equal=cy", "nobody has reviewed"),
    ("clocks.activity.look=soon", "such as 15m, 4h and 14d"),
    ("clocks.activity.look=0m", 'clocks.activity.look is "0m"'),
    ("clocks.activity.lok=1h", "there is no setting clocks.activity.lok"),
    ("clocks.activity.look=10m", "set clocks.activity.look-urgent to 10m or less"),
    ("clocks.urgent-alarm=20m", "set clocks.urgent-alarm to 15m or less"),
    ("clocks.online.notice=3wd", "Terrorism Act 2006, section 3(2)(b) and (9)"),
    ("messages.open-for=92d", "1d to 91d"),
    ("break-glass.lasts=2d", "1h to 24h"),
    ("duty.climb-after=0m", "1m to 60m"),
])
def test_R74_an_unsafe_setting_is_refused_with_its_remedy(installation, setting, said):
    refused = heed("serve", "--data", str(installation / "data"), "--set", "public.address=127.0.0.1:0",
                   "--set", "desk.address=127.0.0.1:0", "--set", setting)
    assert refused.returncode == 3
    assert said in refused.stderr
    assert "Traceback" not in refused.stderr and "Fatal error" not in refused.stderr


def test_R74_data_that_others_can_read_is_refused(installation):
    data = installation / "data"
    data.chmod(0o755)
    try:
        refused = heed("serve", "--data", str(data))
    finally:
        data.chmod(0o700)
    assert refused.returncode == 3 and "chmod" in refused.stderr


def test_R74_a_moved_clock_and_a_demonstration_are_refused(installation, demo):
    assert heed("serve", "--data", str(installation / "data"), HEED_CLOCK_OFFSET="60").returncode == 3
    refused = heed("serve", "--data", demo.data)
    assert refused.returncode == 3 and "demonstration" in refused.stderr


def test_exit_codes_tell_wrong_use_from_failure(installation):
    assert heed("verify", "audit", "--data", str(installation / "data")).returncode == 0
    assert heed("no-such-command").returncode == 2
    assert heed("verify", "audit", "--data", str(installation / "nowhere")).returncode == 3


@pytest.mark.parametrize("kind", ["activity", "online", "prevent", "protect", "engagement", "general"])
def test_the_workflow_of_each_kind_is_printed_as_the_documents_have_it(kind):
    for arguments, name in (((), kind + ".md"), (("--dot",), kind + ".dot")):
        with open(os.path.join(ROOT, "Docs", "workflows", name), encoding="utf-8") as file:
            assert heed("workflow", "describe", kind, *arguments).stdout == file.read()
    assert heed("workflow", "describe", "gossip").returncode == 2
