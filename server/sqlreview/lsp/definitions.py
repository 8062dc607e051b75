"""What columns, indexes, constraints and types are at a place of the history, as SQL for people to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlreview.lsp.things import Thing, column_thing
from sqlreview.schema import Catalog, Column, Constraint, Index, Origin, Table, Type, View
from sqlreview.schema.definition import column_definition, constraint_definition, index_definition, relation_name
from sqlreview.schema.naming import quoted


def definition_in(catalog: Catalog, thing: Thing) -> str | None:
    """The definition of a column, index, constraint or type; None for what is none of these or not there."""
    match thing.kind:
        case "column":
            return _column(catalog, thing)
        case "index":
            return _index(catalog, thing)
        case "constraint":
            return _constraint(catalog, thing)
        case "type":
            return next((_type(item) for item in catalog.all(Type) if _is(thing, item.origin)), None)
    return None


def _is(thing: Thing, origin: Origin) -> bool:
    return thing.identity == (origin.statement, origin.span)


def _column(catalog: Catalog, thing: Thing) -> str | None:
    for table in catalog.all(Table):
        for column in table.columns:
            if column_thing(table, column) == thing:
                return "\n".join((*_about(column, table), *_with_column(column, table)))
    return None


def _about(column: Column, table: Table) -> Iterator[str]:
    yield from _comment(column.comment)
    yield f"{column_definition(column)}  -- column of {relation_name(table.key)}"


def _with_column(column: Column, table: Table) -> Iterator[str]:
    """The constraints and indexes that a column is part of."""
    for constraint in table.constraints:
        if column.name in constraint.columns:
            yield constraint_definition(constraint)
    for index in table.indexes:
        if index.constraint is None and any(key.column and key.column.text == column.name for key in index.keys):
            yield f"{index_definition(table, index)};"


def _index(catalog: Catalog, thing: Thing) -> str | None:
    for owner, index in _indexes((*catalog.all(Table), *catalog.all(View))):
        if _is(thing, index.origin):
            return f"{index_definition(owner, index)};"
    return None


def _indexes(owners: Iterable[Table | View]) -> Iterator[tuple[Table | View, Index]]:
    return ((owner, index) for owner in owners for index in owner.indexes)


def _constraint(catalog: Catalog, thing: Thing) -> str | None:
    for table in catalog.all(Table):
        for constraint in table.constraints:
            if _is(thing, constraint.origin):
                return _added(table, constraint)
    return None


def _added(table: Table, constraint: Constraint) -> str:
    return f"ALTER TABLE {relation_name(table.key)} ADD {constraint_definition(constraint)};"


def _type(item: Type) -> str:
    return "\n".join((*_comment(item.comment), f"CREATE {_type_words(item)};"))


def _type_words(item: Type) -> str:
    name = relation_name(("type", item.schema, item.name))
    match item.kind:
        case "enum":
            labels = ", ".join("'" + label.replace("'", "''") + "'" for label in item.labels)
            return f"TYPE {name} AS ENUM ({labels if item.created else '...'})"
        case "domain":
            words = [f"DOMAIN {name} AS {item.base or quoted(item.name)}"]
            words += ["NOT NULL"] if item.not_null else []
            return " ".join((*words, *(constraint_definition(check) for check in item.checks)))
        case "composite":
            return f"TYPE {name} AS ({', '.join(column_definition(column) for column in item.columns)})"
    return f"TYPE {name}"


def _comment(comment: str | None) -> Iterator[str]:
    return (f"-- {line}" for line in (comment or "").splitlines())
