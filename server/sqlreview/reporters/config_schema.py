"""The JSON schema of the configuration file, for editors."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlreview.config_model import PathSettings, Settings
from sqlreview.migrations.conventions import IDS
from sqlreview.options import model_of, option_names
from sqlreview.reporters.rule_documentation import title_of
from sqlreview.rule import Rule
from sqlreview.table_sizes import SIZE_CLASSES

_COUNT = {"minimum": 0, "type": "integer"}
_COUNTS: dict[str, Any] = {
    "additionalProperties": False,
    "minProperties": 1,
    "properties": {"rows": _COUNT, "bytes": _COUNT},
    "type": "object",
}
_TABLE_SIZE = {"anyOf": [{"enum": list(SIZE_CLASSES)}, _COUNTS]}


def config_schema(rules: Iterable[type[Rule[Any]]]) -> dict[str, Any]:
    """The JSON schema of the configuration with the options of these rules; others are allowed."""
    schema = model_of(Settings).model_json_schema()
    override = model_of(PathSettings).model_json_schema()
    definitions = schema.setdefault("$defs", {})
    definitions |= override.pop("$defs", {})
    options: dict[str, Any] = {}
    for rule in rules:
        if option_names(rule):
            own = model_of(rule).model_json_schema(ref_template="#/$defs/{model}")
            definitions |= own.pop("$defs", {})
            own["description"] = title_of(rule)
            options[rule.id] = own
    definitions["Level"] = schema["properties"]["severity"]["additionalProperties"]
    definitions["Levels"] = {
        "additionalProperties": {"$ref": "#/$defs/Level"},
        "properties": {rule.id: {"$ref": "#/$defs/Level", "description": title_of(rule)} for rule in rules},
        "type": "object",
    }
    definitions["RuleOptions"] = {"additionalProperties": True, "properties": options, "type": "object"}
    schema["properties"]["convention"] |= {"anyOf": [{"enum": list(IDS)}, {"type": "null"}]}
    schema["properties"]["conventions"]["additionalProperties"] = {"enum": list(IDS)}
    definitions["TableSize"] = _TABLE_SIZE
    for table in (schema, override):
        _refer(table["properties"], "severity", "Levels")
        _refer(table["properties"], "options", "RuleOptions")
        table["properties"]["tables"]["additionalProperties"] = {"$ref": "#/$defs/TableSize"}
    definitions["Overrides"] = override
    schema["properties"]["overrides"]["items"] = {"$ref": "#/$defs/Overrides"}
    title = "Configuration of sqlreview"
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": title}


def _refer(properties: dict[str, Any], key: str, definition: str) -> None:
    """Keeps what describes a key and leaves what it may hold to a definition."""
    kept = {name: value for name, value in properties[key].items() if name in ("default", "description", "examples")}
    properties[key] = {"$ref": f"#/$defs/{definition}", **kept}
