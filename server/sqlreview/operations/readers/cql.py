"""Reads statements of CQL, as far as rules ask about them."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.operations.cql import (
    AddCqlColumns,
    CqlColumn,
    CqlQuery,
    CqlSort,
    CreateCqlIndex,
    CreateCqlTable,
    DropCqlTable,
    OtherCql,
)
from sqlreview.operations.parts import Operation
from sqlreview.operations.readers import unknown
from sqlreview.sql.cursor import Cursor, Identifier, Unreadable
from sqlreview.sql.tokens import Tokens
from sqlreview.text import Span

_AFTER_WHERE = frozenset(("ORDER", "LIMIT", "ALLOW", "GROUP", "PER", "IF"))
_HEADS = frozenset(("SELECT", "UPDATE", "DELETE"))
_OTHERS = frozenset(
    ("INSERT", "BEGIN", "APPLY", "USE", "TRUNCATE", "GRANT", "REVOKE", "LIST", "CREATE", "ALTER", "DROP", "DESCRIBE")
) | {"DESC", "CONSISTENCY", "COPY", "SOURCE", "TRACING", "PAGING", "EXPAND", "CAPTURE", "EXIT", "SHOW", "HELP"}


def operations_of_cql(tokens: Tokens) -> tuple[Operation, ...]:
    """What a statement of CQL does."""
    cursor = Cursor(tokens)
    whole = cursor.span
    try:
        return (_read(cursor, whole),)
    except (Unreadable, IndexError, ValueError) as problem:
        return (unknown(whole, problem),)


def _read(cursor: Cursor, whole: Span) -> Operation:
    head = cursor.word
    if head in _HEADS:
        return _query(cursor, whole)
    match head, cursor.peek():
        case "CREATE", "TABLE" | "COLUMNFAMILY":
            cursor.at += 2
            return _table(cursor, whole)
        case "CREATE", "MATERIALIZED":
            cursor.at += 3
            return _view(cursor, whole)
        case "CREATE", "INDEX" | "CUSTOM":
            return _index(cursor, whole)
        case "ALTER", "TABLE":
            cursor.at += 2
            return _alter(cursor, whole)
        case "DROP", "TABLE":
            cursor.at += 2
            cursor.accept("IF", "EXISTS")
            return DropCqlTable(span=whole, table=cursor.name())
        case "DROP", "MATERIALIZED":
            cursor.at += 3
            cursor.accept("IF", "EXISTS")
            return DropCqlTable(span=whole, table=cursor.name())
    if head in _OTHERS:
        return OtherCql(span=whole)
    return unknown(whole, f"unknown statement {head}")


def _table(cursor: Cursor, whole: Span) -> Operation:
    cursor.accept("IF", "NOT", "EXISTS")
    name = cursor.name()
    columns: list[CqlColumn] = []
    partition: tuple[Identifier, ...] = ()
    clustering: tuple[Identifier, ...] = ()
    key: Span | None = None
    for part in _parts(cursor):
        if part.sees("PRIMARY", "KEY", "("):
            part.at += 2
            partition, clustering, key = _key(part)
            continue
        column = part.identifier()
        written = _column(part, column.text)
        columns.append(written[0])
        if written[1]:
            partition, key = (column,), part.tokens.span(part.at - 2, part.at)
    if not partition:
        raise Unreadable("the table has no PRIMARY KEY")
    descending, expires, windowed = _options(cursor)
    return CreateCqlTable(
        span=whole,
        table=name,
        columns=tuple(columns),
        partition=partition,
        clustering=clustering,
        descending=descending,
        key=key,
        expires=expires,
        windowed=windowed,
    )


def _parts(cursor: Cursor) -> Iterator[Cursor]:
    """The elements between the brackets under the cursor, which is moved behind them; `<` and `>` nest as well."""
    if cursor.word != "(":
        raise Unreadable("expected (")
    tokens, close = cursor.tokens, cursor.tokens.close_of(cursor.at)
    first, depth = cursor.at + 1, 0
    for index in range(first, close):
        word = tokens.words[index]
        depth += (word == "(") + word.count("<") - (word == ")") - word.count(">")
        if word == "," and depth == 0:
            yield Cursor(tokens, first, index)
            first = index + 1
    if first < close:
        yield Cursor(tokens, first, close)
    cursor.at = close + 1


def _column(part: Cursor, name: str) -> tuple[CqlColumn, bool]:
    """A column, and whether it is the primary key; the cursor ends behind what says so."""
    first = part.at
    while not part.done and part.word not in ("STATIC", "PRIMARY", "MASKED", "WITH"):
        part.at += 1
    type_span = part.tokens.span(first, part.at)
    is_static = part.accept("STATIC")
    is_key = part.accept("PRIMARY", "KEY")
    column = CqlColumn(name=name, type=type_span.of(part.tokens.sql).lower(), is_static=is_static)
    return column, is_key


def _key(part: Cursor) -> tuple[tuple[Identifier, ...], tuple[Identifier, ...], Span]:
    """Partition key, clustering columns and the place of PRIMARY KEY (...)."""
    close = part.tokens.close_of(part.at)
    span = part.tokens.span(part.at + 1, close)
    elements = list(_parts(part))
    first = elements[0]
    if first.word == "(":
        partition = tuple(inner.identifier() for inner in _parts(first))
    else:
        partition = (first.identifier(),)
    return partition, tuple(one.identifier() for one in elements[1:]), span


def _options(cursor: Cursor) -> tuple[tuple[str, ...], bool, bool]:
    """The clustering columns in descending order, whether rows expire, and whether they are compacted by time."""
    descending: list[str] = []
    expires = windowed = False
    while not cursor.done:
        if cursor.accept("CLUSTERING", "ORDER", "BY"):
            for part in _parts(cursor):
                column = part.identifier()
                if part.word == "DESC":
                    descending.append(column.text)
            continue
        if cursor.sees("DEFAULT_TIME_TO_LIVE", "="):
            expires = cursor.tokens.text(cursor.at + 2) != "0"
        windowed = windowed or "TimeWindowCompactionStrategy" in cursor.tokens.text(cursor.at)
        cursor.at += 1
    return tuple(descending), expires, windowed


def _view(cursor: Cursor, whole: Span) -> Operation:
    cursor.accept("IF", "NOT", "EXISTS")
    name = cursor.name()
    while not cursor.done and not cursor.sees("PRIMARY", "KEY", "("):
        cursor.at += 1
    cursor.expect("PRIMARY", "KEY")
    partition, clustering, key = _key(cursor)
    descending, _, _ = _options(cursor)
    return CreateCqlTable(
        span=whole,
        table=name,
        partition=partition,
        clustering=clustering,
        descending=descending,
        key=key,
        expires=True,
        is_view=True,
    )


def _index(cursor: Cursor, whole: Span) -> Operation:
    while not cursor.accept("ON"):
        cursor.next()
    table = cursor.name()
    part = next(_parts(cursor), None)
    column = part.identifier().text if part and len(part.tokens) and part.stop - part.at == 1 else ""
    return CreateCqlIndex(span=whole, table=table, column=column)


def _alter(cursor: Cursor, whole: Span) -> Operation:
    cursor.accept("IF", "EXISTS")
    table = cursor.name()
    if not cursor.accept("ADD"):
        return OtherCql(span=whole)
    cursor.accept("IF", "NOT", "EXISTS")
    columns: list[CqlColumn] = []
    rest = Cursor(cursor.tokens, cursor.at, cursor.stop)
    if not rest.done and rest.word != "(":
        name = rest.identifier().text
        columns.append(_column(rest, name)[0])
    return AddCqlColumns(span=whole, table=table, columns=tuple(columns))


def _query(cursor: Cursor, whole: Span) -> Operation:
    verb = cursor.next()
    star = cursor.tokens.span(cursor.at, cursor.at + 1) if verb == "SELECT" and cursor.word == "*" else None
    if verb != "UPDATE":
        while not cursor.accept("FROM"):
            cursor.next()
    table = cursor.name()
    while not cursor.done and cursor.word not in ("WHERE", *_AFTER_WHERE):
        cursor.at += 1
    fixed: list[str] = []
    limited: list[str] = []
    tokens: list[str] = []
    first = cursor.at
    where: Span | None = None
    if cursor.accept("WHERE"):
        while not cursor.done and cursor.word not in _AFTER_WHERE:
            _restriction(cursor, fixed, limited, tokens)
        where = cursor.tokens.span(first, cursor.at)
    order, is_nearest, filtering = _tail(cursor)
    return CqlQuery(
        span=whole,
        verb=verb,  # type: ignore[arg-type]
        table=table,
        fixed=tuple(fixed),
        limited=tuple(limited),
        tokens=tuple(tokens),
        where=where,
        order=order,
        is_nearest=is_nearest,
        filtering=filtering,
        star=star,
    )


def _restriction(cursor: Cursor, fixed: list[str], limited: list[str], tokens: list[str]) -> None:
    """One condition of WHERE."""
    if cursor.accept("TOKEN"):
        tokens += [part.identifier().text for part in _parts(cursor)]
    elif cursor.word == "(":
        names = [part.identifier().text for part in _parts(cursor)]
        (fixed if cursor.word in ("=", "IN") else limited).extend(names)
    else:
        name = cursor.identifier().text
        (fixed if cursor.word in ("=", "IN") else limited).append(name)
    while not cursor.done and cursor.word not in _AFTER_WHERE:
        if cursor.accept("AND"):
            return
        cursor.at = cursor.tokens.close_of(cursor.at) + 1 if cursor.word in ("(", "[", "{") else cursor.at + 1


def _tail(cursor: Cursor) -> tuple[tuple[CqlSort, ...], bool, Span | None]:
    """What stands behind the conditions: ORDER BY, its ANN OF, ALLOW FILTERING."""
    order: list[CqlSort] = []
    is_nearest = False
    filtering: Span | None = None
    while not cursor.done:
        if cursor.accept("ORDER", "BY"):
            while cursor.sees_identifier() and cursor.word not in ("LIMIT", "ALLOW", "PER"):
                column = cursor.identifier()
                is_nearest |= cursor.accept("ANN")
                order.append(CqlSort(column=column, descending=cursor.accept("DESC")))
                cursor.accept("ASC")
                if not cursor.accept(","):
                    break
        elif cursor.sees("ALLOW", "FILTERING"):
            filtering = cursor.tokens.span(cursor.at, cursor.at + 2)
            cursor.at += 2
        else:
            cursor.at += 1
    return tuple(order), is_nearest, filtering
