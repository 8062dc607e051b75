"""What a configuration file can say at a place, and what it means: keys, rules, packs, options and their values."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from os.path import basename
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from lsprotocol.types import CompletionItemKind as Kind

from sqlreview.config_checks import GROUPS
from sqlreview.config_files import PYPROJECT
from sqlreview.config_model import PathSettings, Settings
from sqlreview.findings import Severity
from sqlreview.lsp.completion import Suggestion, Suggestions, rule_suggestions
from sqlreview.lsp.hover import Information, rule_text
from sqlreview.lsp.toml_places import TomlPlace, Word, place_at
from sqlreview.options import Options, kebab, option_names
from sqlreview.packs import load_packs
from sqlreview.patterns import regex
from sqlreview.reporters.rule_documentation import Option, options_documentation
from sqlreview.rule import Rule
from sqlreview.sql.engines import SUPPORTED_VERSIONS
from sqlreview.text import Span

_RULE_LISTS = frozenset({"select", "extend-select", "ignore", "extend-ignore"})
_LEVELS = (*(level.value for level in Severity), "off")
_SIZES = ("small", "medium", "large")
_GROUP_MEANINGS = {"default": "the rules of the profile", "all": "all rules"}
_BARE_KEY = regex(r"[A-Za-z0-9_-]++")
_LINK = regex(r"\[([^\]]*+)\]\([^)]*+\)")
Keys = tuple[str, ...]


def prefix_of(path: str) -> Keys:
    """The keys of the table that holds the settings in a configuration file."""
    return ("tool", "sqlreview") if basename(path) == PYPROJECT else ()


def settings_suggested(path: str, text: str, offset: int) -> Suggestions | None:
    """What can be written at a place of a configuration file; None where nothing is known to belong there."""
    place = place_at(text, offset)
    if place is None:
        return None
    fitting = _fitting(place, prefix_of(path))
    word = place.word
    beginning = text[word.at.start : offset].lower() if word and offset >= word.at.start else ""
    chosen = tuple(_written(item, place.kind, word) for item in fitting if beginning in item.label.lower())
    return Suggestions(word.at if word else Span(offset, offset), chosen)


def setting_explained(path: str, text: str, offset: int) -> Information | None:
    """What the word at a place of a configuration file means."""
    place = place_at(text, offset)
    if place is None or place.word is None:
        return None
    word = place.word
    prefix = prefix_of(path)
    around = _below(place.path, prefix)
    if around is None:
        return None
    rule = load_packs().rule(word.text)
    if rule is not None:
        return Information(f"{rule_text(rule)}{_options_text(rule)}", word.at)
    markdown = _about_key(around, word.text) if place.kind != "value" else _about_value(around, word.text)
    return Information(markdown, word.at) if markdown else None


# -- what fits -------------------------------------------------------------------------------------------------------


def _fitting(place: TomlPlace, prefix: Keys) -> Iterable[Suggestion]:
    around = _below(place.path, prefix)
    if around is None:
        part = prefix[len(place.path) :] if place.path == prefix[: len(place.path)] else ()
        return (Suggestion(".".join(part), Kind.Module, "settings"),) if part and place.kind == "header" else ()
    match place.kind:
        case "header":
            return _headers(around, place.is_array)
        case "key":
            return _keys(around)
        case "value":
            return _values(around, place.is_item)


def _below(path: Keys, prefix: Keys) -> Keys | None:
    """The keys below the table of settings; None for a place outside of it."""
    return path[len(prefix) :] if path[: len(prefix)] == prefix else None


def _headers(around: Keys, is_array: bool) -> Iterator[Suggestion]:
    if around and around[-1] == "options":
        yield from _rules_with_options()
        return
    declaration = _declaration(around)
    for item in _options_of(declaration) if declaration is not None else ():
        if (item.name == "overrides") if is_array else (item.type == "table"):
            yield _key(item)


def _keys(around: Keys) -> Iterator[Suggestion]:
    declaration = _declaration(around)
    if declaration is not None:
        yield from (_key(item) for item in _options_of(declaration) if item.name != "overrides")
    elif around[-1] == "severity":
        yield from rule_suggestions()
    elif around[-1] == "options":
        yield from _rules_with_options()
    elif len(around) > 1 and around[-2] == "tables":
        yield Suggestion("rows", Kind.Property, "how many rows the table has")


def _rules_with_options() -> Iterator[Suggestion]:
    """The rules that have a table of their own."""
    known = {rule.id for rule in load_packs().rules if option_names(rule)}
    return (item for item in rule_suggestions(packs=False) if item.rule in known)


def _key(item: Option) -> Suggestion:
    return Suggestion(item.name, Kind.Property, item.type, _meaning(item))


def _values(around: Keys, is_item: bool) -> Iterator[Suggestion]:
    if not around:
        return
    *tables, key = around
    declaration = _declaration(tuple(tables))
    if declaration in (Settings, PathSettings) and key in _RULE_LISTS:
        yield from (Suggestion(name, Kind.Constant, _GROUP_MEANINGS[name]) for name in GROUPS)
        yield from rule_suggestions()
        return
    kind = _kinds(declaration).get(key) if declaration is not None else None
    choices = _named(key if kind is not None else tables[-1] if tables else "", declaration) or _choices(kind)
    shown = Kind.Value if is_item else Kind.EnumMember
    yield from (Suggestion(choice, shown) for choice in choices)


def _named(key: str, declaration: type[Options] | None) -> tuple[str, ...]:
    """The names that a key of the settings, or a table of them, takes where its type does not say so."""
    if declaration not in (None, Settings):
        return ()
    match key:
        case "engine" | "engines":
            return tuple(SUPPORTED_VERSIONS)
        case "convention" | "conventions":
            from sqlreview.migrations.conventions import IDS

            return IDS
        case "severity":
            return _LEVELS
        case "tables":
            return _SIZES
    return ()


def _choices(kind: Any) -> tuple[str, ...]:
    """The values that a type allows, where they can be counted."""
    origin = get_origin(kind)
    if origin is Literal:
        return tuple(str(choice) for choice in get_args(kind))
    if origin in (Union, UnionType):
        return tuple(choice for branch in get_args(kind) for choice in _choices(branch))
    if origin in (tuple, frozenset):
        return _choices(get_args(kind)[0])
    if kind is bool:
        return ("true", "false")
    if isinstance(kind, type) and issubclass(kind, Enum):
        return tuple(str(member.value) for member in kind)
    return ()


def _written(item: Suggestion, kind: str, word: Word | None) -> Suggestion:
    """The suggestion with what has to be written for it, in quotes where these are needed and not there."""
    if word is not None and word.quote:
        text = item.label + ("" if word.is_closed else word.quote)
    elif kind == "value":
        text = item.label if item.label in ("true", "false") else json.dumps(item.label)
    else:
        is_bare = all(_BARE_KEY.fullmatch(part) for part in item.label.split("."))
        text = item.label if is_bare else json.dumps(item.label)
    return item.writing(text)


# -- what it means ---------------------------------------------------------------------------------------------------


def _about_key(around: Keys, name: str) -> str | None:
    declaration = _declaration(around)
    option = next((item for item in _options_of(declaration) if item.name == name), None) if declaration else None
    if option is not None:
        return f"`{name}` · {option.type}\n\n{_meaning(option)}"
    return _about_pack(name) if around and around[-1] == "severity" else None


def _about_value(around: Keys, name: str) -> str | None:
    """The meaning of a pack, or of the key that gets the value."""
    if not around:
        return None
    is_listed = around[-1] in _RULE_LISTS and _declaration(around[:-1]) in (Settings, PathSettings)
    return (_about_pack(name) if is_listed else None) or _about_key(around[:-1], around[-1])


def _about_pack(name: str) -> str | None:
    rules = [rule for rule in load_packs().rules if rule.id.partition("/")[0] == name]
    if not rules:
        return None
    enabled = sum(rule.enabled for rule in rules)
    return f"`{name}` · pack of {len(rules)} rules, of which {enabled} are on by default"


def _options_text(rule: type[Rule[Any]]) -> str:
    options = _options_of(rule)
    lines = (f"- `{item.name}` ({item.type}): {_meaning(item)}" for item in options)
    return "\n\n**Options:**\n\n" + "\n".join(lines) if options else ""


def _meaning(item: Option) -> str:
    default = f" Default: `{item.default}`." if item.default else ""
    return _LINK.sub(r"\1", item.meaning) + default


# -- what a table declares -------------------------------------------------------------------------------------------


def _declaration(tables: Keys) -> type[Options] | None:
    """The class whose options are the keys of a table; None for tables whose keys are names."""
    match tables:
        case ():
            return Settings
        case ("overrides",):
            return PathSettings
        case ("options", rule_id) | ("overrides", "options", rule_id):
            return load_packs().rule(rule_id)
    return None


_known: dict[type[Options], tuple[Option, ...]] = {}


def _options_of(declaration: type[Options]) -> tuple[Option, ...]:
    if declaration not in _known:
        _known[declaration] = options_documentation(declaration)
    return _known[declaration]


def _kinds(declaration: type[Options]) -> Mapping[str, Any]:
    kinds = get_type_hints(declaration)
    return {kebab(name): kinds[name] for name in option_names(declaration)}
