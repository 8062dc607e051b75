"""Reads the configurations of `cases.txt` and compares what becomes of them, or what is said against them.

A case is `=== title`, the text of a `sqlreview.toml` (`=== pyproject: title` for a `pyproject.toml`), `---`, and the
outcome: the settings that differ from the defaults, or the error. `UPDATE=1 pytest tests/config` writes the outcomes.
"""

from __future__ import annotations

import os
import re
from dataclasses import fields
from pathlib import Path
from typing import Literal

import pytest

from sqlreview.config import Config, ConfigError, find_config, load_config, read_config
from sqlreview.operations import CreateTable
from sqlreview.packs import Packs
from sqlreview.rule import Rule

CASES = Path(__file__).parent / "cases.txt"


class Short(Rule[CreateTable]):
    """A short name."""

    id = "names/short"

    shortest: int = 3
    """Letters it must have."""
    allowed_names: frozenset[str] = frozenset()
    """Names that are fine."""
    style: Literal["snake", "camel"] = "snake"
    """How names are written."""


class Odd(Rule[CreateTable]):
    """An odd name."""

    id = "names/odd-name"


class Off(Rule[CreateTable]):
    """Off by default."""

    id = "tables/off"
    enabled = False


PACKS = Packs((Odd, Short, Off))


def cases() -> list[tuple[str, str, str]]:
    found = re.findall(r"(?ms)^=== ([^\n]*)\n(.*?)^---\n(.*?)(?=^=== |\Z)", CASES.read_text(encoding="utf-8"))
    return [(title, text, outcome) for title, text, outcome in found]


def outcome_of(title: str, text: str, folder: Path) -> str:
    source = folder / ("pyproject.toml" if title.startswith("pyproject") else "sqlreview.toml")
    source.write_text(text, encoding="utf-8")
    if find_config(folder) is None:
        return "no configuration\n"
    try:
        config = read_config(source, PACKS)
    except ConfigError as error:
        return f"error: {error}\n".replace(f"{folder}{os.sep}", "")
    return described(config)


def described(config: Config) -> str:
    default = load_config({}, PACKS)
    lines = []
    for field in fields(Config):
        value = getattr(config, field.name)
        if field.name not in ("root", "source") and value != getattr(default, field.name):
            lines.append(f"{field.name}: {shown(value)}")
    return "\n".join(lines or ["as by default"]) + "\n"


def shown(value: object) -> str:
    if isinstance(value, tuple) and all(isinstance(item, Rule) for item in value):
        return ", ".join(f"{rule.id}({rule})" for rule in value)
    if isinstance(value, dict):
        return ", ".join(f"{key} = {item}" for key, item in value.items())
    return str(value)


@pytest.mark.parametrize(("title", "text", "outcome"), cases(), ids=[case[0] for case in cases()])
def test_case(title: str, text: str, outcome: str, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    actual = outcome_of(title, text, tmp_path)
    if os.environ.get("UPDATE"):
        whole = CASES.read_text(encoding="utf-8")
        CASES.write_text(whole.replace(f"=== {title}\n{text}---\n{outcome}", f"=== {title}\n{text}---\n{actual}"))
    assert actual == outcome


def test_the_nearest_configuration_up_to_the_repository_holds(tmp_path: Path) -> None:
    (tmp_path / "sqlreview.toml").write_text("")
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    assert find_config(inner / "new.sql") == tmp_path / "sqlreview.toml"
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.sqlreview]\n")
    assert find_config(inner) == tmp_path / "a" / "pyproject.toml"
    (inner / ".git").mkdir()
    assert find_config(inner) is None
    (inner / "pyproject.toml").write_text('[project]\nname = "sqlreview-user"\n')
    assert find_config(inner) is None
