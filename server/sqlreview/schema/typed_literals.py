"""String literals whose type the schema tells: those cast to a type, and those compared with or put into a column."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlreview.operations import (
    AddCheck,
    AddColumn,
    ColumnDefinition,
    ColumnType,
    CreateIndex,
    CreateTable,
    Expression,
    Operation,
    SetColumnDefault,
)
from sqlreview.patterns import regex
from sqlreview.queries import Insert, Predicate, Query, Update, Value, Values, predicates_of, values_of
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.records import AddedLabels, Table, Type
from sqlreview.schema.resolution import column_of
from sqlreview.sql.cursor import Name, folded, unquoted
from sqlreview.sql.engines import engine_of
from sqlreview.sql.tokens import Tokens
from sqlreview.text import Span

_POSTGRES = engine_of("postgres")
_CAST_COLUMN = regex(r"[\w\")]\s*+::")


@dataclass(frozen=True, slots=True)
class TypedLiteral:
    """A string literal that is a value of a user-defined type."""

    text: str
    """Its characters, without quotes."""
    type: Type
    span: Span


def typed_literals_of(subject: Query | Operation, catalog: Catalog) -> Iterator[TypedLiteral]:
    """The literals of user-defined types in a query, a default, a check or the condition of an index."""
    match subject:
        case Query():
            yield from _in_query(subject, catalog)
        case AddColumn(column=column):
            yield from _in_definition(column, catalog)
        case CreateTable(columns=columns):
            for column in columns:
                yield from _in_definition(column, catalog)
        case SetColumnDefault(table=name, column=changed, default=default):
            known = catalog.table(name)
            found = known.column(changed.text) if known else None
            yield from _in_expression(default, _type_of(found.type if found else None, catalog), catalog)
        case AddCheck(table=name, constraint=check):
            yield from _in_condition(check.expression, catalog.table(name), catalog)
        case CreateIndex(table=name, predicate=Expression() as predicate):
            yield from _in_condition(predicate, catalog.table(name), catalog)


def _in_definition(column: ColumnDefinition, catalog: Catalog) -> Iterator[TypedLiteral]:
    if column.default:
        yield from _in_expression(column.default, _type_of(column.type, catalog), catalog)


def _in_condition(expression: Expression, table: Table | None, catalog: Catalog) -> Iterator[TypedLiteral]:
    columns = [table.column(name) for name in expression.columns] if table else []
    types = {_type_of(column.type, catalog) for column in columns if column}
    certain = len(types) == 1 and not _CAST_COLUMN.search(expression.text)
    yield from _in_expression(expression, types.pop() if certain else None, catalog)


def _in_expression(expression: Expression, expected: Type | None, catalog: Catalog) -> Iterator[TypedLiteral]:
    if "'" not in expression.text:
        return
    tokens = Tokens(expression.text, _POSTGRES)
    for index, word in enumerate(tokens.words):
        if word[:1] != "'":
            continue
        found = expected
        if tokens.words[index + 1] == "::":
            name = Name(None, folded(tokens.text(index + 2)), Span(0, 0)) if index + 2 < len(tokens) else None
            found = _user_type(name, catalog) if name else None
        if found is not None:
            yield TypedLiteral(unquoted(word), found, tokens.span(index, index + 1).shifted(expression.span.start))


def _in_query(query: Query, catalog: Catalog) -> Iterator[TypedLiteral]:
    for value, kind in _expected(query, catalog):
        yield from _literals(value, kind)
    for predicate in predicates_of(query):
        yield from _compared(predicate, query, catalog)
    for value in values_of(query):
        yield from _cast(value, catalog)


def _expected(query: Query, catalog: Catalog) -> Iterator[tuple[Value, Type | None]]:
    """The values a write puts into columns, with the types of the columns."""
    match query:
        case Update():
            table = catalog.table(query.target.name) if query.target.name else None
            for assignment in query.assignments:
                if len(assignment.columns) == 1:
                    yield assignment.value, _column_type(table, assignment.columns[0].text, catalog)
        case Insert(source=Values(rows=rows)):
            table = catalog.table(query.target.name) if query.target.name else None
            names = [column.text for column in query.columns]
            names = names or [column.name for column in (table.columns if table else ())]
            types = [_column_type(table, name, catalog) for name in names]
            for row in rows:
                yield from zip(row, types, strict=False)


def _compared(predicate: Predicate, query: Query, catalog: Catalog) -> Iterator[TypedLiteral]:
    values = predicate.values
    for value in values:
        yield from _cast(value, catalog)
    reference = next((value.column for value in values if value.column), None)
    found = column_of(reference, query, catalog) if reference else None
    if found is not None:
        kind = _type_of(found[1].type, catalog)
        for value in values:
            yield from _literals(value, kind)


def _literals(value: Value, kind: Type | None) -> Iterator[TypedLiteral]:
    if kind is None:
        return
    if value.kind == "string" and value.string is not None:
        yield TypedLiteral(value.string, kind, value.span)
    elif value.kind in ("row", "array", "case"):
        for item in value.items:
            yield from _literals(item, kind)


def _cast(value: Value, catalog: Catalog) -> Iterator[TypedLiteral]:
    if value.kind == "cast" and value.string is not None and value.cast is not None:
        schema, _, name = value.cast.replace('"', "").rpartition(".")
        kind = _user_type(Name(schema or None, name, value.span), catalog)
        if kind is not None:
            yield TypedLiteral(value.string, kind, value.items[0].span)
        return
    for item in value.items:
        yield from _cast(item, catalog)


def _column_type(table: Table | None, name: str, catalog: Catalog) -> Type | None:
    column = table.column(name) if table else None
    return _type_of(column.type, catalog) if column else None


def _type_of(written: ColumnType | None, catalog: Catalog) -> Type | None:
    """The user-defined type a column type means."""
    return _user_type(Name(written.schema, written.name, written.span), catalog) if written else None


def _user_type(name: Name, catalog: Catalog) -> Type | None:
    """The type of that name; of an enum that the history does not create the labels it adds."""
    known = catalog.user_type(name)
    key = catalog.resolve("added-labels", name) if known is None else None
    added = catalog.get(key) if key else None
    if key is None or not isinstance(added, AddedLabels):
        return known
    origin = added.labels[0][1]
    return Type(schema=key[1], name=key[2], kind="enum", added_labels=added.labels, created=False, origin=origin)
