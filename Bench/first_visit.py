"""What a first visit costs: the first page, then the first page of the report, with everything that Chromium fetches."""

import os

from figures import line
from playwright.sync_api import sync_playwright

CHROMIUM = "/usr/bin/chromium"


def visit(browser, demo, coding):
    """Requests, and bytes on the line with their header fields, of a visitor whose browser knows nothing of the site yet."""
    context = browser.new_context(java_script_enabled=False, extra_http_headers={"Accept-Encoding": coding})
    page = context.new_page()
    wire = context.new_cdp_session(page)
    counted = {"requests": 0, "bytes": 0}

    def sent(_):
        counted["requests"] += 1

    def finished(event):
        counted["bytes"] += int(event["encodedDataLength"])

    wire.on("Network.requestWillBeSent", sent)
    wire.on("Network.loadingFinished", finished)
    wire.send("Network.enable")
    page.goto(demo.public + "/", wait_until="networkidle")
    first = counted["bytes"]
    page.click("main a[href='/report']")
    page.wait_for_load_state("networkidle")
    context.close()
    return counted["requests"], counted["bytes"], first


def first_visit(demo):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox"] if os.geteuid() == 0 else [])
        try:
            found = {name: visit(browser, demo, coding)
                     for name, coding in (("plain", "identity"), ("gzip", "gzip"), ("br", "br"))}
        finally:
            browser.close()
    line("first_visit_requests", max(requests for requests, _, _ in found.values()), "count")
    for name, (_, total, first) in found.items():
        line(f"first_page_bytes_{name}", first, "bytes")
        line(f"first_visit_bytes_{name}", total, "bytes")
