"""INSERT, REPLACE, UPDATE, DELETE and LOAD DATA of MySQL, as far as the schema is concerned."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.operations.parts import Operation
from sqlreview.operations.readers import Reader
from sqlreview.operations.readers.copies import read_copied_rows
from sqlreview.operations.sessions import WriteRows
from sqlreview.sql.cursor import Cursor, Name, Unreadable
from sqlreview.sql.engines import Engine
from sqlreview.text import Span

_MODIFIERS = ("LOW_PRIORITY", "HIGH_PRIORITY", "DELAYED", "CONCURRENT", "QUICK", "IGNORE", "LOCAL")


def _read_rows(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    return tuple(_writes(cursor))


def _writes(cursor: Cursor) -> Iterator[Operation]:
    whole = cursor.span
    _skip_with_queries(cursor)
    match cursor.word:
        case "INSERT" | "REPLACE":
            kind = cursor.next().lower()
            _skip_modifiers(cursor)
            cursor.accept("INTO")
            yield WriteRows(span=whole, table=cursor.name(), kind=kind, copied=read_copied_rows(cursor))
        case "UPDATE":
            cursor.next()
            _skip_modifiers(cursor)
            yield from _updates(cursor, whole)
        case "DELETE":
            cursor.next()
            _skip_modifiers(cursor)
            yield from _deletes(cursor, whole)


def _skip_modifiers(cursor: Cursor) -> None:
    while cursor.accept_any(*_MODIFIERS):
        pass


def _skip_with_queries(cursor: Cursor) -> None:
    if not cursor.accept("WITH"):
        return
    cursor.accept("RECURSIVE")
    if not cursor.sees_identifier():
        raise Unreadable(f"expected a name after WITH, found {cursor.word or 'the end'}")
    cursor.skip_to("SELECT", "UPDATE", "DELETE", "INSERT", "REPLACE", "VALUES", "TABLE")


def _updates(cursor: Cursor, whole: Span) -> Iterator[Operation]:
    """UPDATE of one table, or of those of a join whose columns SET names."""
    first = cursor.at
    if not cursor.skip_to("SET"):
        raise Unreadable("UPDATE without SET")
    named = _relations(Cursor(cursor.tokens, first, cursor.at))
    partial = Cursor(cursor.tokens, first, cursor.at).skip_to("FOR", "PARTITION")
    cursor.next()
    owners = _owners_of_set(Cursor(cursor.tokens, cursor.at, cursor.stop))
    filtered = partial or cursor.skip_to("WHERE", "LIMIT")
    tables = list(named.values()) if len(named) == 1 else [named[owner] for owner in owners if owner in named]
    if not tables and named:
        tables = [next(iter(named.values()))]
    for table in dict.fromkeys(tables):
        yield WriteRows(span=whole, table=table, kind="update", filtered=filtered or len(named) > 1)


def _owners_of_set(cursor: Cursor) -> dict[str, None]:
    """The tables or aliases before the dots of `a.x = 1, b.y = 2`."""
    cursor = Cursor(cursor.tokens, cursor.at, cursor.stop)
    first = cursor.at
    cursor.skip_to("WHERE", "ORDER", "LIMIT")
    owners: dict[str, None] = {}
    for item in Cursor(cursor.tokens, first, cursor.at).items():
        if item.sees_identifier() and item.peek() == ".":
            owners[item.identifier().text] = None
    return owners


def _deletes(cursor: Cursor, whole: Span) -> Iterator[Operation]:
    """DELETE FROM a WHERE; DELETE a, b FROM a JOIN b; DELETE FROM a, b USING a JOIN b."""
    first_is_from = cursor.accept("FROM")
    targets = [_target(cursor)]
    while cursor.accept(","):
        targets.append(_target(cursor))
    aliases: dict[str, Name] = {}
    if cursor.accept_any("USING") or (not first_is_from and cursor.accept("FROM")):
        first = cursor.at
        cursor.skip_to("WHERE", "ORDER", "LIMIT")
        aliases = _relations(Cursor(cursor.tokens, first, cursor.at))
    elif not first_is_from:
        raise Unreadable("DELETE without FROM")
    filtered = cursor.skip_to("WHERE", "LIMIT", "FOR", "PARTITION") or len(aliases) > 1
    for target in targets:
        table = aliases.get(target.text, target) if target.schema is None else target
        yield WriteRows(span=whole, table=table, kind="delete", filtered=filtered)


def _target(cursor: Cursor) -> Name:
    name = cursor.name()
    cursor.accept(".", "*")
    return name


_JOINS = "AS CROSS FORCE IGNORE INNER JOIN LEFT NATURAL ON OUTER RIGHT STRAIGHT_JOIN USE USING"
_JOIN_WORDS = frozenset(_JOINS.split())


def _relations(cursor: Cursor) -> dict[str, Name]:
    """The tables of a list or join under the names by which the statement calls them."""
    found: dict[str, Name] = {}
    due = True
    while not cursor.done:
        if due and cursor.sees_identifier() and cursor.word not in _JOIN_WORDS:
            name = cursor.name()
            cursor.accept("AS")
            is_named = cursor.sees_identifier() and cursor.word not in _JOIN_WORDS and cursor.word != "PARTITION"
            found[cursor.identifier().text if is_named else name.text] = name
            due = False
            continue
        due = cursor.word in (",", "JOIN", "STRAIGHT_JOIN")
        cursor.skip()
    return found


def _read_load(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    statement = cursor.span
    cursor.expect("LOAD")
    cursor.accept_any("DATA", "XML")
    if not cursor.skip_to("INTO"):
        raise Unreadable("LOAD DATA without INTO TABLE")
    cursor.expect("INTO", "TABLE")
    return (WriteRows(span=statement, table=cursor.name(), kind="copy"),)


_HEADS = ("SELECT", "WITH", "VALUES", "TABLE", "INSERT", "REPLACE", "UPDATE", "DELETE", "(")
READERS: dict[tuple[str, ...], Reader] = {
    **{(word,): _read_rows for word in _HEADS},
    ("LOAD", "DATA"): _read_load,
    ("LOAD", "XML"): _read_load,
}
