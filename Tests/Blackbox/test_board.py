"""The supervisors' board: exact work, a check that every report is accounted for, closed weeks that are counted once, and the
weekly review. Scripts off."""

import re

import pytest

from desk_case import NO_ACTION, Case, new_thread
from journey import report
from officer import Officer
from test_services import SCREENING, WEIGHED, ask, opened
from visitor import Visitor

DAY = 86_400
FIGURE = re.compile(r"under 5|about \d*[05]|not shown")


def signed_in(demo, role, which=0):
    one = Officer(demo, demo.officer(role, which))
    one.sign_in()
    return one


def board(one):
    page = one.get("/board")
    for _ in range(10):
        # On a busy machine counting may go on at the next look.
        if "still to be counted" not in page.main.text:
            break
        page = one.get("/board")
    assert page.status == 200 and page.h1 == "Board", f"{page!r}"
    return page


def work(page):
    """What waits now, by name."""
    return {row.first("th").text: row.first("td").text for row in page.dom.first("table").all("tr")}


def weeks(page, kind="activity"):
    """The closed weeks of a kind: first day, then its figures."""
    table = next(table for table in page.dom.all("table") if table.get("aria-labelledby") == f"kind-{kind}")
    rows = [[cell.text for cell in row.all("th", "td")] for row in table.first("tbody").all("tr")]
    return {row[0]: row[1:] for row in rows if re.fullmatch(r"\d{4}-\d\d-\d\d", row[0])}


def later(own, days):
    own.stop()
    own.environment["HEED_CLOCK_OFFSET"] = str(int(own.environment.get("HEED_CLOCK_OFFSET", "0")) + days * DAY)
    own.start()


def timeless(page):
    return re.sub(r"\d\d:\d\d|\d+ (minutes|hours|days)", "…", page.main.text)


@pytest.fixture
def own(template):
    """A demonstration for one test, whose clock it moves."""
    one = template.copy().start()
    yield one
    one.environment.pop("HEED_CLOCK_OFFSET", None)
    one.remove()


def test_the_boards_work_matches_the_queue_and_every_report_is_accounted_for(fresh_demo):
    casey = signed_in(fresh_demo, "supervisor")
    queue = set(casey.threads())
    page = board(casey)
    said = re.search(r"Received (\d+) = open (\d+) \+ decided (\d+): holds\. Checked \d\d:\d\d\.", page.main.text)
    assert said, page.by_id("balance")
    received, open_now, decided = map(int, said.groups())
    assert open_now == len(queue) and received == open_now + decided and decided > 0
    new = new_thread(fresh_demo, casey)
    before, after = work(page), work(board(casey))
    name = "Nobody has opened"
    assert int(after[name]) == int(before[name]) + 1 and new not in queue
    to_sign = casey.get("/to-sign")
    assert int(re.match(r"\d+", after["To sign"]).group()) == len(list(to_sign.dom.all("tr", data_report=True)))


def test_closed_weeks_are_shown_by_the_rule_for_small_numbers_with_nothing_to_choose(fresh_demo):
    page = board(signed_in(fresh_demo, "supervisor"))
    for kind in ("activity", "online", "general"):
        rows = weeks(page, kind)
        assert 5 <= len(rows) <= 7, "the demonstration is six weeks old"
        for figures in rows.values():
            assert all(FIGURE.fullmatch(figure) for figure in figures[:-1]) and re.fullmatch(r"\d{4}-\d\d-\d\d", figures[-1])
    for table in page.dom.all("table"):
        if (table.get("aria-labelledby") or "").startswith("kind-"):
            widths = {len(list(row.all("th", "td"))) for row in table.all("tr")}
            assert widths == {7}, f"a heading for each figure: {widths}"
    main = page.by_id("main")
    assert not list(main.all("form")) and not list(main.all("select"))
    assert not [link for link in main.all("a") if "?" in link.get("href")]


def test_a_week_is_counted_once_and_nothing_later_changes_it(own):
    for number in range(7):
        report(Visitor(own.public), f"A van at the mill, night {number}")
    casey = signed_in(own, "supervisor")
    already = weeks(board(casey))
    later(own, 8)
    casey = signed_in(own, "supervisor")
    first = weeks(board(casey))
    assert {week: figures for week, figures in first.items() if week in already} == already
    # The week that they came in; eight days after a Sunday another has closed, with nothing in it.
    closed = min(set(first) - set(already))
    assert first[closed][2].startswith("about"), f"seven or more are overdue: {first}"
    thread = next(iter(casey.threads()))
    case = Case(casey, thread)
    if case.offers("open"):
        case.done(case.open())
    later(own, 1)
    assert weeks(board(signed_in(own, "supervisor", 1))) | first == weeks(board(signed_in(own, "supervisor")))
    assert weeks(board(signed_in(own, "supervisor")))[closed] == first[closed]


def test_R52_a_prevent_report_changes_nothing_on_the_activity_supervisors_board(own):
    casey = signed_in(own, "supervisor")
    before = timeless(board(casey))
    for _ in range(6):
        ask(Visitor(own.public), "/concern")
    assert timeless(board(casey)) == before
    prevent = board(signed_in(own, "prevent"))
    assert "Received 6" in prevent.main.text or int(re.search(r"Received (\d+)", prevent.main.text).group(1)) >= 6
    assert prevent.by_id("kind-activity") is None and prevent.by_id("kind-prevent") is not None
    later(own, 8)
    assert set(weeks(board(signed_in(own, "prevent")), "prevent"))
    text = board(signed_in(own, "supervisor")).main.text
    assert "Prevent" not in text and "Invitation" not in text


def test_R51_to_other_roles_the_board_is_an_address_that_was_never_given_out(demo):
    for role in ("officer", "auditor", "administrator", "communications", "call-taker"):
        one = signed_in(demo, role)
        page, unknown = one.get("/board"), one.get("/bored")
        assert page.status == 404 and page.body == unknown.body, role
        assert "/board" not in one.get("/").markup


def test_the_weekly_review_is_recorded_by_somebody_with_no_part_in_it(fresh_demo):
    avery, casey, devon = (signed_in(fresh_demo, *who) for who in (("officer",), ("supervisor",), ("supervisor", 1)))
    case = Case(avery, new_thread(fresh_demo, avery))
    case.done(case.open())
    case.triage()
    case.done(case.take("no-further-action", NO_ACTION))
    seen = case.seen_by(casey)
    seen.done(seen.take("confirm", {"reason": "Agreed"}))

    def line(one):
        review = next(table for table in board(one).dom.all("table") if table.get("aria-labelledby") == "review")
        return next((row for row in review.all("tr") if row.first("a") and case.thread in row.first("a").get("href")), None)

    assert "another must look" in line(casey).text and not case.seen_by(casey).offers("weekly-review")
    assert "For you" in line(devon).text
    looking = case.seen_by(devon)
    assert looking.offers("weekly-review")
    looking.done(looking.take("weekly-review", {"remark": ""}))
    assert line(devon) is None
    assert "Looked at in the weekly review" in looking.timeline()


def test_J15_opening_how_a_reporter_can_be_reached_waits_for_the_review(fresh_demo):
    casey, devon = signed_in(fresh_demo, "supervisor"), signed_in(fresh_demo, "supervisor", 1)
    case = Case(casey, new_thread(fresh_demo, casey))
    case.done(case.open())
    shown = case.ask("contact", {"purpose": "danger", "reason": "A threat to life"})
    assert shown.status == 200, shown.main.text[:300]
    assert "Opened how the reporter can be reached" in case.timeline()
    page = board(devon)
    assert case.thread in "".join(href for _, href in page.links)
    assert Case(devon, case.thread).offers("weekly-review") and not case.offers("weekly-review")


def test_closed_years_are_counted_for_the_team_that_recorded_them(own):
    page = board(signed_in(own, "prevent"))
    assert page.by_id("year-engagements") is not None and "No year has ended yet" in page.main.text
    later(own, 200)
    prevent = board(signed_in(own, "prevent"))
    rows = {row.first("th").text: row.first("td").text for table in prevent.dom.all("table")
            if table.get("aria-labelledby") == "year-engagements" for row in table.first("tbody").all("tr")}
    assert len(rows) == 8 and all(FIGURE.fullmatch(figure) for figure in rows.values()), rows
    supervisor = board(signed_in(own, "supervisor"))
    assert supervisor.by_id("year-engagements") is None and supervisor.by_id("year-differently") is not None


def test_a_childs_closed_concern_comes_up_after_a_year_and_is_kept_only_with_a_reason(own):
    frankie, kit = signed_in(own, "prevent"), signed_in(own, "prevent", 1)
    case = opened(own, frankie, "/concern")
    case.done(case.take("screen", SCREENING))
    case.done(case.take("weigh", WEIGHED | {"fits": "nothing"}))
    case.done(case.take("no-further-action", NO_ACTION))
    seen = case.seen_by(kit)
    seen.done(seen.take("confirm", {"reason": "Agreed"}))
    seen.done(seen.press("close"))
    assert board(kit).by_id("retention") is None
    later(own, 366)
    frankie, kit = signed_in(own, "prevent"), signed_in(own, "prevent", 1)
    page = board(frankie)
    assert page.by_id("retention") is not None and case.thread in "".join(href for _, href in page.links)
    assert board(signed_in(own, "supervisor")).by_id("retention") is None
    mine = Case(frankie, case.thread)
    empty = mine.take("keep", {"why": ""})
    assert empty.status == 422 and "needed for" in empty.main.text
    mine.done(mine.take("propose-erasure", {"why": "Nothing was found; no copy left this desk"}))
    assert "a second person must answer" in board(frankie).main.text and not mine.offers("agree-to-erasure")
    other = mine.seen_by(kit)
    other.done(other.take("agree-to-erasure", {"why": "Agreed"}))
    assert board(frankie).by_id("retention") is None
    assert "Agreed that the record is erased" in mine.timeline()
