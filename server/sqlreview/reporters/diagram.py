"""A schema as an entity-relationship diagram in the language of Mermaid."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.patterns import regex
from sqlreview.schema import Catalog, Column, Constraint, Table

_NOT_IN_A_WORD = regex(r"[^\w()\[\]-]+")


def diagram_of(catalog: Catalog) -> str:
    """The tables with their columns and foreign keys; partitions and temporary tables are left out."""
    tables = {table.key: table for table in catalog.all(Table) if table.partition_of is None and not table.temporary}
    ordered = sorted(tables.values(), key=lambda table: table.key)
    lines = ["erDiagram"]
    for table in ordered:
        lines += _entity(table)
    for table in ordered:
        for constraint in table.constraints:
            if constraint.kind == "foreign key" and constraint.referenced in tables:
                lines.append(_relationship(table, constraint, tables[constraint.referenced]))
    return "".join(f"{line}\n" for line in lines)


def _entity(table: Table) -> Iterator[str]:
    if not table.columns:
        yield f"    {_quoted(table)}"
        return
    yield f"    {_quoted(table)} {{"
    for column in table.columns:
        kind = _word(str(column.type)) if column.type else "any"
        marks = ", ".join(_marks(table, column))
        comment = f' "{_text(column.comment)}"' if column.comment else ""
        yield f"        {kind} {_word(column.name)}{f' {marks}' if marks else ''}{comment}"
    yield "    }"


def _marks(table: Table, column: Column) -> Iterator[str]:
    """Whether a column is part of the primary key or of a foreign key, or a key of its own."""
    for kind, mark in (("primary key", "PK"), ("foreign key", "FK")):
        if any(item.kind == kind and column.name in item.columns for item in table.constraints):
            yield mark
    if any(item.kind == "unique" and item.columns == (column.name,) for item in table.constraints):
        yield "UK"


def _relationship(table: Table, constraint: Constraint, parent: Table) -> str:
    columns = [table.column(name) for name in constraint.columns]
    required = all(column is not None and column.not_null for column in columns)
    keys = {"primary key", "unique"}
    single = any(item.kind in keys and set(item.columns) <= set(constraint.columns) for item in table.constraints)
    link = f"{'|o' if single else '}o'}--{'||' if required else 'o|'}"
    return f'    {_quoted(table)} {link} {_quoted(parent)} : "{_text(", ".join(constraint.columns))}"'


def _quoted(table: Table) -> str:
    _, schema, name = table.key
    return f'"{_text(name if schema == "public" else f"{schema}.{name}")}"'


def _text(text: str) -> str:
    return " ".join(text.replace('"', "'").split())


def _word(text: str) -> str:
    """A name as Mermaid takes it for a type or an attribute, beginning with a letter."""
    word = _NOT_IN_A_WORD.sub("_", text)
    return word if word[:1].isalpha() else f"x{word}"
