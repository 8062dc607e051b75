"""Procedures, functions, triggers and events of MySQL and MariaDB."""

from __future__ import annotations

from typing import Literal

from sqlreview.operations.namespaces import Other
from sqlreview.operations.parts import Operation
from sqlreview.operations.readers import Reader
from sqlreview.operations.readers.mysql.bodies import definitions_in, templates_in
from sqlreview.operations.readers.mysql.data_types import read_charset, read_type
from sqlreview.operations.readers.mysql.words import accept_definer, is_string, read_string, rest_of, text_of
from sqlreview.operations.readers.phrases import require_end
from sqlreview.operations.routines import (
    AlterRoutine,
    Argument,
    Call,
    CreateRoutine,
    CreateTrigger,
    DropRoutine,
    DropTrigger,
)
from sqlreview.sql.cursor import Cursor, Identifier, Unreadable
from sqlreview.sql.engines import Engine
from sqlreview.text import Span

_LANGUAGE = "psm"
"""SQL/PSM, the language of procedures in the SQL standard, whose dialect this is."""
_Kind = Literal["function", "procedure"]


def create_routine(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """CREATE [OR REPLACE] [DEFINER=] [AGGREGATE] FUNCTION|PROCEDURE name (arguments) characteristics body."""
    statement = cursor.span
    cursor.expect("CREATE")
    or_replace = cursor.accept("OR", "REPLACE")
    accept_definer(cursor)
    cursor.accept("AGGREGATE")
    kind: _Kind = "function" if cursor.next() == "FUNCTION" else "procedure"
    cursor.accept("IF", "NOT", "EXISTS")
    name = cursor.name()
    if cursor.accept("RETURNS"):  # a loadable function: RETURNS STRING SONAME 'file'
        return (Other(span=statement, kind="create loadable function"),)
    arguments = tuple(_argument(item) for item in cursor.group().items())
    returns = _read_returns(cursor)
    deterministic, definer_rights = _read_characteristics(cursor)
    if cursor.done:
        raise Unreadable(f"{kind} {name} has no body")
    definitions = definitions_in(cursor, engine) if kind == "procedure" else ()
    templates = templates_in(cursor, [argument.name for argument in arguments]) if kind == "procedure" else ()
    return (
        CreateRoutine(
            span=statement,
            kind=kind,
            name=name,
            arguments=arguments,
            returns=returns,
            language=_LANGUAGE,
            volatility="immutable" if deterministic else "volatile",
            security_definer=definer_rights,
            body=rest_of(cursor),
            or_replace=or_replace,
            definitions=definitions,
            templates=templates,
        ),
    )


def _argument(cursor: Cursor) -> Argument:
    mode = (cursor.accept_any("IN", "OUT", "INOUT") or "in").lower()
    name = cursor.identifier().text
    data_type = read_type(cursor)
    _skip_collation(cursor)
    has_default = cursor.accept_any("DEFAULT", ":=") is not None
    if not has_default:
        require_end(cursor)
    return Argument(mode, name, data_type, has_default)


def _skip_collation(cursor: Cursor) -> None:
    if cursor.accept("COLLATE"):
        cursor.next()


def _read_returns(cursor: Cursor) -> str | None:
    if not cursor.accept_any("RETURNS", "RETURN"):
        return None
    first = cursor.at
    read_type(cursor)
    read_charset(cursor)
    _skip_collation(cursor)
    return cursor.text_from(first)


_CHARACTERISTICS = (
    ("NOT", "DETERMINISTIC"),
    ("LANGUAGE", "SQL"),
    ("CONTAINS", "SQL"),
    ("NO", "SQL"),
    ("READS", "SQL", "DATA"),
    ("MODIFIES", "SQL", "DATA"),
    ("SQL", "SECURITY", "INVOKER"),
)


def _read_characteristics(cursor: Cursor) -> tuple[bool, Span | None]:
    """Whether it is DETERMINISTIC, and the words SQL SECURITY DEFINER, which hold where nothing is written too."""
    deterministic, definer_rights = False, None
    while True:
        first = cursor.at
        if cursor.accept("DETERMINISTIC"):
            deterministic = True
        elif cursor.accept("SQL", "SECURITY", "DEFINER"):
            definer_rights = cursor.span_from(first)
        elif cursor.accept("COMMENT"):
            read_string(cursor)
        elif not any(cursor.accept(*words) for words in _CHARACTERISTICS):
            return deterministic, definer_rights


def alter_routine(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """ALTER FUNCTION|PROCEDURE name characteristics."""
    statement = cursor.span
    cursor.expect("ALTER")
    kind = cursor.next().lower()
    name = cursor.name()
    first = cursor.at
    _read_characteristics(cursor)
    options = " ".join(cursor.tokens.words[first : cursor.at])
    require_end(cursor)
    return (AlterRoutine(span=statement, kind=kind, name=name, action="options", options=options),)


def drop_routine(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """DROP FUNCTION|PROCEDURE [IF EXISTS] name."""
    statement = cursor.span
    cursor.expect("DROP")
    kind = cursor.next().lower()
    if_exists = cursor.accept("IF", "EXISTS")
    name = cursor.name()
    require_end(cursor)
    return (DropRoutine(span=statement, kind=kind, name=name, if_exists=if_exists),)


def create_trigger(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """CREATE [OR REPLACE] [DEFINER=] TRIGGER name BEFORE|AFTER event ON table FOR EACH ROW [FOLLOWS other] body."""
    statement = cursor.span
    cursor.expect("CREATE")
    or_replace = cursor.accept("OR", "REPLACE")
    accept_definer(cursor)
    cursor.expect("TRIGGER")
    if_not_exists = cursor.accept("IF", "NOT", "EXISTS")
    name = cursor.name()
    timing: Literal["before", "after"] = "before" if cursor.accept("BEFORE") else "after"
    if timing == "after":
        cursor.expect("AFTER")
    events = _events(cursor)
    cursor.expect("ON")
    table = cursor.name()
    cursor.expect("FOR", "EACH", "ROW")
    if cursor.accept_any("FOLLOWS", "PRECEDES"):
        cursor.name()
    if cursor.done:
        raise Unreadable(f"trigger {name} has no body")
    return (
        CreateTrigger(
            span=statement,
            name=Identifier(name.text, name.span),
            table=table,
            timing=timing,
            events=events,
            for_each_row=True,
            or_replace=or_replace,
            if_not_exists=if_not_exists,
            body=rest_of(cursor),
        ),
    )


def _events(cursor: Cursor) -> tuple[str, ...]:
    events = []
    while True:
        event = cursor.accept_any("INSERT", "UPDATE", "DELETE")
        if event is None:
            raise Unreadable(f"expected an event, found {cursor.word or 'the end'}")
        events.append(event.lower())
        if not cursor.accept("OR"):  # MariaDB 12 knows several events
            return tuple(events)


def drop_trigger(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """DROP TRIGGER [IF EXISTS] name."""
    statement = cursor.span
    cursor.expect("DROP", "TRIGGER")
    if_exists = cursor.accept("IF", "EXISTS")
    name = cursor.name()
    require_end(cursor)
    trigger = Identifier(name.text, name.span)
    return (DropTrigger(span=statement, name=trigger, table=None, schema=name.schema, if_exists=if_exists),)


def event(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """CREATE, ALTER and DROP EVENT."""
    verb = cursor.word.lower()
    return (Other(span=cursor.span, kind=f"{verb} event"),)


def call(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """CALL procedure [(arguments)]."""
    statement = cursor.span
    cursor.expect("CALL")
    name = cursor.name()
    arguments = tuple(_called_with(item) for item in cursor.group().items()) if cursor.word == "(" else ()
    require_end(cursor)
    return (Call(span=statement, procedure=name, arguments=arguments),)


def _called_with(item: Cursor) -> str | None:
    return text_of(item.word) if is_string(item.word) and not item.peek() else None


READERS: dict[tuple[str, ...], Reader] = {
    ("CREATE", "FUNCTION"): create_routine,
    ("CREATE", "PROCEDURE"): create_routine,
    ("ALTER", "FUNCTION"): alter_routine,
    ("ALTER", "PROCEDURE"): alter_routine,
    ("DROP", "FUNCTION"): drop_routine,
    ("DROP", "PROCEDURE"): drop_routine,
    ("CREATE", "TRIGGER"): create_trigger,
    ("DROP", "TRIGGER"): drop_trigger,
    ("CREATE", "EVENT"): event,
    ("ALTER", "EVENT"): event,
    ("DROP", "EVENT"): event,
    ("CALL",): call,
}
