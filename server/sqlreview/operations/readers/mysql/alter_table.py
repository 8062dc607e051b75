"""ALTER TABLE of MySQL and MariaDB: one operation for each action, whatever the others are."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sqlreview.operations.columns import DropColumn, RenameColumn
from sqlreview.operations.constraints import AlterConstraint, DropConstraint
from sqlreview.operations.indexes import DropIndex, RenameIndex, SetIndexVisibility
from sqlreview.operations.namespaces import Other
from sqlreview.operations.parts import Operation
from sqlreview.operations.readers import Reader, place_of, unknown
from sqlreview.operations.readers.mysql.added import read_added_element
from sqlreview.operations.readers.mysql.alter_columns import (
    read_added_columns,
    read_altered_column,
    read_change,
    read_modify,
)
from sqlreview.operations.readers.mysql.constraints import starts_element
from sqlreview.operations.readers.mysql.data_types import accept_charset, charset_name
from sqlreview.operations.readers.mysql.partitions import read_partition_action
from sqlreview.operations.readers.mysql.table_options import read_table_options, starts_table_option
from sqlreview.operations.readers.mysql.words import OnlineDraft, keyword_as_name, rest_of
from sqlreview.operations.tables import ConvertCharset, RebuildTable, RenameTable, SetTableOptions
from sqlreview.sql.cursor import Cursor, Identifier, Name, Unreadable
from sqlreview.sql.engines import Engine
from sqlreview.text import Span

_DROPS = (DropColumn, DropConstraint, DropIndex)
_Action = Callable[[Cursor, Name], Iterator[Operation]]


def _read_alter_table(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """ALTER TABLE, what it drops first and its own new name last, as the server does; it may also do nothing."""
    cursor.expect("ALTER")
    online = OnlineDraft()
    while word := cursor.accept_any("ONLINE", "OFFLINE", "IGNORE"):
        if word == "ONLINE":
            online.lock = "none"
    cursor.expect("TABLE")
    cursor.accept("IF", "EXISTS")
    table = cursor.name()
    if cursor.word in ("WAIT", "NOWAIT"):
        online.accept(cursor)
    operations: list[Operation] = []
    for item in _actions(cursor):
        operations += _read_item(item, table, online)
    operations.sort(key=_turn)
    return online.given_to(operations)


def _turn(operation: Operation) -> int:
    return 2 if isinstance(operation, RenameTable) else 0 if isinstance(operation, _DROPS) else 1


def _actions(cursor: Cursor) -> Iterator[Cursor]:
    """What stands between the commas, where a list of partitions or columns is no list of actions."""
    listed: Cursor | None = None
    for item in cursor.items():
        if listed is not None and not _begins_action(item):
            listed.stop = item.stop
            continue
        if listed is not None:
            yield listed
        listed = item if _takes_list(item) else None
        if listed is None:
            yield from _before_partitioning(item)
    if listed is not None:
        yield listed


def _takes_list(cursor: Cursor) -> bool:
    return cursor.sees("ORDER", "BY") or (cursor.peek() == "PARTITION" and cursor.word != "ADD")


def _begins_action(cursor: Cursor) -> bool:
    word, following = cursor.word, cursor.peek()
    return following != "" and (word in _ACTIONS or word in ("ALGORITHM", "LOCK") or starts_table_option(cursor))


def _before_partitioning(cursor: Cursor) -> Iterator[Cursor]:
    """An action, and PARTITION BY or REMOVE PARTITIONING that follows it without a comma."""
    first = cursor.at
    ahead = Cursor(cursor.tokens, first, cursor.stop)
    while ahead.skip_to("PARTITION", "REMOVE"):
        if ahead.at > first and (ahead.sees("PARTITION", "BY") or ahead.sees("REMOVE", "PARTITIONING")):
            yield Cursor(cursor.tokens, first, ahead.at)
            yield Cursor(cursor.tokens, ahead.at, cursor.stop)
            return
        ahead.at += 1
    yield cursor


def _read_item(cursor: Cursor, table: Name, online: OnlineDraft) -> list[Operation]:
    """The operations of what stands between two commas: an action, and what may follow it without a comma."""
    span = place_of(cursor)
    found: list[Operation] = []
    try:
        if not online.accept(cursor):
            found += _read_action(cursor, table)
        while not cursor.done and (online.accept(cursor) or _may_follow(cursor)):
            if not cursor.done and _may_follow(cursor):
                found += _read_action(cursor, table)
    except Unreadable as problem:
        return [unknown(span, problem)]
    return found if cursor.done else [unknown(span, f"unexpected {cursor.word}")]


def _may_follow(cursor: Cursor) -> bool:
    """Whether what comes next needs no comma before it, as options after options."""
    return starts_table_option(cursor)


def _read_action(cursor: Cursor, table: Name) -> Iterator[Operation]:
    partitioned = read_partition_action(cursor, table)
    if partitioned is not None:
        yield partitioned
        return
    reader = _ACTIONS.get(cursor.word)
    if reader is not None and not (cursor.word in ("ALTER", "INDEX") and starts_table_option(cursor)):
        yield from reader(cursor, table)
    elif starts_table_option(cursor):
        first = cursor.at
        options = read_table_options(cursor)
        yield SetTableOptions(span=cursor.span_from(first), table=table, options=options)
    else:
        raise Unreadable(f"unknown action {cursor.word}" if cursor.word else "an empty action")


def _read_add(cursor: Cursor, table: Name) -> Iterator[Operation]:
    span = cursor.span
    cursor.expect("ADD")
    if cursor.sees("SYSTEM", "VERSIONING"):
        yield SetTableOptions(span=span, table=table, options=(("system_versioning", "on"),))
        rest_of(cursor)
    elif cursor.sees("PERIOD", "FOR"):
        yield Other(span=span, kind="alter table add period")
        rest_of(cursor)
    elif starts_element(cursor):
        yield read_added_element(cursor, table, span)
    else:
        cursor.accept("COLUMN")
        if_not_exists = cursor.accept("IF", "NOT", "EXISTS")
        yield from read_added_columns(cursor, table, span, if_not_exists)


def _read_drop(cursor: Cursor, table: Name) -> Iterator[Operation]:
    span = cursor.span
    cursor.expect("DROP")
    match cursor.word:
        case "PRIMARY":
            name = keyword_as_name(cursor)
            cursor.expect("KEY")
            yield DropConstraint(span=span, table=table, name=name, kind="primary key")
        case "FOREIGN":
            cursor.expect("FOREIGN", "KEY")
            if_exists = cursor.accept("IF", "EXISTS")
            name = cursor.identifier()
            yield DropConstraint(span=span, table=table, name=name, if_exists=if_exists, kind="foreign key")
        case "INDEX" | "KEY":
            yield _dropped_index(cursor, table, span)
        case "CONSTRAINT" | "CHECK":
            kind = "check" if cursor.next() == "CHECK" else ""
            if_exists = cursor.accept("IF", "EXISTS")
            name = cursor.identifier()
            yield DropConstraint(span=span, table=table, name=name, if_exists=if_exists, kind="check" if kind else "")
        case "SYSTEM" if cursor.peek() == "VERSIONING":
            cursor.at += 2
            yield SetTableOptions(span=span, table=table, options=(("system_versioning", "off"),))
        case "PERIOD" if cursor.peek() == "FOR":
            rest_of(cursor)
            yield Other(span=span, kind="alter table drop period")
        case _:
            cursor.accept("COLUMN")
            if_exists = cursor.accept("IF", "EXISTS")
            column = cursor.identifier()
            cursor.accept_any("CASCADE", "RESTRICT")
            yield DropColumn(span=span, table=table, column=column, if_exists=if_exists)


def _dropped_index(cursor: Cursor, table: Name, span: Span) -> Operation:
    cursor.next()
    index_word = cursor.span_from(cursor.at - 1)
    if_exists = cursor.accept("IF", "EXISTS")
    index = cursor.name()
    if index == Name(None, "PRIMARY", index.span):
        name = Identifier(index.text, index.span)
        return DropConstraint(span=span, table=table, name=name, if_exists=if_exists, kind="primary key")
    return DropIndex(span=span, index=index, table=table, if_exists=if_exists, index_word=index_word)


def _read_rename(cursor: Cursor, table: Name) -> Iterator[Operation]:
    span = cursor.span
    cursor.expect("RENAME")
    if cursor.accept("COLUMN"):
        cursor.accept("IF", "EXISTS")
        column = cursor.identifier()
        cursor.expect("TO")
        yield RenameColumn(span=span, table=table, column=column, new_name=cursor.identifier())
    elif cursor.word in ("INDEX", "KEY") and cursor.peek(2):
        cursor.next()
        cursor.accept("IF", "EXISTS")
        index = cursor.name()
        cursor.expect("TO")
        yield RenameIndex(span=span, index=index, new_name=cursor.identifier(), table=table)
    else:
        cursor.accept_any("TO", "AS", "=")
        new = cursor.name()
        new_name = Identifier(new.text, cursor.tokens.span(cursor.at - 1, cursor.at))
        yield RenameTable(span=span, table=table, new_name=new_name, new_schema=new.schema)


def _read_alter(cursor: Cursor, table: Name) -> Iterator[Operation]:
    span = cursor.span
    cursor.expect("ALTER")
    match cursor.word:
        case "INDEX" | "KEY":
            cursor.next()
            cursor.accept("IF", "EXISTS")
            index = cursor.identifier()
            yield SetIndexVisibility(span=span, table=table, index=index, visible=_read_visibility(cursor))
        case "CHECK" | "CONSTRAINT":
            cursor.next()
            name = cursor.identifier()
            enforced = not cursor.accept("NOT")
            cursor.expect("ENFORCED")
            yield AlterConstraint(span=span, table=table, name=name, enforced=enforced)
        case _:
            yield read_altered_column(cursor, table, span)


def _read_visibility(cursor: Cursor) -> bool:
    if cursor.accept("NOT", "IGNORED"):
        return True
    word = cursor.accept_any("VISIBLE", "INVISIBLE", "IGNORED")
    if word is None:
        raise Unreadable(f"expected VISIBLE or INVISIBLE, found {cursor.word or 'the end'}")
    return word == "VISIBLE"


def _read_convert(cursor: Cursor, table: Name) -> Iterator[Operation]:
    span = cursor.span
    cursor.expect("CONVERT", "TO")
    if not accept_charset(cursor):
        raise Unreadable(f"expected CHARACTER SET, found {cursor.word or 'the end'}")
    cursor.accept("=")
    charset = None if cursor.accept("DEFAULT") else charset_name(cursor)
    collation = None
    if cursor.accept("COLLATE"):
        cursor.accept("=")
        collation = charset_name(cursor)
    yield ConvertCharset(span=span, table=table, charset=charset, collation=collation)


def _read_force(cursor: Cursor, table: Name) -> Iterator[Operation]:
    first = cursor.at
    cursor.next()
    yield RebuildTable(span=cursor.span_from(first), table=table)


def _read_order(cursor: Cursor, table: Name) -> Iterator[Operation]:
    span = cursor.span
    cursor.expect("ORDER", "BY")
    for item in Cursor(cursor.tokens, cursor.at, cursor.stop).items():
        item.name()
        item.accept_any("ASC", "DESC")
        if not item.done:
            raise Unreadable(f"unexpected {item.word}")
    rest_of(cursor)
    yield Other(span=span, kind="alter table order by", tables=(table,))


_TWO_WORDS = {
    ("DISABLE", "KEYS"): "alter table disable keys",
    ("ENABLE", "KEYS"): "alter table enable keys",
    ("DISCARD", "TABLESPACE"): "alter table discard tablespace",
    ("IMPORT", "TABLESPACE"): "alter table import tablespace",
    ("WITH", "VALIDATION"): "alter table with validation",
    ("WITHOUT", "VALIDATION"): "alter table without validation",
    ("UPGRADE", "PARTITIONING"): "alter table upgrade partitioning",
    ("SECONDARY_LOAD", ""): "alter table secondary_load",
    ("SECONDARY_UNLOAD", ""): "alter table secondary_unload",
}


def _read_two_words(cursor: Cursor, table: Name) -> Iterator[Operation]:
    first = cursor.at
    kind = _TWO_WORDS.get((cursor.word, cursor.peek()))
    if kind is None:
        raise Unreadable(f"unknown action {cursor.word} {cursor.peek()}".rstrip())
    cursor.at = min(cursor.at + 2, cursor.stop)
    yield Other(span=cursor.span_from(first), kind=kind, tables=(table,))


_ACTIONS: dict[str, _Action] = {
    "ADD": _read_add,
    "DROP": _read_drop,
    "MODIFY": read_modify,
    "CHANGE": read_change,
    "RENAME": _read_rename,
    "ALTER": _read_alter,
    "CONVERT": _read_convert,
    "FORCE": _read_force,
    "ORDER": _read_order,
    **{first: _read_two_words for first, _ in _TWO_WORDS if first != "WITH"},
}

READERS: dict[tuple[str, ...], Reader] = {("ALTER", "TABLE"): _read_alter_table}
