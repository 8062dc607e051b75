"""What a rule says about itself: its docstring in parts and its options."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from sqlreview.options import Options, kebab, meanings_of, option_names
from sqlreview.patterns import regex
from sqlreview.rule import Rule

_PLAIN = {int: "whole number", float: "number", bool: "true or false", str: "string"}
_HEADING = regex(r"([A-Z][A-Za-z ]{1,30}+):(?=\s)")


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


def options_documentation(rule: type[Options]) -> tuple[Option, ...]:
    """The options of a rule, or of any other class with options, in the order of its fields."""
    kinds, meanings = get_type_hints(rule), meanings_of(rule)
    return tuple(
        Option(
            name=kebab(name),
            type=_type_name(kinds[name]),
            default=as_toml(getattr(rule, name, None)),
            meaning=" ".join(meanings.get(name, "").split()),
        )
        for name in option_names(rule)
    )


def _type_name(kind: Any) -> str:
    """The type of an option in words: `list of strings`."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return " or ".join(dict.fromkeys(_type_name(branch) for branch in inner if branch is not NoneType))
    if origin is Literal:
        return " or ".join(as_toml(value) for value in inner)
    if origin in (tuple, frozenset):
        return f"list of {_type_name(inner[0])}s"
    if origin is not None:
        return "table"
    if isinstance(kind, type) and issubclass(kind, Enum):
        return " or ".join(as_toml(member) for member in kind)
    return _PLAIN.get(kind, "anything")


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
