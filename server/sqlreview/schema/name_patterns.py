"""Names against the patterns and templates of a team."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from sqlreview.operations.definitions import Definition
from sqlreview.patterns import regex

_LONGEST = 63
_QUOTES = "\"`[]'"
_SUFFIX = "[a-z0-9_]+"


def written_name(item: Definition, sql: str) -> str | None:
    """A name as it is written, without quotes; None for one that a template fills in."""
    text = item.span.of(sql)
    return None if "{" in text or "$" in text else text.strip(_QUOTES)


@lru_cache(maxsize=64)
def compiled(pattern: str) -> re.Pattern[str] | None:
    """A regular expression from the configuration; None for one that is none."""
    try:
        return regex(pattern)
    except re.error:
        return None


def misnamed(items: Iterable[Definition], sql: str, pattern: str) -> Iterator[Definition]:
    """The definitions whose names do not match a pattern; none where it is no regular expression."""
    expression = compiled(pattern)
    for item in items:
        name = written_name(item, sql)
        if name is not None and expression is not None and not expression.search(name):
            yield item


def follows(name: str, templates: Iterable[str], table: str, columns: Iterable[str]) -> bool:
    """Whether a name is what one of the templates makes of `{table}`, `{columns}` and `{suffix}`; names cut at the
    length limit count, and so do numbers behind them."""
    parts = {"table": table.lower(), "columns": "_".join(column.lower() for column in columns)}
    return any(_fits(name.lower(), template, parts) for template in templates)


def _fits(name: str, template: str, parts: dict[str, str]) -> bool:
    pieces = re.split(r"(\{\w++\})", template)
    made = "".join(_piece(piece, parts) for piece in pieces)
    if re.fullmatch(made + r"[0-9]*+", name):
        return True
    return len(name) >= _LONGEST - 3 and name[:20] == _literal_start(template, parts)[:20]


def _piece(piece: str, parts: dict[str, str]) -> str:
    if piece == "{suffix}":
        return _SUFFIX
    return re.escape(parts.get(piece.strip("{}"), "")) if piece[:1] == "{" else re.escape(piece.lower())


def _literal_start(template: str, parts: dict[str, str]) -> str:
    start = template.partition("{suffix}")[0]
    return start.replace("{table}", parts["table"]).replace("{columns}", parts["columns"]).lower()


def made_from(templates: Iterable[str], table: str, columns: Iterable[str]) -> str | None:
    """The name the first template makes; None where it has a `{suffix}` or the name is too long."""
    template = next(iter(templates), "{suffix}")
    name = template.replace("{table}", table).replace("{columns}", "_".join(columns))
    return name if "{suffix}" not in template and len(name.encode()) <= _LONGEST else None
