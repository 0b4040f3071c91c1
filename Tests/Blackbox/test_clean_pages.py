"""What a second run leaves out: a page that nothing changed on, and no other."""

import pytest

import clean_pages
from clean_pages import CleanPages, digest, plain

PAGE = ('<link rel="stylesheet" href="/s.css"><h1>Words</h1><input type="hidden" name="state" value="{}"><p>{}</p>')
POLICY = [["Content-Security-Policy", "default-src 'none'"]]


def page(seal="abc", words="as they were", headers=POLICY):
    return "name", {"site": "public", "path": "/x", "headers": headers}, PAGE.format(seal, words).encode()


@pytest.fixture
def memory(tmp_path, monkeypatch):
    """`memory(rules, sheet)`: the memory of one working copy, as the next run opens it."""
    monkeypatch.delenv("CI", raising=False)
    return lambda rules="rules", sheet=b"sheet": CleanPages(rules, lambda *_: sheet, str(tmp_path / "clean"))


def test_a_page_without_findings_is_not_looked_at_again_by_the_same_check(memory):
    memory().remember("axe light", [page("first seal")])
    assert memory().unknown("axe light", [page("another seal")]) == []
    assert memory().unknown("axe dark", [page()]) == [page()]


@pytest.mark.parametrize("changed", [page(words="as they are now"), page(headers=[["Content-Security-Policy", "default-src 'self'"]])],
                         ids=["words", "policy"])
def test_a_changed_page_is_looked_at_again(memory, changed):
    memory().remember("nu", [page()])
    assert memory().unknown("nu", [page(), changed]) == [changed]


def test_another_style_sheet_another_rule_and_another_browser_look_at_everything_again(memory):
    memory().remember("nu", [page()])
    assert memory(sheet=b"sheet{}").unknown("nu", [page()]) == [page()]
    assert memory(rules="other rules").unknown("nu", [page()]) == [page()]
    assert clean_pages.made_with("156.0") != clean_pages.made_with("157.0")


def test_where_ci_is_set_nothing_is_remembered(memory, monkeypatch):
    memory().remember("nu", [page()])
    monkeypatch.setenv("CI", "true")
    assert memory().unknown("nu", [page()]) == [page()]


def test_only_what_is_new_each_time_is_left_out_of_a_pages_digest():
    word = "zq" + "bcdfghjklmnpqrstvw"
    same = [f'<p>{word} at 12:31, thread {"0a" * 16}, 5 min</p>', f'<p>zq{"x" * 18} at 9:07, thread {"1b" * 16}, 7 min</p>']
    assert digest(plain(same[0].encode())) == digest(plain(same[1].encode()))
    for other in ("<p>one</p>", "<p>one.</p>", "<p class=a>one</p>", "<h2>one</h2>", '<p lang="cy">one</p>'):
        assert [plain(text.encode()) for text in ("<p>one</p>", other)][1] == other
