"""The desk's door."""

import re

import pytest

from officer import Officer, one_time_code, unspent_code
from visitor import Visitor


def test_an_officer_signs_in_and_sees_the_queue(officer):
    page = officer("officer").get("/")
    assert page.status == 200 and list(page.dom.all(data_report=True))


def test_the_demonstration_has_every_role(demo):
    roles = [one["role"] for one in demo.officers()]
    assert roles.count("officer") >= 2
    assert {"supervisor", "call-taker", "prevent", "protect", "administrator", "auditor", "communications"} <= set(roles)
    for one in demo.officers():
        assert set(one) >= {"username", "name", "role", "passphrase", "secret_code", "totp_secret"}


def test_heed_officer_totp_prints_the_code_of_the_moment(demo):
    secret = demo.officers()[0]["totp_secret"]
    before = one_time_code(secret)
    done = demo.run("officer", "totp", secret)
    assert done.returncode == 0 and done.stdout.strip() in (before, one_time_code(secret))


def refused(page):
    return page.dom.first("input", name="passphrase") is not None


def plain(page):
    return re.sub(r'value="?[^"> ]*"?', "", page.markup)


def test_R47_every_wrong_way_in_gives_the_same_page(demo):
    person = demo.officer("supervisor")
    ways = [{"username": "nobody-of-that-name", "totp": "123456"}, {"passphrase": "wrong horse", "totp": "123456"},
            {"secret_code": "WRONG-CODE", "totp": "123456"}, {"totp": "000000"}, {"totp": ""}]
    pages = [Officer(demo, person).sign_in(**way) for way in ways]
    assert all(refused(page) for page in pages)
    assert len({page.status for page in pages}) == 1
    assert len({plain(page) for page in pages}) == 1


@pytest.fixture(scope="module")
def door(template):
    """A demonstration whose officers have signed in nowhere yet."""
    own = template.copy()
    yield own.start()
    own.remove()


def test_R46_a_one_time_code_is_accepted_once(door):
    person = door.officer("auditor")
    code = unspent_code(person, door)
    assert not refused(Officer(door, person).sign_in(totp=code))
    assert refused(Officer(door, person).sign_in(totp=code))


def test_R46_a_second_factor_is_needed_by_every_role(door):
    for person in door.officers():
        assert refused(Officer(door, person).sign_in(totp="")), person["role"]


def test_R48_the_session_changes_at_sign_in_and_its_cookie_is_closed_to_scripts(door):
    one = Officer(door, door.officer("officer", 1))
    one.get("/sign-in")
    before = dict(one.jar)
    one.sign_in()
    after = dict(one.jar)
    assert after and all(before.get(name) != value for name, value in after.items())
    cookies = [line for page in one.seen for line in page.header_all("set-cookie")]
    for line in cookies:
        attributes = {part.strip().split("=")[0].lower(): part.strip().partition("=")[2] for part in line.split(";")[1:]}
        assert "httponly" in attributes and attributes.get("samesite", "").lower() == "strict"
        assert "expires" not in attributes and ("max-age" not in attributes or attributes["max-age"] == "0")
        assert "secure" not in attributes and not line.startswith("__Host-"), "loopback over plain HTTP has neither"


def test_nobody_unsigned_reads_the_queue_or_learns_what_exists(demo):
    stranger = Visitor(demo.desk, site="desk")
    for path in ("/", "/report/anything", "/audit"):
        page = stranger.get(path)
        assert list(page.dom.all(data_report=True)) == []
        assert refused(page) or page.status == 404


def test_the_demonstration_listens_on_loopback_only(template):
    own = template.copy()
    try:
        elsewhere = own.run("demo", "--data", own.data, "--public", "0.0.0.0:0", "--desk", "127.0.0.1:0")
        assert elsewhere.returncode in (2, 3) and elsewhere.stderr
    finally:
        own.remove()
