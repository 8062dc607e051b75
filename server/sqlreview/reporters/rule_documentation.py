"""What a rule says about itself: its docstring in parts and its options."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from sqlreview.options import model_of, option_names
from sqlreview.rule import Rule

_HEADING = re.compile(r"([A-Z][A-Za-z ]{1,30}+):(?=\s)")


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a docstring that begins with a heading: `Why: ...`."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Option:
    """A field of a rule as it is written in the configuration."""

    name: str
    type: str
    default: str
    """As TOML."""
    meaning: str


@dataclass(frozen=True, slots=True)
class RuleDocumentation:
    """The documentation of a rule."""

    title: str
    introduction: str
    sections: tuple[Section, ...]
    options: tuple[Option, ...]


def documentation_of(rule: type[Rule[Any]]) -> RuleDocumentation:
    """The documentation that the docstrings of a rule and of its options hold."""
    title, *paragraphs = _paragraphs(inspect.cleandoc(rule.__doc__ or ""))
    introduction: list[str] = []
    sections: list[tuple[str, list[str]]] = []
    for paragraph in paragraphs:
        match = _HEADING.match(paragraph)
        if match:
            sections.append((match[1], [paragraph[match.end() :].strip()]))
        elif sections:
            sections[-1][1].append(paragraph)
        else:
            introduction.append(paragraph)
    return RuleDocumentation(
        title=" ".join(title.split()),
        introduction="\n\n".join(introduction),
        sections=tuple(Section(heading, _sentences("\n\n".join(texts))) for heading, texts in sections),
        options=options_documentation(rule),
    )


def title_of(rule: type[Rule[Any]]) -> str:
    """The first sentence of a rule's docstring."""
    return " ".join(_paragraphs(inspect.cleandoc(rule.__doc__ or ""))[0].split())


def options_documentation(rule: type[Rule[Any]]) -> tuple[Option, ...]:
    """The options of a rule in the order of its fields."""
    if not option_names(rule):
        return ()
    schema = model_of(rule).model_json_schema()
    definitions = schema.get("$defs", {})
    return tuple(
        Option(
            name=name,
            type=type_name(option, definitions),
            default=as_toml(option.get("default")),
            meaning=" ".join(option.get("description", "").split()),
        )
        for name, option in schema["properties"].items()
    )


def type_name(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> str:
    """A JSON schema's type in words: `list of strings`."""
    if "$ref" in schema:
        return type_name(definitions[schema["$ref"].rpartition("/")[2]], definitions)
    if "anyOf" in schema:
        names = [type_name(branch, definitions) for branch in schema["anyOf"] if branch.get("type") != "null"]
        return " or ".join(dict.fromkeys(names))
    if "enum" in schema or "const" in schema:
        return " or ".join(as_toml(value) for value in schema.get("enum", [schema.get("const")]))
    return _simple_type(schema, definitions)


def _simple_type(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> str:
    match schema.get("type"):
        case "array":
            return f"list of {type_name(schema.get('items', {}), definitions)}s"
        case "object":
            return "table"
        case "integer":
            return "whole number"
        case "boolean":
            return "true or false"
        case str(name):
            return name
    return "anything"


def as_toml(value: object) -> str:
    """A value as it is written in the configuration; nothing for a value that is not set."""
    match value:
        case None:
            return ""
        case Enum():
            return as_toml(value.value)
        case frozenset() | set():
            return as_toml(sorted(value, key=str))
        case Mapping():
            inner = ", ".join(f"{_toml_key(str(key))} = {as_toml(item)}" for key, item in value.items())
            return f"{{ {inner} }}" if inner else "{}"
        case tuple() | list():
            return f"[{', '.join(as_toml(item) for item in value)}]"
    return json.dumps(value, ensure_ascii=False)


def _toml_key(key: str) -> str:
    return key if re.fullmatch(r"[A-Za-z0-9_-]++", key) else json.dumps(key)


def _sentences(text: str) -> str:
    return text[:1].upper() + text[1:]


def _paragraphs(text: str) -> list[str]:
    return re.split(r"\n{2,}", text) or [""]
