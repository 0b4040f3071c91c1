"""People, as an administrator manages them: scripts off, each person in a session of their own."""

import re

import pytest

from canary import word
from desk_case import Case
from officer import Officer, unspent_code
from test_disclosure import SURVEY, opened
from visitor import Visitor

NEW = "long enough passphrase here"


@pytest.fixture
def force(fresh_demo):
    """`force(role)`: an officer of a demonstration of this test's own, signed in."""
    signed_in = {}

    def give(role, which=0):
        if (role, which) not in signed_in:
            one = Officer(fresh_demo, fresh_demo.officer(role, which))
            assert one.sign_in().status == 200 and one.is_signed_in
            signed_in[role, which] = one
        return signed_in[role, which]

    give.demo = fresh_demo
    return give


def ask(administrator, change, values, who=None):
    """The page of a change, filled in; what comes of it."""
    page = administrator.get(f"/sign-in/staff/{change}" + (f"?who={who}" if who else ""))
    assert page.status == 200, repr(page)
    return page.submit(form=page.form_to(f"/sign-in/staff/{change}"), values=values | administrator.credentials())


def enrol(demo, username, code, passphrase=NEW, secret_code="", repeated=None):
    visitor = Visitor(demo.desk, site="desk", cookies=True)
    page = visitor.get("/sign-in/enrol")
    return page.submit(values={"username": username, "enrolment": code, "new_passphrase": passphrase,
                               "repeated": passphrase if repeated is None else repeated, "secret_code": secret_code})


def secret(page, name):
    element = page.dom.first(data_secret=name)
    return element.text.strip() if element else None


def fingerprint(page):
    return page.dom.first(data_fingerprint=True).text.strip()


def sign(registrar, words):
    """A registrar signs the change that is described so."""
    page = registrar.get(registrar.get("/account").link(words))
    assert page.status == 200 and "Sign as a registrar" in page.h1
    return page, page.submit(form=page.form_to("/sign-in/consent"), values=registrar.credentials())


def add_person(force, username="robin", person="9001", role="officer"):
    """Everything up to the second signature; returns the person as `Officer` takes them, and the pages on the way."""
    handed = ask(force("administrator"), "add", {"username": username, "person": person, "name": "Robin Newcomer", "role": role})
    assert handed.status == 200 and handed.h1 == "Enrolment code", handed.text
    card = enrol(force.demo, username, handed.code)
    assert card.status == 200, card.text
    new = {"username": username, "passphrase": NEW, "secret_code": secret(card, "code"), "totp_secret": secret(card, "totp")}
    return new, handed, card


def test_r49_a_new_person_makes_their_own_keys_two_registrars_sign_and_a_holder_grants(force):
    new, handed, card = add_person(force)
    robin = Officer(force.demo, new)
    assert robin.sign_in().status == 403, "nobody has signed yet"
    first, waits = sign(force("supervisor"), "Robin Newcomer")
    assert fingerprint(first) == fingerprint(card)
    assert "username robin" in first.text and "You have signed" not in first.text
    again = force("supervisor").get(waits.link("Robin Newcomer"))
    assert "You have signed" in again.text, "one person signs once"
    assert robin.sign_in().status == 403
    sign(force("supervisor", 1), "Robin Newcomer")
    home = robin.sign_in()
    assert home.status == 200 and robin.is_signed_in
    assert robin.threads() == [], "no key, no report"
    mine = robin.get("/account")
    assert "Activity: not granted yet" in mine.text
    people = force("administrator").get("/staff")
    row = people.dom.first(data_person="robin")
    assert "Activity: missing. Could be granted by avery, blake, casey, devon" in row.text
    grant = force("officer").get(force("officer").get("/account").link("Activity to Robin Newcomer"))
    refused = grant.submit(form=grant.form_to("/sign-in/grant"), values=force("officer").credentials(passphrase="wrong"))
    assert refused.status == 422 and "There is a problem" in refused.text
    assert "Activity: not granted yet" in robin.get("/account").text
    grant.submit(form=grant.form_to("/sign-in/grant"), values=force("officer").credentials())
    again = Officer(force.demo, new)
    assert again.sign_in().status == 200
    assert again.threads(), "the key opens what it opens"
    # Secrets were on the one page that is for whom they are for, and in no log.
    for page in force("administrator").seen + force("supervisor").seen:
        assert new["secret_code"] not in page.markup and new["totp_secret"] not in page.markup
    with open(force.demo.err, "rb") as log:
        said = log.read().decode("utf-8", "replace")
    for word in [new["secret_code"], new["totp_secret"], handed.code, NEW]:
        assert word not in said


def test_r49_every_change_of_people_asks_for_passphrase_and_a_fresh_code(force):
    administrator = force("administrator")
    wrong = [{"passphrase": "not it"}, {"totp": "000000"}, {"secret_code": "0000-0000-0000-0000-0000-0000"}]
    changes = {"add": {"username": "robin", "person": "9001", "name": "", "role": "officer"}, "role": {"role": "prevent"},
               "again": {}, "totp": {}, "deactivate": {"reason": "left"}}
    for (change, values), typed in zip(changes.items(), wrong * 2):
        page = administrator.get(f"/sign-in/staff/{change}?who=blake")
        refused = page.submit(form=page.form_to(f"/sign-in/staff/{change}"), values=values | administrator.credentials(**typed))
        assert refused.status == 422, change
        assert "There is a problem" in refused.text
        for value in values.values():
            assert value in refused.markup, f"{change} lost {value}"
    page = administrator.get("/staff")
    assert "Waiting" not in page.text and "robin" not in page.text
    # A code that was used, for signing in or for another change, proves nothing.
    used = unspent_code(administrator.person, force.demo)
    add = administrator.get("/sign-in/staff/add")
    assert add.submit(form=add.form_to("/add"), values=changes["add"] | administrator.credentials(totp=used)).status == 200
    again = administrator.get("/sign-in/staff/role?who=blake")
    assert again.submit(form=again.form_to("/role"), values={"role": "prevent"} | administrator.credentials(totp=used)).status == 422


def test_r48_deactivating_ends_sessions_and_the_account(force):
    administrator, officer = force("administrator"), force("officer")
    report = officer.threads()[0]
    assert officer.get(f"/report/{report}").status == 200
    empty = ask(administrator, "deactivate", {"reason": " "}, who="avery")
    assert empty.status == 422 and "Give a reason." in empty.text
    page = administrator.get("/sign-in/staff/deactivate?who=avery")
    assert "All sessions of the person end within 60 s" in page.text
    done = ask(administrator, "deactivate", {"reason": "Left the force"}, who="avery")
    assert done.h1 == "People" and "not active" in done.dom.first(data_person="avery").text
    assert officer.get(f"/report/{report}").dom.first("input", name="passphrase") is not None, "the session has ended"
    assert officer.sign_in().status == 403
    assert ask(administrator, "deactivate", {"reason": "me"}, who="harper").status == 409, "somebody has to be left"
    lines = force("auditor").get("/audit?verb=staff-changed").text
    assert "avery" in lines and "Left the force" in lines


def test_r48_a_change_of_role_takes_two_registrars_and_ends_sessions(force):
    officer = force("officer", 1)
    assert officer.threads()
    ask(force("administrator"), "role", {"role": "prevent"}, who="blake")
    assert officer.is_signed_in, "asking changes nothing"
    sign(force("supervisor"), "blake")
    assert officer.is_signed_in, "one signature changes nothing"
    sign(force("supervisor", 1), "blake")
    assert not officer.is_signed_in
    assert officer.sign_in().status == 200
    assert officer.threads() == []
    assert "Prevent: not granted yet" in officer.get("/account").text


def grant(holder, words):
    """A holder of a key grants it from their own page."""
    page = holder.get(holder.get("/account").link(words))
    return page.submit(form=page.form_to("/sign-in/grant"), values=holder.credentials())


def test_R49_surveys_are_asked_for_at_the_desk_signed_by_two_granted_by_a_holder_and_taken_away_again(force):
    administrator, gray, lane = force("administrator"), force("protect"), force("protect", 1)
    case = opened(force.demo, gray, "/advice", narrative=f"Our hall {word()}")
    case.done(case.take("weigh", {"request": "visit", "tier": "standard", "gist": "A hall"}))
    case.done(case.take("book", {"activity": "survey", "day": "2027-03-02", "place": "Example Hall"}))
    case.done(case.take("survey", SURVEY))
    surveys = f"/sign-in/{case.thread}/surveys"
    assert lane.get(surveys).status == 404

    def row(username):
        return administrator.get("/staff").dom.first(data_person=username).text

    assert "may open surveys" in row("gray") and "may open surveys" not in row("lane")
    # Only where the role may have it, and nothing typed is lost.
    refused = ask(administrator, "role", {"role": "prevent", "survey": "yes"}, who="lane")
    assert refused.status == 422 and "Only a security advisor may open surveys" in refused.text
    form = dict(refused.form_to("/sign-in/staff/role").entries(None))
    assert form["role"] == "prevent" and form["survey"] == "yes"
    ask(administrator, "role", {"role": "protect", "survey": "yes"}, who="lane")
    assert "Security advisor, may open surveys" in administrator.get("/staff").text, "said while it waits"
    page, _ = sign(force("supervisor"), "(lane)")
    assert "may open surveys" in page.text
    assert "survey" in page.dom.first("pre").text, "the exact text names it"
    assert lane.is_signed_in and lane.get(surveys).status == 404, "one signature changes nothing"
    sign(force("supervisor", 1), "(lane)")
    assert not lane.is_signed_in and lane.sign_in().status == 200
    assert lane.get(surveys).status == 404, "certified, and no key yet"
    assert "A survey is kept; you do not hold its key." in lane.get(f"/report/{case.thread}").text
    assert "may open surveys" in row("lane") and "Surveys of places: missing. Could be granted by gray" in row("lane")
    assert grant(gray, "Surveys of places to Lane Specimen").status == 200
    again = Officer(force.demo, lane.person)
    assert again.sign_in().status == 200
    shown = Case(again, case.thread).ask("surveys", {"reason": "The visit is tomorrow"})
    assert shown.status == 200 and SURVEY["weak_points"] in shown.text

    # A renewed certificate keeps it where nothing else is said; only "no" takes it away.
    ask(administrator, "role", {"role": "protect"}, who="gray")
    page, _ = sign(force("supervisor"), "(gray)")
    assert "survey" in page.dom.first("pre").text
    ask(administrator, "role", {"role": "protect", "survey": "no"}, who="lane")
    for which in (0, 1):
        page, _ = sign(force("supervisor", which), "(lane)")
        assert "survey" not in page.dom.first("pre").text
    assert not again.is_signed_in and again.sign_in().status == 200
    assert again.get(surveys).status == 404 and "may open surveys" not in row("lane") and "Surveys of places" not in row("lane")
    assert again.get(f"/report/{case.thread}").status == 200, "the enquiries themselves stay open to them"


def test_a_new_advisor_is_asked_for_with_surveys_and_new_keys_keep_that(force):
    handed = ask(force("administrator"), "add", {"username": "robin", "person": "9001", "name": "Robin Newcomer", "role": "officer",
                                                 "survey": "yes"})
    assert handed.status == 422 and "Only a security advisor may open surveys" in handed.text
    assert 'value="Robin Newcomer"' in handed.markup
    handed = ask(force("administrator"), "add", {"username": "robin", "person": "9001", "name": "Robin Newcomer", "role": "protect",
                                                 "survey": "yes"})
    assert enrol(force.demo, "robin", handed.code).status == 200
    for which in (0, 1):
        page, _ = sign(force("supervisor", which), "Robin Newcomer")
        assert "may open surveys" in page.text and "survey" in page.dom.first("pre").text
    assert "may open surveys" in force("administrator").get("/staff").dom.first(data_person="robin").text
    again = ask(force("administrator"), "again", {}, who="robin")
    assert enrol(force.demo, "robin", again.code).status == 200
    page, _ = sign(force("supervisor"), "Robin Newcomer")
    assert "survey" in page.dom.first("pre").text


def test_who_lost_the_code_gets_new_keys_and_the_old_ones_end(force):
    officer = force("officer", 1)
    handed = ask(force("administrator"), "again", {}, who="blake")
    assert officer.is_signed_in
    card = enrol(force.demo, "blake", handed.code)
    assert card.status == 200, card.text
    assert enrol(force.demo, "blake", handed.code).status == 403, "a code counts once"
    sign(force("supervisor"), "blake")
    sign(force("supervisor", 1), "blake")
    assert not officer.is_signed_in
    assert officer.sign_in().status == 403, "the old card opens nothing"
    new = officer.person | {"passphrase": NEW, "secret_code": secret(card, "code"), "totp_secret": secret(card, "totp")}
    assert Officer(force.demo, new).sign_in().status == 200


def test_who_lost_the_device_gets_new_one_time_codes_and_keeps_the_keys(force):
    officer = force("officer", 1)
    handed = ask(force("administrator"), "totp", {}, who="blake")
    wrong = enrol(force.demo, "blake", handed.code, passphrase="not the passphrase", secret_code=officer.person["secret_code"])
    assert wrong.status == 403
    card = enrol(force.demo, "blake", handed.code, passphrase=officer.person["passphrase"], secret_code=officer.person["secret_code"])
    assert card.status == 200 and secret(card, "code") is None, card.text
    assert not officer.is_signed_in
    new = Officer(force.demo, officer.person | {"totp_secret": secret(card, "totp")})
    assert new.sign_in().status == 200 and new.threads(), "keys and certificate stay"


def test_a_wrong_enrolment_says_what_to_mend_and_tells_nothing_of_who_exists(force):
    handed = ask(force("administrator"), "add", {"username": "robin", "person": "9001", "name": "", "role": "officer"})
    short = enrol(force.demo, "robin", handed.code, passphrase="short")
    assert short.status == 422 and "at least 12 characters" in short.text and 'value="robin"' in short.markup
    other = enrol(force.demo, "robin", handed.code, repeated="something else")
    assert other.status == 422 and "not the same" in other.text

    def answer(username, code):
        page = enrol(force.demo, username, code)
        return page.status, re.sub(r'name="csrf" value="[^"]*"', "", page.markup).replace(username, "")

    never = "0000-0000-0000-0000-0000-0000"
    assert answer("robin", never) == answer("nobody", never) == answer("avery", never) == answer("nobody", handed.code)
    # Taken back, the code is worth nothing.
    page = force("administrator").get("/staff")
    back = page.submit(form=page.form_to("/staff/withdraw"), values={})
    assert back.status == 422 and "Give a reason." in back.text
    back.submit(form=back.form_to("/staff/withdraw"), values={"reason": "Wrong staff number"})
    assert "Waiting" not in force("administrator").get("/staff").text
    assert enrol(force.demo, "robin", handed.code).status == 403


def test_bad_names_are_said_and_lose_nothing(force):
    typed = {"username": "rob in", "person": "90/01", "name": "Robin Newcomer", "role": ""}
    page = ask(force("administrator"), "add", {**typed, "role": "officer"})
    assert page.status == 422 and "Use 1 to 64 letters" in page.text
    for value in ["rob in", "90/01", "Robin Newcomer"]:
        assert f'value="{value}"' in page.markup
    taken = ask(force("administrator"), "add", {"username": "avery", "person": "1", "name": "", "role": "officer"})
    assert taken.status == 422 and "in use" in taken.text


def test_r53_an_administrator_opens_lists_counts_and_searches_no_report(force):
    administrator, report = force("administrator"), force("officer").threads()[0]
    nowhere = administrator.get("/nothing-of-the-kind")
    for path in ["/mine", "/to-sign", "/set-aside", "/search", "/watch", "/call", "/audit", f"/report/{report}",
                 f"/sign-in/{report}/contact", f"/sign-in/{report}/print", f"/alike/{report}", "/feedback", "/notices"]:
        page = administrator.get(path)
        assert page.status == 404 and page.body == nowhere.body, path
    csrf = administrator.get("/staff").form_to("/lock").entries()[0][1]
    refused = administrator.post("/search", [("csrf", csrf), ("text", "van"), ("reason", "because")])
    assert refused.status == 404 and refused.body == nowhere.body
    handle = force("officer").get(f"/report/{report}").title.split(":")[0]
    for path in ["/staff", "/health", "/account"]:
        page = administrator.get(path)
        assert page.status == 200
        assert report not in page.markup and handle not in page.markup
    # And no administrator is given a key: neither role nor certificate has a right to one.
    assert "Keys" not in administrator.get("/account").text
