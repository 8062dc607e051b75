"""What PostgreSQL refuses in expressions of indexes and partition keys: parts that are not immutable.

Measured on PostgreSQL 12 to 18; a part whose types are not known is taken for immutable.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.frozen import frozen
from sqlreview.operations import Expression, Name
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.records import Table
from sqlreview.schema.type_comparison import base_type
from sqlreview.sql.cursor import Cursor, folded
from sqlreview.sql.engines import engine_of
from sqlreview.sql.tokens import Tokens
from sqlreview.text import Span

_POSTGRES = engine_of("postgres")
_NEVER_NAMES = """
    now current_date current_time current_timestamp localtime localtimestamp random gen_random_uuid clock_timestamp
    statement_timestamp transaction_timestamp uuid_generate_v4 current_user current_setting concat concat_ws format
    to_char to_date to_number unaccent to_json to_jsonb row_to_json json_build_object jsonb_build_object
    array_to_string make_timestamptz nextval timeofday
"""
_NEVER = frozenset(_NEVER_NAMES.split())
_NEVER_ALONE = frozenset(
    ("age", "to_tsvector", "to_tsquery", "plainto_tsquery", "phraseto_tsquery", "websearch_to_tsquery")
)
_BY_SESSION = {
    "date_trunc": ("timestamptz", "date"),
    "date_part": ("timestamptz",),
    "extract": ("timestamptz",),
    "date": ("timestamptz", "text", "varchar"),
}
"""Functions by the types for which their result depends on settings of the session."""
_CASTS = {
    "date": ("timestamptz", "text", "varchar"),
    "time": ("timestamptz", "text", "varchar"),
    "timestamp": ("timestamptz", "text", "varchar"),
    "timestamptz": ("timestamp", "date", "text", "varchar"),
    "text": ("timestamptz", "timestamp", "date"),
    "varchar": ("timestamptz", "timestamp", "date"),
    "interval": ("text", "varchar"),
}
_ZONED_TRUNC_SINCE = 16
"""date_trunc with a time zone is immutable since PostgreSQL 16."""


@frozen
class MutablePart:
    """A call or cast whose result the server does not take for immutable."""

    span: Span
    """Counted from the beginning of the expression."""
    text: str
    column: str | None
    """The column its only argument is, where that decides."""
    kind: str = ""
    """The type of that column."""


def mutable_part(expression: Expression, table: Table | None, catalog: Catalog, version: int) -> MutablePart | None:
    """The first part of an expression over the columns of a table that the server refuses; None where none is known."""
    tokens = Tokens(expression.text, _POSTGRES)
    return next(_mutable_parts(tokens, _Types(table, catalog), version), None)


class _Types:
    """The types of the columns that stand alone in an expression."""

    def __init__(self, table: Table | None, catalog: Catalog) -> None:
        self.table = table
        self.catalog = catalog

    def of(self, cursor: Cursor) -> tuple[str | None, str]:
        """The column and its type, for one name, also in brackets; otherwise nothing."""
        while cursor.word == "(" and cursor.tokens.close_of(cursor.at) == cursor.stop - 1:
            cursor = cursor.group()
        is_name = cursor.stop - cursor.at == 1 and cursor.sees_identifier()
        name = folded(cursor.tokens.text(cursor.at)) if is_name else None
        column = self.table.column(name) if self.table and name else None
        if column is None or column.type is None:
            return None, ""
        real = base_type(column.type, self.catalog)
        return column.name, "" if real.dimensions else real.name


def _mutable_parts(tokens: Tokens, types: _Types, version: int) -> Iterator[MutablePart]:
    for at in range(len(tokens)):
        word = tokens.words[at]
        if word == "::":
            yield from _cast(tokens, at, types)
        elif at + 1 < len(tokens) and tokens.words[at + 1] == "(" and Cursor(tokens, at).sees_identifier():
            yield from _call(tokens, at, types, version)
        elif folded(tokens.text(at)) in _NEVER and word.startswith(("CURRENT_", "LOCALTIME")):
            yield MutablePart(span=tokens.span(at, at + 1), text=tokens.text(at), column=None)


def _call(tokens: Tokens, at: int, types: _Types, version: int) -> Iterator[MutablePart]:
    name = folded(tokens.text(at))
    stop = tokens.close_of(at + 1) + 1
    inside = Cursor(tokens, at + 2, stop - 1)
    arguments = list(Cursor(tokens, at + 2, stop - 1).items()) if not inside.done else []
    part = MutablePart(span=tokens.span(at, stop), text=tokens.span(at, stop).of(tokens.sql), column=None)
    if name in _NEVER or (name in _NEVER_ALONE and len(arguments) == 1):
        yield part
        return
    if name == "to_timestamp" and len(arguments) == 2:
        yield part
        return
    if name == "cast" and inside.skip_to("AS"):
        yield from _converted(Cursor(tokens, at + 2, inside.at), inside.at + 1, part.span, types)
        return
    if name in _BY_SESSION and arguments:
        argument = _argument(name, tokens, at, stop)
        column, kind = types.of(argument)
        is_zoned = name == "date_trunc" and len(arguments) > 2
        if kind in _BY_SESSION[name] and not (is_zoned and version >= _ZONED_TRUNC_SINCE):
            yield MutablePart(span=part.span, text=part.text, column=column, kind=kind)
        return
    routine = types.catalog.routine(Name(None, name, part.span))
    is_opaque = routine is not None and routine.overloads == 1 and routine.language != "sql"  # which may be inlined
    if routine is not None and is_opaque and routine.volatility != "immutable":
        yield part


def _argument(name: str, tokens: Tokens, at: int, stop: int) -> Cursor:
    """The part of the brackets that says whose part is taken."""
    cursor = Cursor(tokens, at + 2, stop - 1)
    if name == "extract" and cursor.skip_to("FROM"):
        return Cursor(tokens, cursor.at + 1, stop - 1)
    items = list(Cursor(tokens, at + 2, stop - 1).items())
    chosen = items[1] if name in ("date_trunc", "date_part") and len(items) > 1 else items[0]
    return Cursor(tokens, chosen.at, chosen.stop)


def _cast(tokens: Tokens, at: int, types: _Types) -> Iterator[MutablePart]:
    last = at - 1
    first = next((i for i in range(last + 1) if tokens.words[i] == "(" and tokens.close_of(i) == last), last)
    if first and Cursor(tokens, first - 1).sees_identifier() and tokens.words[first] == "(":
        return  # of a call
    yield from _converted(Cursor(tokens, first, at), at + 1, tokens.span(first, at + 2), types)


def _converted(value: Cursor, goal: int, span: Span, types: _Types) -> Iterator[MutablePart]:
    tokens = value.tokens
    column, kind = types.of(value)
    wanted = folded(tokens.text(goal)) if goal < len(tokens) else ""
    if wanted == "timestamp" and tokens.words[goal + 1 : goal + 2] == ["WITH"]:
        wanted = "timestamptz"
    if column is not None and kind in _CASTS.get(wanted, ()):
        yield MutablePart(span=span, text=span.of(tokens.sql), column=column, kind=kind)
