"""CREATE TABLE and CREATE FOREIGN TABLE."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from sqlreview.operations.namespaces import Unknown
from sqlreview.operations.parts import ColumnDefinition, Constraint, Operation, PartitionBound, PartitionBy
from sqlreview.operations.readers import Reader, place_of, unknown
from sqlreview.operations.readers.bounds import read_partition_bound, read_partition_by
from sqlreview.operations.readers.columns import read_column_definition, read_column_start
from sqlreview.operations.readers.constraints import read_table_constraint, starts_table_constraint
from sqlreview.operations.readers.keys import read_parameters
from sqlreview.operations.tables import CreateTable, Like
from sqlreview.sql.cursor import Cursor, Name, Unreadable
from sqlreview.sql.engines import Engine
from sqlreview.text import Span

_LIKE_PARTS = frozenset(
    ("comments", "compression", "constraints", "defaults", "generated", "identity", "indexes", "statistics", "storage")
)
_TABLE_MODIFIERS = ("GLOBAL", "LOCAL", "TEMP", "TEMPORARY", "UNLOGGED", "FOREIGN")


@dataclass(slots=True)
class _Draft:
    """What has been read of the statement so far."""

    columns: list[ColumnDefinition] = field(default_factory=list)
    constraints: list[Constraint] = field(default_factory=list)
    likes: list[Like] = field(default_factory=list)
    unreadable: list[Unknown] = field(default_factory=list)
    elements: Span | None = None
    partition_of: Name | None = None
    of_type: Name | None = None
    bound: PartitionBound | None = None
    partition_by: PartitionBy | None = None
    inherits: tuple[Name, ...] = ()
    parameters: tuple[tuple[str, str], ...] = ()
    as_query: Span | None = None
    with_data: bool = True


def _read_create_table(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    whole = cursor.span
    cursor.expect("CREATE")
    modifiers = set()
    while (modifier := cursor.accept_any(*_TABLE_MODIFIERS)) is not None:
        modifiers.add(modifier)
    cursor.expect("TABLE")
    if_not_exists = cursor.accept("IF", "NOT", "EXISTS")
    table = cursor.name()
    draft = _Draft()
    _read_kind(cursor, draft)
    if cursor.sees("WITH", "CLUSTERING", "ORDER"):
        raise Unreadable("this is CQL, whose types mean something else")
    _read_tail(cursor, draft)
    if draft.partition_of is None and draft.of_type is None and draft.as_query is None:
        draft.unreadable += (
            unknown(column.span, f"column {column.name} has no type") for column in draft.columns if column.type is None
        )
    created = CreateTable(
        span=whole,
        table=table,
        columns=tuple(draft.columns),
        constraints=tuple(draft.constraints),
        likes=tuple(draft.likes),
        inherits=draft.inherits,
        partition_of=draft.partition_of,
        bound=draft.bound,
        partition_by=draft.partition_by,
        of_type=draft.of_type,
        temporary="TEMP" in modifiers or "TEMPORARY" in modifiers,
        unlogged="UNLOGGED" in modifiers,
        foreign="FOREIGN" in modifiers,
        if_not_exists=if_not_exists,
        as_query=draft.as_query,
        with_data=draft.with_data,
        parameters=draft.parameters,
        elements=draft.elements,
    )
    return (created, *draft.unreadable)


def _read_kind(cursor: Cursor, draft: _Draft) -> None:
    if cursor.accept("PARTITION", "OF"):
        draft.partition_of = cursor.name()
    elif cursor.accept("OF"):
        draft.of_type = cursor.name()
    if cursor.word == "(":
        _read_elements(cursor, draft)
    if draft.partition_of is not None:
        draft.bound = read_partition_bound(cursor)


def _read_elements(cursor: Cursor, draft: _Draft) -> None:
    tokens, opening = cursor.tokens, cursor.at
    inside = cursor.group()
    draft.elements = Span(tokens.ends[opening], tokens.starts[inside.stop])
    for element in inside.items():
        first, place = element.at, place_of(element)
        try:
            _read_element(element, draft)
        except Unreadable as problem:
            draft.unreadable.append(unknown(place, problem))
            _keep_column(Cursor(tokens, first, element.stop), draft)
    if tokens.words[inside.stop] != ")":
        draft.unreadable.append(unknown(tokens.span(opening, opening + 1), "a parenthesis is never closed"))


def _keep_column(cursor: Cursor, draft: _Draft) -> None:
    if starts_table_constraint(cursor) or cursor.word == "LIKE" or not cursor.sees_identifier():
        return
    try:
        column = read_column_start(cursor)
    except Unreadable:
        return
    if column.type is not None:
        draft.columns.append(column)


def _read_element(cursor: Cursor, draft: _Draft) -> None:
    if starts_table_constraint(cursor):
        constraint = read_table_constraint(cursor)
        if not cursor.done:
            raise Unreadable(f"unexpected {cursor.word} after a constraint")
        draft.constraints.append(constraint)
    elif cursor.word == "LIKE":
        draft.likes.append(_read_like(cursor))
    else:
        draft.columns.append(read_column_definition(cursor))


def _read_like(cursor: Cursor) -> Like:
    first = cursor.at
    cursor.expect("LIKE")
    source = cursor.name()
    including: frozenset[str] = frozenset()
    while (direction := cursor.accept_any("INCLUDING", "EXCLUDING")) is not None:
        what = cursor.next().lower()
        if direction == "INCLUDING":
            including |= {what}
        else:
            including = _without(including, what)
    if not cursor.done:
        raise Unreadable(f"unexpected {cursor.word} after LIKE {source}")
    return Like(source, including, cursor.span_from(first))


def _without(including: frozenset[str], what: str) -> frozenset[str]:
    if what == "all":
        return frozenset()
    if "all" in including:
        including = including - {"all"} | _LIKE_PARTS
    return including - {what}


def _read_tail(cursor: Cursor, draft: _Draft) -> None:
    while not cursor.done:
        first = cursor.at
        reader = _TAIL.get(cursor.word)
        if reader is None:
            reason = f"unexpected {cursor.word} after CREATE TABLE"
            draft.unreadable.append(unknown(cursor.span, reason))
            return
        try:
            reader(cursor, draft)
        except Unreadable as problem:
            span = cursor.tokens.span(first, cursor.stop)
            draft.unreadable.append(unknown(span, problem))
            return


def _read_inherits(cursor: Cursor, draft: _Draft) -> None:
    cursor.next()
    draft.inherits = tuple(item.name() for item in cursor.group().items())


def _read_partition_by(cursor: Cursor, draft: _Draft) -> None:
    draft.partition_by = read_partition_by(cursor)


def _read_with(cursor: Cursor, draft: _Draft) -> None:
    cursor.expect("WITH")
    if not cursor.accept("OIDS"):
        draft.parameters = read_parameters(cursor)


def _skip_without_oids(cursor: Cursor, draft: _Draft) -> None:
    cursor.expect("WITHOUT", "OIDS")


def _skip_name(cursor: Cursor, draft: _Draft) -> None:
    cursor.next()
    cursor.identifier()


def _skip_group(cursor: Cursor, draft: _Draft) -> None:
    cursor.next()
    cursor.group()


def _skip_on_commit(cursor: Cursor, draft: _Draft) -> None:
    cursor.expect("ON", "COMMIT")
    if not (cursor.accept("DROP") or cursor.accept("DELETE", "ROWS") or cursor.accept("PRESERVE", "ROWS")):
        raise Unreadable(f"unexpected {cursor.word or 'end'} after ON COMMIT")


def _read_as(cursor: Cursor, draft: _Draft) -> None:
    cursor.expect("AS")
    words = cursor.tokens.words
    stop = cursor.stop
    if words[stop - 3 : stop] == ["WITH", "NO", "DATA"]:
        draft.with_data = False
        stop -= 3
    elif words[stop - 2 : stop] == ["WITH", "DATA"]:
        stop -= 2
    if stop <= cursor.at:
        raise Unreadable("expected a query after AS")
    draft.as_query = cursor.tokens.span(cursor.at, stop)
    cursor.at = cursor.stop


_TAIL: dict[str, Callable[[Cursor, _Draft], None]] = {
    "INHERITS": _read_inherits,
    "PARTITION": _read_partition_by,
    "WITH": _read_with,
    "WITHOUT": _skip_without_oids,
    "USING": _skip_name,
    "TABLESPACE": _skip_name,
    "SERVER": _skip_name,
    "OPTIONS": _skip_group,
    "ON": _skip_on_commit,
    "AS": _read_as,
}

READERS: dict[tuple[str, ...], Reader] = {("CREATE", "TABLE"): _read_create_table}
