"""Reads the configurations of `cases.txt` and compares what becomes of them, or what is said against them.

A case is `=== title`, the text of a `sqlreview.toml` (`=== pyproject: title` for a `pyproject.toml`, `=== below: title`
for one in the directory `services/auth`), `---`, and the
outcome: the settings that differ from the defaults, or the errors. `+++ NAME` begins the text of another file,
`>>> PATH` asks for the settings of one path, and `$ ARGUMENTS` gives the command line's word.
`UPDATE=1 pytest tests/config` writes the outcomes.
"""

from __future__ import annotations

import os
import re
import sys
import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Literal

import pytest

from sqlreview.cli_show import shown_config
from sqlreview.config import CommandLine, Config, ConfigError, find_config, load_config, read_config
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


SHOWN = {field.name for field in fields(Config) if field.compare} - {"root", "source", "here", "overrides"}


def cases() -> list[tuple[str, str, str]]:
    found = re.findall(r"(?ms)^=== ([^\n]*)\n(.*?)^---\n(.*?)(?=^=== |\Z)", CASES.read_text(encoding="utf-8"))
    return [(title, text, outcome) for title, text, outcome in found]


def outcome_of(title: str, text: str, folder: Path) -> str:
    place = folder / "services" / "auth" if title.startswith("below") else folder
    place.mkdir(parents=True, exist_ok=True)
    source = place / ("pyproject.toml" if title.startswith("pyproject") else "sqlreview.toml")
    asked = re.findall(r"(?m)^>>> (.*)\n", text)
    said = CommandLine(**dict(re.findall(r"(?m)^\$ (\w+)=(.*)\n", text)))
    own, *others = re.split(r"(?m)^\+\+\+ (.*)\n", re.sub(r"(?m)^(>>>|\$) .*\n", "", text))
    source.write_text(own, encoding="utf-8")
    for name, content in zip(others[::2], others[1::2], strict=True):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    if find_config(place) is None:
        return "no configuration\n"
    try:
        config = read_config(source, PACKS, said)
    except ConfigError as error:
        return "".join(f"error: {one}\n" for one in error.all).replace(f"{folder}{os.sep}", "")
    return described(config, load_config({}, PACKS)) + "".join(asked_for(folder, path, config) for path in asked)


def asked_for(folder: Path, path: str, config: Config) -> str:
    """What holds for one path."""
    place = str(folder / path)
    settings = config.at(place)
    lines = f"{path}: {config.engine_for(place) or 'no engine'}, {config.convention_for(place) or 'no convention'}\n"
    return lines if settings is config else lines + re.sub(r"(?m)^", "  ", described(settings, config)).rstrip(" ")


def described(config: Config, default: Config) -> str:
    lines = []
    for field in fields(Config):
        value = getattr(config, field.name)
        if field.name in SHOWN and value != getattr(default, field.name):
            lines.append(f"{field.name}: {shown(value)}")
    return "\n".join(lines or ["as by default"]) + "\n"


def shown(value: object) -> str:
    if isinstance(value, tuple) and all(isinstance(item, Rule) for item in value):
        return ", ".join(f"{rule.id}({rule})" for rule in value)
    if isinstance(value, tuple) and all(isinstance(item, tuple) for item in value):
        return ", ".join(f"{key} = {item}" for key, item in value)
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


@pytest.mark.parametrize(("title", "text", "outcome"), cases(), ids=[case[0] for case in cases()])
def test_what_is_shown_of_a_configuration_is_the_same_configuration(
    title: str, text: str, outcome: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    outcome_of(title, re.sub(r"(?m)^\$.*\n", "", text), tmp_path)
    source = find_config(tmp_path)
    if outcome.startswith("error: ") or source is None:
        return
    config = read_config(source, PACKS)
    shown = load_config(tomllib.loads(shown_config(str(tmp_path), config)), PACKS)
    assert described(shown, config) == "as by default\n"
    assert shown.overrides == config.overrides


@pytest.mark.parametrize(("title", "text", "outcome"), cases(), ids=[case[0] for case in cases()])
def test_without_pydantic_the_outcome_is_the_same(
    title: str, text: str, outcome: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pydantic", None)
    (tmp_path / ".git").mkdir()
    assert outcome_of(title, text, tmp_path) == outcome


def test_names_of_a_pack_that_could_not_be_loaded_are_not_judged() -> None:
    broken = Packs(PACKS.rules, ("rule pack other of other cannot be loaded: no module",))
    unjudged = {"select": ["other/a", "names"], "severity": {"other": "off"}, "options": {"other/a": {"b": 1}}}
    assert [rule.id for rule in load_config(unjudged, broken).rules] == ["names/odd-name", "names/short"]
    with pytest.raises(ConfigError, match="names/shrt"):
        load_config({"ignore": ["names/shrt"]}, broken)


ROOT = Path(__file__).parents[2]
DOCUMENTATION = "".join((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "docs/configuration.md"))


@pytest.mark.parametrize("text", re.findall(r"(?ms)^```toml\n(.*?)^```", DOCUMENTATION))
def test_the_examples_of_the_documentation_are_valid(text: str) -> None:
    load_config(tomllib.loads(text))


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
