"""What the checks of `make lint` share: which files are the project's, and how a check reports and proves itself."""

import os
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def project_files(root=ROOT):
    """Paths, from the root, of every file that git tracks or would track."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=root, capture_output=True, check=True).stdout.decode()
    return sorted(path for path in set(listed.split("\0")) if path and os.path.isfile(os.path.join(root, path)))


def text_of(root, path):
    """The file's text, or None where it is not text."""
    with open(os.path.join(root, path), "rb") as file:
        raw = file.read()
    if b"\0" in raw[:8192]:
        return None
    return raw.decode("utf-8", "replace")


def planted(files):
    """A throw-away repository holding `files` (path to text), to show a check something wrong."""
    place = tempfile.TemporaryDirectory(prefix="heed-lint-")
    subprocess.run(["git", "init", "-q", place.name], check=True)
    for path, text in files.items():
        full = os.path.join(place.name, path)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full, "w", encoding="utf-8") as file:
            file.write(text)
    subprocess.run(["git", "add", "--force", "."], cwd=place.name, check=True)
    return place


def run(name, check, self_test):
    """`check(root)` returns complaints. With --self-test, `self_test()` must show that it can complain."""
    if sys.argv[1:] == ["--self-test"]:
        self_test()
        return
    complaints = check(ROOT)
    for complaint in complaints:
        print(f"{name}: {complaint}", file=sys.stderr)
    if complaints:
        sys.exit(1)


def expect(name, complaints, *needles):
    """In a self-test: exactly the complaints that contain the needles, one each, in any order."""
    left = list(complaints)
    for needle in needles:
        found = next((line for line in left if needle in line), None)
        if found is None:
            sys.exit(f"{name} --self-test: expected a complaint about {needle!r}, got {complaints}")
        left.remove(found)
    if left:
        sys.exit(f"{name} --self-test: complained without cause: {left}")
