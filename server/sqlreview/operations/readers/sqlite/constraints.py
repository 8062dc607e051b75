"""Constraints of SQLite's tables and columns, with what happens to a row that breaks them."""

from __future__ import annotations

from collections.abc import Callable

from sqlreview.operations.parts import Check, Constraint, ForeignKey, IndexKey, PrimaryKey, Timing, Unique
from sqlreview.operations.readers.constraints import read_check, read_timing
from sqlreview.operations.readers.expressions import read_expression
from sqlreview.operations.readers.sqlite.names import read_identifier, read_identifiers, read_name, sees_name
from sqlreview.sql.cursor import Cursor, Identifier, Unreadable

_RESOLUTIONS = ("ROLLBACK", "ABORT", "FAIL", "IGNORE", "REPLACE")
_ACTIONS = (("NO", "ACTION"), ("RESTRICT",), ("CASCADE",), ("SET", "NULL"), ("SET", "DEFAULT"))
_STARTS = ("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN")


def read_resolution(cursor: Cursor) -> str | None:
    """Reads ON CONFLICT with its word."""
    if not cursor.accept("ON", "CONFLICT"):
        return None
    word = cursor.accept_any(*_RESOLUTIONS)
    if word is None:
        raise Unreadable(f"unknown conflict resolution {cursor.word or 'at the end'}")
    return word


def read_keys(cursor: Cursor) -> tuple[IndexKey, ...]:
    """Reads a bracketed list of keys of an index or of a key constraint."""
    keys = tuple(_read_key(item) for item in cursor.group().items())
    if not keys:
        raise Unreadable("expected columns")
    return keys


def _read_key(cursor: Cursor) -> IndexKey:
    first, stop = cursor.at, cursor.stop
    words = cursor.tokens.words
    nulls_first = None
    if stop - first > 2 and words[stop - 2] == "NULLS" and words[stop - 1] in ("FIRST", "LAST"):
        nulls_first, stop = words[stop - 1] == "FIRST", stop - 2
    descending = words[stop - 1] == "DESC"
    if stop - first > 1 and words[stop - 1] in ("ASC", "DESC"):
        stop -= 1
    end = stop
    collation = None
    if stop - first > 2 and words[stop - 2] == "COLLATE":
        collation = read_identifier(Cursor(cursor.tokens, stop - 1, stop)).text
        stop -= 2
    keyed = Cursor(cursor.tokens, first, stop)
    column = read_identifier(keyed) if stop - first == 1 and sees_name(keyed) else None
    expression = None if column else read_expression(keyed)
    return IndexKey(
        span=cursor.tokens.span(first, cursor.stop if nulls_first is not None else max(end, cursor.stop)),
        column=column,
        expression=expression,
        collation=collation,
        descending=descending,
        nulls_first=nulls_first,
    )


def starts_table_constraint(cursor: Cursor) -> bool:
    """Whether a table constraint stands under the cursor, rather than a column."""
    return cursor.word in _STARTS


def read_table_constraints(cursor: Cursor) -> tuple[tuple[Constraint, ...], bool]:
    """Reads the constraints of one list element, between which SQLite needs no commas, and whether AUTOINCREMENT was
    among them."""
    found: list[Constraint] = []
    auto_increment = False
    while not cursor.done:
        first = cursor.at
        name = read_identifier(cursor) if cursor.accept("CONSTRAINT") else None
        if name is not None and (cursor.done or cursor.word == "CONSTRAINT"):
            continue  # a name without a constraint means nothing
        reader = _READERS.get(cursor.word)
        if reader is None:
            raise Unreadable(f"expected a constraint, found {cursor.word or 'the end'}")
        constraint, counts = reader(cursor, first, name)
        found.append(constraint)
        auto_increment = auto_increment or counts
    return tuple(found), auto_increment


def read_table_constraint(cursor: Cursor) -> Constraint:
    """Reads the one constraint of ADD CONSTRAINT."""
    found, _ = read_table_constraints(cursor)
    if len(found) != 1:
        raise Unreadable("expected one constraint")
    return found[0]


_Read = tuple[Constraint, bool]


def _columns(keys: tuple[IndexKey, ...]) -> tuple[Identifier, ...]:
    columns = tuple(key.column for key in keys if key.column is not None)
    if len(columns) != len(keys):
        raise Unreadable("expressions are not allowed in PRIMARY KEY and UNIQUE constraints")
    return columns


def plain_keys(keys: tuple[IndexKey, ...]) -> tuple[IndexKey, ...]:
    """The keys where they say more than the names of the columns, else nothing."""
    return keys if any(key.collation or key.descending for key in keys) else ()


def _read_primary_key(cursor: Cursor, first: int, name: Identifier | None) -> _Read:
    cursor.expect("PRIMARY", "KEY")
    bracket = cursor.at
    inside = cursor.group()
    words, stop = cursor.tokens.words, inside.stop
    counts = stop - inside.at > 1 and words[stop - 1] == "AUTOINCREMENT"
    keys = _keys_between(cursor, bracket + 1, stop - counts)
    resolution = read_resolution(cursor)
    span = cursor.span_from(first)
    key = PrimaryKey(span=span, name=name, columns=_columns(keys), keys=plain_keys(keys), on_conflict=resolution)
    return key, counts


def _keys_between(cursor: Cursor, first: int, stop: int) -> tuple[IndexKey, ...]:
    keys = tuple(_read_key(item) for item in Cursor(cursor.tokens, first, stop).items())
    if not keys:
        raise Unreadable("expected columns")
    return keys


def _read_unique(cursor: Cursor, first: int, name: Identifier | None) -> _Read:
    cursor.expect("UNIQUE")
    keys = read_keys(cursor)
    resolution = read_resolution(cursor)
    span = cursor.span_from(first)
    return Unique(span=span, name=name, columns=_columns(keys), keys=plain_keys(keys), on_conflict=resolution), False


def _read_check(cursor: Cursor, first: int, name: Identifier | None) -> _Read:
    expression = read_check(cursor)
    read_resolution(cursor)
    return Check(span=cursor.span_from(first), name=name, expression=expression), False


def _read_foreign_key(cursor: Cursor, first: int, name: Identifier | None) -> _Read:
    cursor.expect("FOREIGN", "KEY")
    columns = read_identifiers(cursor)
    return read_references(cursor, first, name, columns), False


def read_references(cursor: Cursor, first: int, name: Identifier | None, columns: tuple[Identifier, ...]) -> ForeignKey:
    """Reads REFERENCES with everything after it; the constraint begins at token `first`."""
    cursor.expect("REFERENCES")
    referenced = read_name(cursor)
    referenced_columns = read_identifiers(cursor) if cursor.word == "(" else ()
    actions: dict[str, str] = {}
    while cursor.word == "MATCH" or (cursor.word == "ON" and cursor.peek() != "CONFLICT"):
        if cursor.next() == "MATCH":
            cursor.identifier()
            continue
        event = cursor.accept_any("DELETE", "UPDATE", "INSERT")
        if event is None:
            raise Unreadable(f"expected ON DELETE or ON UPDATE, found ON {cursor.word}")
        actions[event] = _read_action(cursor)
    timing = read_timing(cursor)
    return ForeignKey(
        span=cursor.span_from(first),
        name=name,
        columns=columns,
        referenced=referenced,
        referenced_columns=referenced_columns,
        on_delete=actions.get("DELETE"),
        on_update=actions.get("UPDATE"),
        timing=timing if timing.deferrable else Timing(),
    )


def _read_action(cursor: Cursor) -> str:
    for words in _ACTIONS:
        if cursor.accept(*words):
            return " ".join(words)
    raise Unreadable(f"unknown referential action {cursor.word}")


_READERS: dict[str, Callable[[Cursor, int, Identifier | None], _Read]] = {
    "PRIMARY": _read_primary_key,
    "UNIQUE": _read_unique,
    "CHECK": _read_check,
    "FOREIGN": _read_foreign_key,
}
