"""What leaves the desk, and what does not: a file for the national unit, notices to publishers, surveys under keys of their own."""

import hashlib
import json
import re
from pathlib import Path

from canary import word
from desk_case import Case, new_thread
from journey import NOT_IN_DANGER, errors_of, send
from officer import Officer

ROOT = Path(__file__).resolve().parents[2]
ASSESSED = {"view": "unlawful", "offence": "b2", "why": "It praises an attack", "gist": "A film"}
LINK = "https://example.invalid/watch?v=1"
TO = {"recipient": "CTIRU", "purpose": "Referral"}
NOTICE = {"given_day": "2026-11-27", "given_to": "Example Host", "given_how": "electronic", "given_what": "The film is unlawful"}
SURVEY = {"day": "2027-03-02", "weak_points": "The side door does not lock", "recommended": "A lock"}


def opened(demo, officer, path, **answers):
    def ask(visitor):
        page = visitor.get(path).submit(NOT_IN_DANGER)
        return send(page.submit("go=skip", answers))

    case = Case(officer, new_thread(demo, officer, send=ask))
    case.done(case.open())
    return case


def unlawful(demo, officer, secret):
    case = opened(demo, officer, "/material", links=LINK, narrative=f"My sister has it too, {secret}")
    case.done(case.take("assess", ASSESSED))
    return case


def test_R49_a_file_for_the_national_unit_holds_what_is_allowed_and_its_digest_is_on_record(demo, officer):
    analyst, secret = officer("officer"), word()
    case = unlawful(demo, analyst, secret)
    written = case.write("export")
    assert "hxxps://example[.]invalid" in written.main.text and not [a for a in written.dom.all("a") if "example.invalid" in (a.get("href") or "")]
    missing = written.submit(form=written.form_to("/export"), values=TO | {"purpose": " ", "link": "0"})
    assert missing.status == 422 and "#purpose" in errors_of(missing)[1]
    statement = written.submit(form=written.form_to("/export"), values=TO | {"link": "0"})
    digest, = re.findall(r"\b[0-9a-f]{64}\b", statement.main.text.split("SHA-256 of the file")[1])
    wrong = statement.submit(form=statement.form_to("/export"), values=analyst.credentials(passphrase="not this"))
    assert wrong.status == 422 and b"heed-online-export" not in wrong.body
    statement = case.write("export").submit(form=written.form_to("/export"), values=TO | {"link": "0"})
    answer = statement.submit(form=statement.form_to("/export"), values=analyst.credentials())
    assert answer.status == 200 and hashlib.sha256(answer.body).hexdigest() == digest
    headers = {name.lower(): value for name, value in dict(answer.headers).items()}
    assert headers["content-disposition"].startswith("attachment; filename=\"heed-")
    assert headers["x-content-type-options"] == "nosniff" and headers["content-type"] == "application/octet-stream"
    assert "no-store" in headers["cache-control"]
    file = json.loads(answer.body)
    schema = json.loads((ROOT / "Docs/formats/online-export.schema.json").read_text())
    assert sorted(file) == sorted(schema["properties"]) == sorted(schema["required"])
    for name in ("format", "marking"):
        assert file[name] == schema["properties"][name]["const"]
    assert sorted(file["assessment"]) == schema["properties"]["assessment"]["required"]
    assert file["links"] == [{"given": LINK, "defanged": "hxxps://example[.]invalid/watch?v=1"}]
    assert file["assessment"]["offences"] == [{"act": "Terrorism Act 2006", "section": "2"}]
    text = answer.body.decode()
    assert secret not in text and "sister" not in text and analyst.person["username"] not in text
    assert not re.search(r"\d\d:\d\d", text), "a time finer than a day"
    assert digest in case.timeline() and "CTIRU" in case.timeline()
    assert secret not in str(headers)


def test_what_is_not_likely_unlawful_makes_no_file(demo, officer):
    analyst = officer("officer")
    case = opened(demo, analyst, "/material", links=LINK)
    case.done(case.take("assess", ASSESSED | {"view": "lawful"}))
    assert not case.offers("export") and analyst.get(f"/report/{case.thread}/export").by_id("work") is None


def test_a_notice_to_a_publisher_is_no_step_until_a_force_turns_it_on_and_then_its_clock_rings(demo, officer, template):
    case = unlawful(demo, officer("officer"), word())
    assert not case.offers("notice") and case.officer.get(f"/report/{case.thread}/notice").status == 404
    own = template.copy()
    own.environment["HEED_ONLINE_PUBLISHER_NOTICES"] = "true"
    own.start()
    try:
        analyst = Officer(own, own.officer("officer"))
        analyst.sign_in()
        case = unlawful(own, analyst, word())
        wrong = case.take("notice", NOTICE | {"given_day": "last week"})
        assert wrong.status == 422 and "#given_day" in errors_of(wrong)[1]
        # Long ago: its two working days are over.
        case.done(case.take("notice", NOTICE | {"given_day": "2026-01-05"}))
        assert re.search(r"notice to a publisher: \d+ d over", case.page.main.text)
        row, = [row for row in analyst.queue_rows() if row.get("data-report") == case.thread]
        assert "notice to a publisher" in row.text
        case.done(case.take("forward", {"how": "Their form"}))
        assert not case.offers("answer"), "decided while a notice runs"
        case.done(case.take("notice-outcome", {"notice_outcome": "removed", "reply": "Gone the next day"}))
        assert "notice to a publisher:" not in case.page.main.text and case.offers("answer")
    finally:
        own.stop()


def test_a_survey_opens_to_an_advisor_who_was_granted_its_key_and_to_no_colleague(demo, officer):
    surveyor, colleague = officer("protect", 0), officer("protect", 1)
    case = opened(demo, surveyor, "/advice", narrative=f"Our hall {word()}")
    case.done(case.take("weigh", {"request": "visit", "tier": "enhanced", "gist": "A hall"}))
    case.done(case.take("book", {"activity": "survey", "day": "2027-03-02", "place": "Example Hall"}))
    lost = case.take("survey", SURVEY | {"weak_points": " "})
    assert lost.status == 422 and SURVEY["recommended"] in str(lost.form_to("/survey").entries(None))
    case.done(case.take("survey", SURVEY))
    for text in (case.page.markup, case.seen_by(colleague).page.markup):
        assert SURVEY["weak_points"] not in text
    other = case.seen_by(colleague)
    assert "A survey is kept; you do not hold its key." in other.page.main.text and not other.offers("survey")
    for path in ("surveys", "survey"):
        page = colleague.get(f"/{'sign-in' if path == 'surveys' else 'report'}/{case.thread}/{path}")
        assert SURVEY["weak_points"] not in page.markup
    assert colleague.get(f"/sign-in/{case.thread}/surveys").status == 404
    assert officer("supervisor").get(f"/sign-in/{case.thread}/surveys").status == 404
    for lacking in ({"reason": " "} | surveyor.credentials(), {"reason": "The visit is tomorrow"}):
        asked = surveyor.get(f"/sign-in/{case.thread}/surveys")
        refused = asked.submit(form=asked.form_to("/surveys"), values=lacking)
        assert refused.status == 422 and SURVEY["weak_points"] not in refused.markup
    shown = case.ask("surveys", {"reason": "The visit is tomorrow"})
    assert SURVEY["weak_points"] in shown.main.text and SURVEY["recommended"] in shown.main.text
    assert "Survey opened" in officer("auditor").get("/audit").main.text
