"""Writes what editors show of the configuration: the settings of the VS Code extension, one for each key."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

MANIFEST = "editors/vscode/package.json"
TITLE = "Review"
LEFT_OUT = frozenset({"extends", "schema", "sizes", "tables", "overrides", "fail-on", "released", "include"})
"""Keys that name files beside the configuration, or are for CI alone."""


def manifest_text(checkout: Path, schema: dict[str, Any]) -> str:
    """The extension's manifest with a setting for each key of the configuration that an editor may set."""
    manifest = json.loads((checkout / MANIFEST).read_text(encoding="utf-8"))
    properties = {f"sqlreview.{_camel(key)}": _setting(key, schema) for key in schema["properties"]}
    section = {
        "title": TITLE,
        "properties": {name: value for name, value in properties.items() if value is not None},
    }
    sections = [item for item in manifest["contributes"]["configuration"] if item["title"] != TITLE]
    manifest["contributes"]["configuration"] = [*sections, section]
    return json.dumps(manifest, indent=2, ensure_ascii=False) + "\n"


def _setting(key: str, schema: dict[str, Any]) -> dict[str, Any] | None:
    """The setting for a key; a key without one keeps the default of the server, so none has a default of its own."""
    if key in LEFT_OUT:
        return None
    found = schema["properties"][key]
    text = re.sub(r"\s*\n\s*", " ", found["description"])
    text = re.sub(r"\[([^\]]+)\]\([^)]*\.md\)", r"\1", text)
    shown = {"markdownDescription": f"{text} A `sqlreview.toml` wins over this setting.", **_kind(found, schema)}
    examples = [item for item in found.get("examples", ()) if isinstance(item, dict) == (shown["type"] == "object")]
    return shown | ({"examples": examples} if examples and shown["type"] == "string" else {})


def _kind(found: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    if "enum" in found:
        return {"type": "string", "enum": found["enum"]}
    if "anyOf" in found:
        kinds = [_kind(item, schema) for item in found["anyOf"] if item.get("type") != "null"]
        return kinds[0] if len(kinds) == 1 else {"type": [kind["type"] for kind in kinds]}
    if found.get("type") == "array":
        return {"type": "array", "items": {"type": "string"}}
    if "$ref" in found or found.get("type") == "object":
        return {"type": "object"} | ({"additionalProperties": {"enum": _levels(schema)}} if _is_levels(found) else {})
    return {"type": found["type"]}


def _is_levels(found: dict[str, Any]) -> bool:
    return str(found.get("$ref", "")).endswith("/Levels")


def _levels(schema: dict[str, Any]) -> list[str]:
    return [*schema["$defs"]["Severity"]["enum"], "off"]


def _camel(key: str) -> str:
    first, *rest = key.split("-")
    return first + "".join(word.capitalize() for word in rest)
