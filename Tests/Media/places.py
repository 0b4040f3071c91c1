"""Where sources and results are, and the tools that some tests cannot do without."""

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "Media"
FILM = ROOT / "Sources/HeedPublic/Assets/media"
BOOKLETS = ROOT / "Sources/HeedPublic/Assets/documents"
NAMES = ("travel-risks", "families-together")


def needs(tool, package):
    """A mark that leaves a test out, saying why, where `tool` is not installed."""
    return pytest.mark.skipif(shutil.which(tool) is None, reason=f"{tool} is not installed (Debian package {package})")
