"""Reads statements on sequences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlreview.operations.namespaces import AlterSequence, CreateSequence, DropSequence
from sqlreview.operations.parts import ColumnType, Operation
from sqlreview.operations.readers import Reader
from sqlreview.operations.readers.data_types import read_type
from sqlreview.operations.readers.phrases import (
    accept_if_exists,
    accept_if_not_exists,
    read_dropped,
    require_end,
    where_it_exists,
)
from sqlreview.operations.security import ChangeOwner
from sqlreview.sql.cursor import Cursor, Identifier, Name, Unreadable
from sqlreview.sql.engines import Engine
from sqlreview.text import Span


@dataclass(slots=True)
class _Options:
    type: ColumnType | None = None
    owner_changed: bool = False
    owned_by: tuple[Name, str] | None = None


def create_sequence(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """CREATE [TEMPORARY] SEQUENCE [IF NOT EXISTS] name [options]."""
    statement = cursor.span
    cursor.expect("CREATE")
    cursor.accept_any("LOCAL", "GLOBAL")
    temporary = cursor.accept_any("TEMP", "TEMPORARY", "UNLOGGED") in ("TEMP", "TEMPORARY")
    cursor.expect("SEQUENCE")
    if_not_exists = accept_if_not_exists(cursor)
    sequence = cursor.name()
    options = _read_options(cursor)
    return (
        CreateSequence(
            span=statement,
            sequence=sequence,
            type=options.type,
            if_not_exists=if_not_exists,
            temporary=temporary,
            owned_by=options.owned_by,
        ),
    )


def _read_options(cursor: Cursor) -> _Options:
    options = _Options()
    while not cursor.done:
        reader = _OPTIONS.get(cursor.next())
        if reader is None:
            raise Unreadable(f"unexpected {cursor.peek(-1)} in a sequence")
        reader(cursor, options)
    return options


def _as_type(cursor: Cursor, options: _Options) -> None:
    options.type = read_type(cursor)


def _owned_by(cursor: Cursor, options: _Options) -> None:
    cursor.expect("BY")
    options.owner_changed = True
    options.owned_by = None if cursor.accept("NONE") else _owner_column(cursor)


def _owner_column(cursor: Cursor) -> tuple[Name, str]:
    table, column = read_column_name(cursor)
    return table, column.text


def read_column_name(cursor: Cursor) -> tuple[Name, Identifier]:
    """Reads `[schema.]table.column`."""
    first = cursor.at
    parts = [cursor.identifier()]
    while cursor.accept("."):
        parts.append(cursor.identifier())
    if len(parts) == 1:
        raise Unreadable("expected a column with its table")
    table = cursor.tokens.span(first, cursor.at - 2)
    return Name(parts[-3].text if len(parts) > 2 else None, parts[-2].text, table), parts[-1]


def _number(cursor: Cursor, options: _Options) -> None:
    cursor.accept_any("BY", "WITH", "=")
    cursor.accept_any("-", "+")
    if not cursor.next()[0].isdecimal() and cursor.peek(-1)[0] not in "$:%@{":
        raise Unreadable(f"expected a number, found {cursor.peek(-1)}")


def _restart(cursor: Cursor, options: _Options) -> None:
    if not cursor.done and (cursor.word in ("WITH", "-", "+") or cursor.word[0].isdecimal()):
        _number(cursor, options)


def _no(cursor: Cursor, options: _Options) -> None:
    if not cursor.accept_any("MINVALUE", "MAXVALUE", "CYCLE"):
        raise Unreadable(f"unexpected NO {cursor.word} in a sequence")


def _cycle(cursor: Cursor, options: _Options) -> None:
    """CYCLE stands alone."""


def _name(cursor: Cursor, options: _Options) -> None:
    cursor.expect("NAME")
    cursor.name()


_OPTIONS: dict[str, Callable[[Cursor, _Options], None]] = {
    "AS": _as_type,
    "OWNED": _owned_by,
    "INCREMENT": _number,
    "MINVALUE": _number,
    "MAXVALUE": _number,
    "START": _number,
    "CACHE": _number,
    "RESTART": _restart,
    "NO": _no,
    "CYCLE": _cycle,
    "SEQUENCE": _name,
}


def alter_sequence(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """ALTER SEQUENCE [IF EXISTS] name RENAME TO|OWNER TO|SET SCHEMA|options."""
    statement = cursor.span
    cursor.expect("ALTER", "SEQUENCE")
    if_exists = accept_if_exists(cursor)
    sequence = cursor.name()
    operation = _sequence_action(cursor, sequence, statement)
    require_end(cursor)
    return where_it_exists((operation,), if_exists)


def _sequence_action(cursor: Cursor, sequence: Name, span: Span) -> Operation:
    if cursor.accept("RENAME", "TO"):
        return AlterSequence(span=span, sequence=sequence, action="rename", new_name=cursor.identifier())
    if cursor.accept("SET", "SCHEMA"):
        return AlterSequence(span=span, sequence=sequence, action="schema", new_name=cursor.identifier())
    if cursor.accept("OWNER", "TO"):
        return ChangeOwner(span=span, kind="sequence", name=sequence, owner=cursor.identifier().text)
    if cursor.accept("SET", "LOGGED") or cursor.accept("SET", "UNLOGGED"):
        return AlterSequence(span=span, sequence=sequence, action="logged")
    if cursor.done:
        raise Unreadable("ALTER SEQUENCE without an action")
    options = _read_options(cursor)
    action = "owned" if options.owner_changed else "options"
    return AlterSequence(span=span, sequence=sequence, action=action, owned_by=options.owned_by)


def drop_sequence(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """DROP SEQUENCE [IF EXISTS] a, b [CASCADE]."""
    statement = cursor.span
    cursor.expect("DROP", "SEQUENCE")
    return tuple(
        DropSequence(span=span, sequence=name, if_exists=if_exists, cascade=cascade)
        for name, span, if_exists, cascade in read_dropped(cursor, statement)
    )


READERS: dict[tuple[str, ...], Reader] = {
    ("CREATE", "SEQUENCE"): create_sequence,
    ("ALTER", "SEQUENCE"): alter_sequence,
    ("DROP", "SEQUENCE"): drop_sequence,
}
