"""Care for those who look at online material: words first, a look that is decided before it is taken, a count, a cap."""

import re

import pytest

from canary import word
from desk_case import Case, new_thread
from journey import errors_of
from officer import Officer
from test_material import ASSESSMENT, found

LOOK = {"need_to_look": "The words do not tell news from praise", "look_as": "stills"}
SUPPORT = "Call the made-up support line on 01632 960001."


@pytest.fixture(scope="module")
def force(template):
    """`force(role, which)`: an officer of a demonstration in which nobody looks more than twice a day."""
    own = template.copy()
    own.environment |= {"HEED_ONLINE_LOOKS_A_DAY": "2", "HEED_ONLINE_SUPPORT": SUPPORT}
    own.start()
    signed_in = {}

    def give(role, which=0):
        if (role, which) not in signed_in or not signed_in[role, which].is_signed_in:
            one = Officer(own, own.officer(role, which))
            assert one.sign_in().status == 200
            signed_in[role, which] = one
        return signed_in[role, which]

    give.demo = own
    yield give
    own.remove()


def opened(demo, officer):
    case = Case(officer, new_thread(demo, officer, send=lambda visitor: found(
        visitor, links="https://example.invalid/film", narrative=f"seen there {word()}")))
    case.done(case.open())
    return case


def looks(officer):
    """Today, the most, and in seven days, as one's own account says."""
    said = officer.get("/account").text
    today, most = re.search(r"Today: (\d+) of (\d+)", said).groups()
    return int(today), int(most), int(re.search(r"In seven days, today included: (\d+)", said).group(1))


def test_R40_a_look_is_decided_and_counted_before_it_is_taken_and_capped(force):
    # The second officer: the first has looked in the demonstration's story.
    officer, demo = force("officer", 1), force.demo
    before = looks(officer)
    assert before[:2] == (0, 2) and SUPPORT in officer.get("/account").text
    first, second = opened(demo, officer), opened(demo, officer)
    page = first.write("look")
    assert "Nobody has described it yet" in page.main.text and SUPPORT in page.main.text
    ways = [field for field in page.form_to("/look").controls() if field.get("name") == "look_as"]
    assert [way.get("value") for way in ways] == ["description", "stills", "silent", "sound"]
    assert not [way for way in ways if way.has("checked")], "nothing is chosen beforehand"
    missing = page.submit(form=page.form_to("/look"), values=LOOK | {"need_to_look": " "})
    assert missing.status == 422 and "#need_to_look" in errors_of(missing)[1]
    enough = page.submit(form=page.form_to("/look"), values=LOOK | {"look_as": "description"})
    assert enough.status == 422 and "you need not look" in enough.text and LOOK["need_to_look"] in enough.text
    assert looks(officer) == before, "nothing was looked at"
    first.done(first.take("look", LOOK))
    assert looks(officer)[0] == 1 and "Decided to look" in first.timeline() and "Still pictures" in first.timeline()

    # Two tabs at two reports, both open before the second look.
    tabs = [case.write("look") for case in (first, second)]
    first.done(tabs[0].submit(form=tabs[0].form_to("/look"), values=LOOK))
    kept = {"need_to_look": "Kept " + word(), "look_as": "silent"}
    refused = tabs[1].submit(form=tabs[1].form_to("/look"), values=kept)
    assert refused.status == 409 and "Nothing was saved. Your text is below." in refused.text
    assert "This look was not recorded, so please do not look" in refused.text
    assert "Your looks for today are used" in refused.text and SUPPORT in refused.text
    form = dict(refused.form_to("/look").entries(None))
    assert form["need_to_look"] == kept["need_to_look"] and form["look_as"] == "silent"
    assert looks(officer) == (2, 2, 2)
    assert not second.offers("look") and "I am about to look" in second.page.by_id("next").text
    asked = officer.get(f"/report/{second.thread}/look")
    assert asked.status == 200 and asked.by_id("work") is None and "Your looks for today are used" in asked.text

    # Another person allows the holder one look there, with a reason.
    assert officer.get(f"/report/{second.thread}/allow-look").status == 404
    other = second.seen_by(force("supervisor"))
    lost = other.take("allow-look", {"why": " "})
    assert lost.status == 422 and "#why" in errors_of(lost)[1]
    other.done(other.take("allow-look", {"why": "Nobody else speaks the language"}))
    assert not other.offers("allow-look"), "one at a time"
    assert not first.offers("look"), "on that report alone"
    assert "A supervisor has allowed you one more look here" in second.write("look").text
    second.done(second.take("look", kept))
    assert not second.offers("look") and looks(officer) == (3, 2, 3)

    # The supervisor sees the steps, and no page that says who looked how often.
    assert "Decided to look" in other.timeline() and looks(force("supervisor"))[0] == 0
    for role in ("administrator", "auditor", "call-taker", "prevent"):
        assert "Your looks" not in force(role).get("/account").text, role


def test_R40_what_one_has_described_is_read_first_and_an_assessment_rests_on_it(demo, officer):
    first, second = officer("officer"), officer("supervisor")
    case, marker = opened(demo, first), word()
    words = f"Two minutes, a speech {marker}. No injury.\nhttps://example.invalid/again <b>loud</b>"
    empty = case.take("description", {"description": " "})
    assert empty.status == 422 and "#description" in errors_of(empty)[1]
    case.done(case.take("description", {"description": words}))
    other = case.seen_by(second)
    page = other.page
    said = page.by_id("said").text
    assert said.index(marker) < said.index("hxxps://example[.]invalid/film"), "words before addresses"
    for step in ("look", "description", "assess"):
        asking = other.write(step)
        before = asking.main.text
        assert "Read this first" in before and marker in before and "<b>loud</b>" in before
        assert before.index(marker) < before.index("What was said")
    other.done(other.take("assess", ASSESSMENT))
    assert "Decided to look" not in other.timeline()


def test_R40_R44_nothing_plays_and_no_address_is_a_link_on_any_page_around_a_look(demo, officer):
    analyst = officer("officer")
    case = opened(demo, analyst)
    case.done(case.take("description", {"description": "https://example.invalid/film is a song"}))
    pages = [case.page] + [case.write(step) for step in ("look", "description", "assess", "export") if case.offers(step)]
    assert len(pages) >= 4
    for page in pages:
        for tag in ("img", "video", "audio", "iframe", "embed", "object", "source", "picture"):
            assert not list(page.dom.all(tag)), f"{tag} on {page!r}"
        assert not [href for _, href in page.links if "example.invalid" in href or "example[.]invalid" in href]
        assert "://example.invalid" not in page.markup.replace("https://example.invalid/film is a song", "")


def test_the_demonstration_has_a_described_report(fresh_demo):
    analyst = Officer(fresh_demo, fresh_demo.officer("officer"))
    analyst.sign_in()
    described = [thread for thread in analyst.threads() if "as colleagues describe it" in analyst.get(f"/report/{thread}").text]
    assert len(described) == 1
    assert looks(analyst)[1] == 8 and looks(analyst)[2] == 1
