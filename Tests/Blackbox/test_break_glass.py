"""Break-glass at the desk, scripts off: signed with a reason, told to the holder, over by itself, reviewed by somebody else."""

import re

import pytest
from desk_case import Case, new_thread
from officer import Officer

REASON = "The holder does not answer and the event is tonight"


@pytest.fixture
def force(fresh_demo):
    signed_in = {}

    def give(role, which=0):
        if (role, which) not in signed_in:
            one = Officer(fresh_demo, fresh_demo.officer(role, which))
            one.sign_in()
            signed_in[role, which] = one
        return signed_in[role, which]

    give.demo = fresh_demo
    return give


def held_report(force):
    """A report that Avery holds, with triage and research; its address and its handle."""
    avery = force("officer")
    thread = new_thread(force.demo, avery)
    case = Case(avery, thread)
    case.open()
    case.triage()
    case.research()
    return thread, handle_of(avery, thread)


def handle_of(officer, thread):
    return re.search(r"[0-9A-Z]{4}-[0-9A-Z]{2}", officer.get(f"/report/{thread}").title).group()


def to_writing(officer, handle):
    page = officer.get("/break-glass")
    return page.submit(form=page.form_to("/break-glass"), values={"handle": handle})


def break_glass(officer, handle, reason=REASON):
    """Handle, reason, the exact statement, signature; the page that follows."""
    shown = to_writing(officer, handle).submit(values={"reason": reason})
    assert "verb glass-broken" in shown.text, shown.text[:500]
    return shown.submit(values=officer.credentials())


def banners(page):
    return [banner.text for banner in page.dom.all(data_glass=True)]


def test_r54_break_glass_takes_a_reason_and_a_signature_and_tells_the_holder(force):
    thread, handle = held_report(force)
    avery, blake = force("officer"), force("officer", 1)
    assert not Case(blake, thread).offers("propose")
    empty = to_writing(blake, handle).submit(values={"reason": " "})
    assert empty.status == 422 and "Give a reason." in empty.text
    shown = to_writing(blake, handle.lower()).submit(values={"reason": REASON})
    wrong = shown.submit(values=blake.credentials(passphrase="not it"))
    assert wrong.status == 422 and banners(blake.get("/")) == []
    done = break_glass(blake, handle)
    assert done.status == 200
    for path in ["/", "/mine", "/search", "/break-glass", "/account", f"/report/{thread}"]:
        said = banners(blake.get(path))
        assert said and f"Break-glass on {handle}: 23 h left." in said[0] and "End now" in said[0], (path, said)
        told = banners(avery.get(path))
        assert told and f"Break-glass on your report {handle} by blake" in told[0] and "End now" not in told[0], (path, told)
    assert banners(force("supervisor").get("/")) == []
    assert REASON in avery.get(f"/report/{thread}").text, "the holder reads why, in the timeline"
    # What only the holder may: proposing. A second person still authorises, who may be anybody but the proposer.
    Case(blake, thread).propose()
    assert not Case(blake, thread).offers("authorise")
    Case(force("supervisor"), thread).authorise()


def test_r54_it_is_ended_at_will_and_each_is_reviewed_by_another_supervisor(force):
    thread, handle = held_report(force)
    casey, devon = force("supervisor"), force("supervisor", 1)
    break_glass(casey, handle)
    page = casey.get("/search")
    page.submit(form=page.form_to("/end-glass"))
    assert banners(casey.get("/")) == []
    mine = casey.get("/break-glass")
    assert handle in mine.text and "Record a view" not in mine.text, "nobody reviews their own"
    assert casey.get(f"/report/{thread}/review-glass").dom.first("textarea") is None
    # A second is its own.
    break_glass(casey, handle, "Once more, another reason")
    assert banners(casey.get("/"))
    listed = devon.get("/break-glass")
    assert listed.text.count("Record a view") == 1, "one is over, one runs"
    review = devon.get(listed.link("Record a view"))
    empty = review.submit(values={"opinion": ""})
    assert empty.status == 422 and "Say what you think of it." in empty.text
    empty.submit(values={"opinion": "Needed, and kept short"})
    assert "Record a view" not in devon.get("/break-glass").text
    assert "Needed, and kept short" in force("officer").get(f"/report/{thread}").text
    auditor = force("auditor")
    for verb, word in [("glass-broken", REASON), ("glass-ended", "casey"), ("glass-reviewed", "Needed, and kept short")]:
        lines = auditor.get(f"/audit?verb={verb}").text
        assert handle in lines and word in lines, verb
    assert len(re.findall(handle, auditor.get("/audit?verb=glass-broken").text)) == 2


def test_r54_it_is_over_after_a_day_by_itself_and_waits_for_a_view(force):
    thread, handle = held_report(force)
    break_glass(force("officer", 1), handle)
    demo = force.demo
    assert demo.stop() == 0
    demo.environment["HEED_CLOCK_OFFSET"] = str(24 * 3600 + 60)
    demo.start()
    blake, avery, devon = (Officer(demo, demo.officer(role, which)) for role, which in [("officer", 1), ("officer", 0), ("supervisor", 1)])
    for one in (blake, avery, devon):
        one.sign_in()
    assert banners(blake.get("/")) == []
    assert not Case(blake, thread).offers("propose")
    assert "it is over" in banners(avery.get("/"))[0]
    assert "Record a view" in devon.get("/break-glass").text


def test_r54_handles_that_are_wrong_were_never_issued_or_belong_to_others_answer_alike(force):
    blake = force("officer", 1)
    concern = handle_of(force("prevent"), force("prevent").threads()[0])

    def answer(handle):
        page = to_writing(blake, handle)
        # The frame counts seconds and alarms.
        return page.status, page.markup[page.markup.index("<main"):page.markup.index("</main>")].replace(f'value="{handle}"', "")

    assert answer(concern) == answer("0000-00") == answer("ZZZZ-ZZ") == answer("no handle")
    assert answer(concern)[0] == 422
    nowhere = force("prevent").get("/nothing-of-the-kind")
    for role in ["administrator", "auditor", "call-taker", "communications"]:
        page = force(role).get("/break-glass")
        assert page.status == 404 and page.body == nowhere.body, role
