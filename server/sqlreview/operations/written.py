"""What a statement writes of columns and constraints, whichever operation carries them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from sqlreview.frozen import frozen
from sqlreview.operations.columns import AddColumn, ModifyColumn
from sqlreview.operations.constraints import AddCheck, AddExclusion, AddForeignKey, AddNotNull, AddPrimaryKey, AddUnique
from sqlreview.operations.parts import (
    ColumnDefinition,
    ColumnType,
    Constraint,
    Expression,
    Operation,
    PrimaryKey,
    Unique,
)
from sqlreview.operations.tables import CreateTable
from sqlreview.patterns import regex
from sqlreview.sql.cursor import Identifier, Name
from sqlreview.sql.engines import engine_of
from sqlreview.sql.tokens import Tokens
from sqlreview.text import Edit, Span

_UNIQUE = regex(r"(?i)\bunique\b")
_WORDS = regex(r"[A-Z]++(?![a-z])|[A-Z]?[a-z]++|[^A-Za-z0-9_]++")
_AddConstraint = AddPrimaryKey | AddUnique | AddForeignKey | AddCheck | AddExclusion | AddNotNull


@frozen
class WrittenColumn:
    """A column of a lasting table with the type a statement gives it."""

    table: Name
    name: Identifier
    type: ColumnType
    definition: ColumnDefinition


def written_columns(operation: CreateTable | AddColumn) -> Iterator[WrittenColumn]:
    """The columns a statement gives a type to; those of temporary and foreign tables are nobody's design."""
    match operation:
        case CreateTable(temporary=False, foreign=False):
            for column in operation.columns:
                if column.type is not None:
                    yield WrittenColumn(table=operation.table, name=column.name, type=column.type, definition=column)
        case AddColumn(column=column):
            if column.type is not None:
                yield WrittenColumn(table=operation.table, name=column.name, type=column.type, definition=column)
        case _:
            pass


def defined_columns(operation: CreateTable | AddColumn | ModifyColumn) -> tuple[ColumnDefinition, ...]:
    """The definitions of columns a statement writes, of new columns and of those it defines anew."""
    match operation:
        case CreateTable():
            return operation.columns
        case AddColumn():
            return (operation.column,)
        case ModifyColumn():
            return (operation.definition,)


def written_constraints(operation: CreateTable | AddColumn | _AddConstraint) -> Iterator[Constraint]:
    """The constraints a statement writes, at columns or apart from them."""
    match operation:
        case CreateTable():
            for column in operation.columns:
                yield from column.constraints
            yield from operation.constraints
        case AddColumn(column=column):
            yield from column.constraints
        case _:
            yield operation.constraint


def normal_text(expression: Expression | None) -> str:
    """An expression without comments, needless white space and outer parentheses, in one letter case."""
    return _normalised(expression.text) if expression else ""


@lru_cache(maxsize=4096)
def _normalised(text: str) -> str:
    tokens = Tokens(text, engine_of("postgres"))
    first, stop = 0, len(tokens)
    while stop - first > 1 and tokens.words[first] == "(" and tokens.close_of(first) == stop - 1:
        first, stop = first + 1, stop - 1
    return " ".join(tokens.words[first:stop])


def words_of(name: str) -> tuple[str, ...]:
    """The lower-case words of a name in snake_case or camelCase, without numbers."""
    return _words(str(name))


@lru_cache(maxsize=16384)
def _words(name: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in _WORDS.findall(name))


def table_creation(operations: Iterable[Operation], span: Span) -> CreateTable | None:
    """The CREATE TABLE a table's origin means, among the operations of the statement that created it."""
    return next((item for item in operations if isinstance(item, CreateTable) and item.span == span), None)


def appended_element(creation: CreateTable, element: str, sql: str) -> Edit | None:
    """The edit that adds one more element to the brackets of CREATE TABLE; `sql` is its statement."""
    elements = [*creation.columns, *creation.constraints, *creation.likes, *creation.indexes]
    if not elements or creation.elements is None:
        return None
    last = max(elements, key=lambda item: item.span.end).span
    start = sql.rfind("\n", 0, last.start) + 1
    indent = sql[start : last.start]
    separator = f",\n{indent}" if start and not indent.strip() else ", "
    return Edit.insert(last.end, separator + element)


def with_primary_key(creation: CreateTable, columns: list[str], sql: str) -> Edit | None:
    """The edit that gives the table this primary key, in the place of UNIQUE where that names the same columns.

    None where the statement does not make these columns, or has a primary key (which was dropped later).
    """
    names = {column.name.text: column.name.span.of(sql) for column in creation.columns}
    constraints = list(written_constraints(creation))
    if not names.keys() >= set(columns) or any(isinstance(item, PrimaryKey) for item in constraints):
        return None
    for item in constraints:
        if isinstance(item, Unique) and item.name is None and _columns_of(item, creation) == columns:
            word = _UNIQUE.search(sql, item.span.start, item.span.end)
            if word and not item.nulls_not_distinct and not item.without_overlaps:
                return Edit.replace(Span(*word.span()), "PRIMARY KEY")
    return appended_element(creation, f"PRIMARY KEY ({', '.join(names[column] for column in columns)})", sql)


def _columns_of(unique: Unique, creation: CreateTable) -> list[str]:
    owner = next((column.name.text for column in creation.columns if unique in column.constraints), None)
    return [owner] if owner else [column.text for column in unique.columns]


def space_before(span: Span, sql: str) -> Span:
    """A span together with the white space before it, to be deleted with it."""
    start = span.start
    while start > 0 and sql[start - 1] in " \t\r\n":
        start -= 1
    return Span(start, span.end)


def without_item(item: Span, items: Iterable[Span]) -> Span | None:
    """What to delete to take one item out of a list with its comma; None when it is the only one."""
    spans = sorted(items)
    at = spans.index(item)
    if at > 0:
        return Span(spans[at - 1].end, item.end)
    return Span(item.start, spans[1].start) if len(spans) > 1 else None
