"""Reads the case files of this folder: `== title` lines, each followed by one case."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

_NAMES = {"␍": "\r", "⟨BOM⟩": "\ufeff"}


def pieces(name: str) -> list[str]:
    """The lines of a file, with backslash escapes, from which random SQL is put together."""
    lines = (Path(__file__).parent / name).read_text(encoding="ascii").splitlines()
    return [line.encode().decode("unicode_escape") for line in lines]


def cases(name: str) -> list[object]:
    """The cases of a file as pytest parameters."""
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    for written, meant in _NAMES.items():
        text = text.replace(written, meant)
    parts = re.split(r"^== (.*)\n", text, flags=re.M)
    return [pytest.param(body, id=title) for title, body in zip(parts[1::2], parts[2::2], strict=True)]
