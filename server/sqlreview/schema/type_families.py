"""Whether the two sides of a comparison have types that compare as they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from sqlreview.frozen import frozen
from sqlreview.operations import ColumnType
from sqlreview.patterns import regex
from sqlreview.queries import Predicate, Query, Select, Value, predicates_of
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.resolution import column_of
from sqlreview.schema.sqlite_affinity import affinity_of
from sqlreview.schema.type_comparison import base_type
from sqlreview.schema.value_types import type_of

Family = Literal["text", "number", "uuid", "boolean", "instant"]

_POSTGRES: dict[str, Family] = {
    **dict.fromkeys(("text", "varchar", "char", "bpchar"), "text"),
    **dict.fromkeys(("smallint", "integer", "bigint", "numeric", "real", "double precision"), "number"),
    **dict.fromkeys(("date", "timestamp", "timestamptz"), "instant"),
    "uuid": "uuid",
    "boolean": "boolean",
}
_MYSQL: dict[str, Family] = {
    **dict.fromkeys(("char", "varchar", "text", "tinytext", "mediumtext", "longtext"), "text"),
    **dict.fromkeys(("tinyint", "smallint", "mediumint", "integer", "bigint", "numeric", "float"), "number"),
    "double precision": "number",
}
_KINDS = ("equality", "inequality", "range", "between", "in-list", "in-subquery")
_NUMBER = regex(r"\s*+[+-]?+(?:\d++(?:\.\d*+)?+|\.\d++)(?:[eE][+-]?+\d++)?+\s*+|(?i:nan|[+-]?inf(?:inity)?)")
_TEMPLATE = regex(r"[{}$%?@<>]|:\w")


@frozen
class TypeMismatch:
    """A comparison of values of different families."""

    predicate: Predicate
    left: str
    """What stands on the left, for a message: "the text `number`"."""
    right: str
    is_refused: bool
    """Whether the server refuses the comparison; otherwise it converts one side."""
    unquoted: tuple[Value, ...] = ()
    """The numbers that would compare as texts if they were quoted."""


def type_mismatches(query: Query, catalog: Catalog) -> Iterator[TypeMismatch]:
    """The comparisons whose sides are known to be of types that do not go together."""
    for predicate in predicates_of(query):
        if predicate.kind in _KINDS and predicate.left is not None and not predicate.quantifier:
            found = _mismatch(predicate, predicate.left, query, catalog)
            if found is not None:
                yield found


def _mismatch(predicate: Predicate, left: Value, query: Query, catalog: Catalog) -> TypeMismatch | None:
    for other, level in _others(predicate, query):
        for column, value, inside in ((left, other, level), (other, left, query)):
            if column.column is None:
                continue
            kind = _family(column, query if column is left else level, catalog)
            if kind is not None:
                found = _against(kind, column, value, inside, predicate, catalog)
                if found is not None:
                    return found
    return None


def _others(predicate: Predicate, query: Query) -> Iterator[tuple[Value, Query]]:
    """The values the left side is compared with, each with the query level it belongs to."""
    inner = predicate.subquery
    if inner is not None:
        if isinstance(inner, Select) and len(inner.outputs) == 1:
            yield inner.outputs[0].value, inner
    elif predicate.kind == "in-list":
        yield from ((item, query) for item in (predicate.right.items if predicate.right else ()))
    elif predicate.kind == "between":
        yield from ((bound, query) for bound in predicate.bounds)
    elif predicate.right is not None:
        yield predicate.right, query


def _against(
    kind: Family, column: Value, value: Value, level: Query, predicate: Predicate, catalog: Catalog
) -> TypeMismatch | None:
    family = catalog.session.family
    other: str | None
    if value.kind == "string":
        is_number = _NUMBER.fullmatch(value.string or "") or _TEMPLATE.search(value.string or "")
        if kind != "number" or is_number:
            return None
        other = "the text"
    elif value.kind == "number":
        if kind == "number" or (family != "postgres" and kind != "text"):
            return None
        other = "the number"
    else:
        found = _family(value, level, catalog)
        if found is None or found == kind:
            return None
        other = f"the {_WORDS[found]}"
    unquoted = _numbers(predicate) if kind == "text" and value.kind == "number" else ()
    return TypeMismatch(
        predicate=predicate,
        left=f"the {_WORDS[kind]} `{column.text}`",
        right=f"{other} {f'`{value.text}`' if value.kind != 'string' else value.text}",
        is_refused=family == "postgres",
        unquoted=unquoted,
    )


_WORDS: dict[Family, str] = {
    "text": "text",
    "number": "number",
    "uuid": "uuid",
    "boolean": "boolean",
    "instant": "date",
}


def _numbers(predicate: Predicate) -> tuple[Value, ...]:
    items = predicate.right.items if predicate.kind == "in-list" and predicate.right else predicate.values
    return tuple(value for value in items if value.kind == "number")


def _family(value: Value, query: Query, catalog: Catalog) -> Family | None:
    match catalog.session.family:
        case "postgres":
            name = type_of(value, query, catalog) if value.kind in ("column", "cast") else None
            return _POSTGRES.get(name) if name else None
        case "mysql":
            kind = _column_type(value, query, catalog)
            return _MYSQL.get(kind.name) if kind else None
    kind = _column_type(value, query, catalog)
    affinity = affinity_of(kind) if kind else None
    return "text" if affinity == "text" else "number" if affinity in ("integer", "real") else None


def _column_type(value: Value, query: Query, catalog: Catalog) -> ColumnType | None:
    found = column_of(value.column, query, catalog) if value.column else None
    return base_type(found[1].type, catalog) if found and found[1].type else None
