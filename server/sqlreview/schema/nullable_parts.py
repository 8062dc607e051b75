"""Texts that are put together from columns which may be NULL."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.queries import Query, Value, conditions_of, values_of
from sqlreview.queries.strictness import columns_needed
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.resolution import column_of
from sqlreview.schema.row_counts import conjuncts_of
from sqlreview.schema.type_comparison import base_type

_NULL_SAFE = frozenset(("coalesce", "ifnull", "nvl", "concat_ws", "format", "nullif", "string_agg", "group_concat"))
_TEXTS = ("text", "varchar", "char", "bpchar", "citext", "tinytext", "mediumtext", "longtext")
_PLAIN = (*_TEXTS, "smallint", "integer", "bigint", "numeric", "date", "timestamp", "timestamptz", "time", "uuid")


def nullable_parts(query: Query, sql: str, catalog: Catalog) -> Iterator[tuple[Value, bool]]:
    """The columns that may be NULL and are operands of `||` (in MySQL arguments of CONCAT) without being guarded, each
    with whether it is a text itself."""
    is_mysql = catalog.session.family == "mysql"
    if ("concat" not in sql.lower()) if is_mysql else ("||" not in sql):
        return
    seen = set()
    outermost = [*values_of(query)]
    for condition in conditions_of(query):
        outermost += [side for leaf in condition.predicate.comparisons for side in leaf.values]
    for value in outermost:
        for items in _joined(value, is_mysql):
            has_text = any(item.kind == "string" or _type(item, query, catalog) in _TEXTS for item in items)
            for item in items if has_text else ():
                if item.span not in seen and _may_be_null(item, query, catalog):
                    seen.add(item.span)
                    yield item, _type(item, query, catalog) in _TEXTS


def _joined(value: Value, is_mysql: bool) -> Iterator[tuple[Value, ...]]:
    """The operands of every concatenation in a value, but not in calls that take care of NULL."""
    call = value.function
    if call is not None and (call.name in _NULL_SAFE or (call.name == "concat" and not is_mysql)):
        return
    if is_mysql and call is not None and call.name == "concat":
        yield call.arguments
    if not is_mysql and value.kind == "operation" and set(value.operators) == {"||"}:
        yield value.items
    for inner in (*value.items, *(call.arguments if call else ())):
        yield from _joined(inner, is_mysql)


def _type(value: Value, query: Query, catalog: Catalog) -> str | None:
    found = column_of(value.column, query, catalog) if value.column else None
    kind = base_type(found[1].type, catalog) if found and found[1].type else None
    return kind.name if kind and not kind.dimensions else None


def _may_be_null(value: Value, query: Query, catalog: Catalog) -> bool:
    found = column_of(value.column, query, catalog) if value.column else None
    if value.column is None or found is None or found[1].not_null or found[1].generated:
        return False
    if _type(value, query, catalog) not in _PLAIN:
        return False
    others = (part for part in conjuncts_of(query) if not part.span.start <= value.span.start < part.span.end)
    needed = (column for part in others for column in columns_needed(part))
    return not any(column.column == value.column.column for column in needed)
