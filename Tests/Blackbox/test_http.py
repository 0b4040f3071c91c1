"""Answers on the wire: headers, errors, hostile and malformed input, other sites' posts."""

import re
from urllib.parse import urlsplit

import pytest

import journey
from evidence import unrecorded
from journey import assert_numbers, is_check, is_sent, to_check, to_words
from visitor import Visitor, encoded, raw_exchange

# What every answer carries, and what its value must contain.
HEADERS = {
    "content-security-policy": ["default-src 'none'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'"],
    "x-content-type-options": ["nosniff"],
    "referrer-policy": ["same-origin"],
    "permissions-policy": ["camera=()"],
    "cross-origin-opener-policy": ["same-origin"],
    "cross-origin-resource-policy": ["same-origin"],
}
INNER_WORKINGS = ("Sources/", ".swift", "stack", "Fatal error", "Hummingbird", "NIO", "SQLite", "/tmp/", "heed/")


def inner_workings(text):
    """Those that stand in it. Sealed values are left out: in so many random letters any three turn up by chance."""
    readable = re.sub(r"[A-Za-z0-9_-]{24,}", "", text)
    return [words for words in INNER_WORKINGS if words in readable]


def assert_headers(page):
    for name, wanted in HEADERS.items():
        value = page.header(name)
        assert value is not None, f"{page!r} has no {name}"
        for part in wanted:
            assert part in value, f"{page!r}: {name}: {value}"
    policy = page.header("content-security-policy")
    assert "unsafe-inline" not in policy and "unsafe-eval" not in policy and "*" not in policy
    assert page.header("server") is None and page.header("x-powered-by") is None
    assert page.header("strict-transport-security") is None, "HSTS over plain HTTP"


def stylesheet(page):
    link = page.dom.first("link", rel="stylesheet")
    return link.get("href")


def test_R71_headers_are_on_every_kind_of_answer(demo):
    for base in (demo.public, demo.desk):
        visitor = Visitor(base, site="public" if base == demo.public else "desk")
        start = visitor.get("/report" if base == demo.public else "/sign-in")
        asset = visitor.request("GET", stylesheet(start))
        unchanged = visitor.request("GET", stylesheet(start), headers={"If-None-Match": asset.header("etag")})
        assert asset.status == 200 and unchanged.status == 304
        answers = [start, asset, unchanged, visitor.get("/nothing-here"), visitor.request("GET", "/healthz"),
                   visitor.request("DELETE", "/report"), visitor.post("/report", [("go", "on")]),
                   visitor.request("HEAD", "/healthz"), visitor.request("GET", "/leave")]
        for page in answers:
            assert_headers(page)
            # The public site's one script may open a page and reach nobody; the desk's may ask the desk.
            policy = page.header("content-security-policy")
            assert "script-src 'self';" in policy + ";" and ("connect-src" in policy) == (base == demo.desk), page


def test_healthz_is_one_word_on_each_listener(demo):
    for base in (demo.public, demo.desk):
        page = Visitor(base).request("GET", "/healthz")
        assert page.status == 200 and len(page.body.split()) == 1 and len(page.body) < 32


def test_R06_pages_with_answers_are_no_store_and_have_no_validators(visitor):
    check = to_check(visitor, "x")
    check.submit("go=send")
    visitor.get("/return")
    to_words(visitor).submit("go=on")
    for page in visitor.seen:
        assert "no-store" in (page.header("cache-control") or ""), page
        assert page.header("etag") is None and page.header("last-modified") is None, page


@pytest.mark.parametrize("method, path, status", [
    ("GET", "/nothing-here", 404), ("GET", "/sign-in", 404), ("GET", "/report/../../etc/passwd", 404),
    ("DELETE", "/report", 405), ("PUT", "/return", 405), ("POST", "/leave", 405)])
def test_R18_error_pages_are_our_own_and_carry_the_numbers(visitor, method, path, status):
    page = visitor.request(method, path)
    assert page.status == status and page.is_html
    assert_numbers(page)
    assert page.h1 and page.dom.first("html").get("lang")
    assert inner_workings(page.markup) == []


def test_R18_a_body_that_is_too_big_is_a_413_page_with_the_numbers(visitor):
    """Up to 8 MiB of what comes after the answer is read, so that a browser that is still sending sees the page."""
    page = visitor.post("/report", b"narrative=" + b"a" * (6 << 20))
    assert page.status == 413 and page.is_html
    assert_numbers(page)
    assert "Too big to read" in page.text


def test_a_body_without_end_is_cut_off_and_harms_nobody(demo, visitor):
    try:
        page = visitor.post("/report", b"narrative=" + b"a" * (64 << 20))
        assert page.status == 413
    except OSError:
        pass
    assert Visitor(demo.public, timeout=5).get("/report").status == 200


def test_R45_the_desk_cannot_be_reached_through_the_public_listener(demo):
    public = Visitor(demo.public)
    nowhere = public.get("/nothing-here")
    for path in ("/sign-in", "/queue", "/desk", "/admin"):
        page = public.get(path)
        assert page.status == 404 and page.markup == nowhere.markup
        assert page.dom.first("input", name="passphrase") is None
    assert Visitor(demo.desk, site="desk").get("/report").status in (303, 404)
    assert public.request("GET", "/", headers={"Host": urlsplit(demo.desk).netloc}).dom.first("input", name="passphrase") is None


MALFORMED = [
    b"GET /report HTTP/1.1\r\n\r\n",
    b"GET / HTTP/9.9\r\nHost: x\r\n\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 64,
    b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"b" * 100_000 + b"\r\n\r\n",
    b"POST /report HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
    b"POST /report HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    b"POST /report HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    b"GET /%zz%00 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: x\r\nBad Header: y\r\n\r\n",
]


@pytest.mark.parametrize("data", MALFORMED, ids=range(len(MALFORMED)))
def test_malformed_requests_get_a_refusal_and_harm_nobody(demo, data):
    answer = raw_exchange(demo.public, data, timeout=5)
    assert inner_workings(answer.decode("latin-1")) == []
    assert b" 500 " not in answer.split(b"\r\n")[0]
    assert Visitor(demo.public).get("/report").status == 200


BODIES = [
    b"", b"&&&&", b"=", b"go=on&state=", b"go=on&state=" + b"A" * 5000, b"%", b"%zz=%", b"narrative=%ff%fe%00",
    b"narrative=%ed%a0%80&go=on", b"go=on&" + b"a=1&" * 20_000, b"\0\1\2\3", b"token=x&state=y&fill=z&go=send",
]


@pytest.mark.parametrize("body", BODIES, ids=range(len(BODIES)))
def test_malformed_bodies_get_a_clear_page(visitor, body):
    page = visitor.post("/report", body)
    assert page.status in (200, 400, 413, 422) and page.is_html
    assert_numbers(page)
    assert inner_workings(page.markup) == []


HOSTILE = {
    "script": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "end of the box": "</textarea></form></main><script>alert(1)</script>",
    "template": "{{narrative}} {{{state}}} {{#a}}x{{/a}} {{>layout}} ${7*7} <%= 7 %>",
    "sql": "'; DROP TABLE item; -- \" OR 1=1",
    "prepend mark": "\u0600<script>alert(1)</script>\u0600\"\u0600'",
    "combining mark": "\"\u0301 onmouseover=alert(1) <\u0301b>",
    "bidi": "\u202eevil\u202c \u2066isolated\u2069 \u200f\u200e",
    "four bytes": "😀 𐍈 🏴\U000e0067\U000e0062\U000e007f 你好 سلام",
    "newlines": "\none\r\ntwo\rthree\u2028four",
    "formula": "=cmd|'/c calc'!A0\t+1 @SUM(1)",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_R44_hostile_text_comes_back_inert(visitor, text):
    plain = to_check(visitor, "plain words")
    with unrecorded():
        check = to_check(visitor, text)
    assert [e.tag for e in check.dom.walk() if e.tag != "br"] == [e.tag for e in plain.dom.walk() if e.tag != "br"]
    shown = " ".join(text.replace("\u2028", "\n").split())
    assert shown in " ".join(check.main.text.replace("\u2028", "\n").split())
    change = next(b for b in check.form.buttons() if b.get("value", "").startswith("change-"))
    with unrecorded():
        back = check.submit("go=" + change.get("value"))
    if back.form.control("narrative") is not None:
        normal = text.replace("\r\n", "\n").replace("\r", "\n")
        assert dict(back.form.entries())["narrative"].replace("\r\n", "\n").replace("\r", "\n") == normal


def test_R44_a_zero_byte_and_broken_text_are_repaired_and_sent(visitor):
    words = to_words(visitor)
    hidden = [(name, value) for name, value in words.form.hidden().items()]
    body = encoded(hidden) + b"&narrative=before%00%ff%fe%ed%a0%80after&go=skip"
    page = visitor.post(words.form.action or "/report", body)
    assert is_check(page) and "before" in page.text and "after" in page.text and "\0" not in page.markup
    assert is_sent(page.submit("go=send"))


FOREIGN = [
    {"Origin": "https://elsewhere.example", "Sec-Fetch-Site": "cross-site"},
    {"Origin": "https://elsewhere.example", "Sec-Fetch-Site": None},
    {"Origin": "null", "Sec-Fetch-Site": None},
    {"Origin": None, "Sec-Fetch-Site": "cross-site"},
    {"Origin": None, "Sec-Fetch-Site": "same-site"},
]


@pytest.mark.parametrize("headers", FOREIGN, ids=range(len(FOREIGN)))
def test_R50_a_post_from_another_site_is_refused(visitor, headers):
    check = to_check(visitor, "x")
    refused = check.submit("go=send", headers=headers)
    assert refused.status in (400, 403) and not is_sent(refused)
    assert_numbers(refused)
    assert "We found nothing" in journey.return_with(visitor, check.code).text


def test_R50_same_host_and_other_port_is_another_site(demo, visitor):
    check = to_check(visitor, "x")
    refused = check.submit("go=send", headers={"Origin": demo.desk, "Sec-Fetch-Site": None})
    assert refused.status in (400, 403)


def test_a_post_with_neither_origin_nor_fetch_header_passes_with_its_token_and_not_without(visitor):
    bare = {"Origin": None, "Sec-Fetch-Site": None}
    check = to_check(visitor, "from a text browser")
    spoiled = check.submit("go=send", {"token": "x" * len(check.form.hidden()["token"])}, headers=bare)
    assert not is_sent(spoiled)
    assert is_sent(check.submit("go=send", headers=bare))


def test_R72_fields_that_a_form_does_not_have_change_nothing(visitor):
    check = to_check(visitor, "the words")
    sent = check.submit("go=send", {
        "code": "0000 0000", "narrative": "other words", "wake": "1", "status": "decided", "thread_id": "00", "kind": "x",
        "compartment": "audit", "item": "9", "batch": "1", "danger": "yes", "contact": "details", "reach": "x"})
    assert is_sent(sent) and sent.code == check.code


def test_no_state_is_changed_by_GET(visitor):
    check = to_check(visitor, "x")
    query = encoded(check.form.entries(check.form.button("go=send"))).decode()
    page = visitor.get("/report?" + query)
    assert not is_sent(page)
    assert "We found nothing" in journey.return_with(visitor, check.code).text
