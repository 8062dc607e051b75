"""Reads statements on triggers and rules."""

from __future__ import annotations

from typing import Literal

from sqlreview.operations.namespaces import Other
from sqlreview.operations.parts import Operation
from sqlreview.operations.readers import Reader
from sqlreview.operations.readers.phrases import accept_cascade, accept_if_exists, require_end
from sqlreview.operations.readers.rows import tables_written
from sqlreview.operations.routines import CreateRule, CreateTrigger, DropRule, DropTrigger, RenameTrigger
from sqlreview.sql.cursor import Cursor, Identifier, Name, Unreadable
from sqlreview.sql.engines import Engine


def create_trigger(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """CREATE [OR REPLACE] [CONSTRAINT] TRIGGER name BEFORE|AFTER|INSTEAD OF event ON table ..."""
    statement = cursor.span
    cursor.expect("CREATE")
    or_replace = cursor.accept("OR", "REPLACE")
    constraint = cursor.accept("CONSTRAINT")
    cursor.expect("TRIGGER")
    name = cursor.identifier()
    timing = _timing(cursor)
    events = _events(cursor)
    cursor.expect("ON")
    table = cursor.name()
    referenced = cursor.name() if cursor.accept("FROM") else None
    if not cursor.skip_to("FOR", "WHEN", "EXECUTE"):
        raise Unreadable("CREATE TRIGGER without EXECUTE")
    for_each_row = False
    if cursor.accept("FOR"):
        cursor.accept("EACH")
        for_each_row = cursor.accept_any("ROW", "STATEMENT") == "ROW"
    if cursor.accept("WHEN"):
        cursor.group()
    cursor.expect("EXECUTE")
    cursor.accept_any("FUNCTION", "PROCEDURE")
    return (
        CreateTrigger(
            span=statement,
            name=name,
            table=table,
            timing=timing,
            events=events,
            for_each_row=for_each_row,
            function=cursor.name(),
            or_replace=or_replace,
            constraint=constraint,
            referenced=referenced,
        ),
    )


def _timing(cursor: Cursor) -> Literal["before", "after", "instead of"]:
    if cursor.accept("BEFORE"):
        return "before"
    if cursor.accept("AFTER"):
        return "after"
    cursor.expect("INSTEAD", "OF")
    return "instead of"


def _events(cursor: Cursor) -> tuple[str, ...]:
    events = [_event(cursor)]
    while cursor.accept("OR"):
        events.append(_event(cursor))
    return tuple(events)


def _event(cursor: Cursor) -> str:
    event = cursor.accept_any("INSERT", "UPDATE", "DELETE", "TRUNCATE")
    if event is None:
        raise Unreadable(f"expected an event, found {cursor.word or 'the end'}")
    if event == "UPDATE" and cursor.accept("OF"):
        cursor.identifier()
        while cursor.accept(","):
            cursor.identifier()
    return event.lower()


def _name_on_table(cursor: Cursor) -> tuple[Identifier, Name, bool]:
    """Reads `[IF EXISTS] name ON table`."""
    if_exists = accept_if_exists(cursor)
    name = cursor.identifier()
    cursor.expect("ON")
    return name, cursor.name(), if_exists


def drop_trigger(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """DROP TRIGGER [IF EXISTS] name ON table [CASCADE]."""
    statement = cursor.span
    cursor.expect("DROP", "TRIGGER")
    name, table, if_exists = _name_on_table(cursor)
    accept_cascade(cursor)
    require_end(cursor)
    return (DropTrigger(span=statement, name=name, table=table, if_exists=if_exists),)


def alter_trigger(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """ALTER TRIGGER name ON table RENAME TO new, or [NO] DEPENDS ON EXTENSION."""
    statement = cursor.span
    cursor.expect("ALTER", "TRIGGER")
    name, table, _ = _name_on_table(cursor)
    new_name = cursor.identifier() if cursor.accept("RENAME", "TO") else None
    return (RenameTrigger(span=statement, name=name, table=table, new_name=new_name),)


def create_rule(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """CREATE [OR REPLACE] RULE name AS ON event TO table [WHERE condition] DO ..."""
    statement = cursor.span
    cursor.expect("CREATE")
    cursor.accept("OR", "REPLACE")
    cursor.expect("RULE")
    name = cursor.identifier()
    cursor.expect("AS", "ON")
    event = cursor.next().lower()
    cursor.expect("TO")
    table = cursor.name()
    return (CreateRule(span=statement, name=name, table=table, event=event, writes=_written_by_rule(cursor)),)


def _written_by_rule(cursor: Cursor) -> tuple[Name, ...]:
    if not cursor.skip_to("DO"):
        return ()
    cursor.next()
    cursor.accept_any("ALSO", "INSTEAD")
    commands = cursor.group() if cursor.word == "(" else cursor
    written: list[Name] = []
    while not commands.done:
        written += tables_written(commands)
        commands.skip_to(";")
        commands.accept(";")
    return tuple(dict.fromkeys(written))


def drop_rule(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """DROP RULE [IF EXISTS] name ON table [CASCADE]."""
    statement = cursor.span
    cursor.expect("DROP", "RULE")
    name, table, if_exists = _name_on_table(cursor)
    accept_cascade(cursor)
    require_end(cursor)
    return (DropRule(span=statement, name=name, table=table, if_exists=if_exists),)


def alter_rule(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """ALTER RULE name ON table RENAME TO new."""
    statement = cursor.span
    cursor.expect("ALTER", "RULE")
    _, table, _ = _name_on_table(cursor)
    cursor.expect("RENAME", "TO")
    return (Other(span=statement, kind="alter rule", tables=(table,)),)


READERS: dict[tuple[str, ...], Reader] = {
    ("CREATE", "TRIGGER"): create_trigger,
    ("DROP", "TRIGGER"): drop_trigger,
    ("ALTER", "TRIGGER"): alter_trigger,
    ("CREATE", "RULE"): create_rule,
    ("DROP", "RULE"): drop_rule,
    ("ALTER", "RULE"): alter_rule,
}
