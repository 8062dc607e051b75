"""The JSON schema of the configuration speaks of every key, and says of each what the documentation says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from sqlreview.cli import main
from sqlreview.config_model import PathSettings, Settings
from sqlreview.migrations.conventions import IDS
from sqlreview.options import kebab, option_names
from sqlreview.packs import load_packs
from sqlreview.reporters.config_schema import config_schema

SCHEMA = config_schema(load_packs().rules)


def references(part: Any) -> Iterator[str]:
    """Every $ref of a schema."""
    match part:
        case dict():
            for key, value in part.items():
                yield from [value] if key == "$ref" else references(value)
        case list():
            for value in part:
                yield from references(value)


def test_every_key_is_there() -> None:
    assert list(SCHEMA["properties"]) == [kebab(name) for name in option_names(Settings)]
    assert list(SCHEMA["$defs"]["Overrides"]["properties"]) == [kebab(name) for name in option_names(PathSettings)]
    assert SCHEMA["additionalProperties"] is False
    assert all(value["description"] for value in SCHEMA["properties"].values())


def test_every_reference_leads_somewhere() -> None:
    assert {reference.removeprefix("#/$defs/") for reference in references(SCHEMA)} == SCHEMA["$defs"].keys()


def test_rules_and_tools_are_named() -> None:
    assert SCHEMA["$defs"]["Levels"]["properties"].keys() == {rule.id for rule in load_packs().rules}
    assert SCHEMA["properties"]["conventions"]["additionalProperties"]["enum"] == list(IDS)


def test_the_command_prints_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == json.loads(json.dumps(SCHEMA))
