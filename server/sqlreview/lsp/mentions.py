"""The names in a statement: relations, columns, indexes, constraints and types, not yet resolved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Literal

from sqlreview.operations import (
    AlterConstraint,
    AlterSequence,
    AttachIndexPartition,
    Check,
    ColumnDefinition,
    ColumnType,
    Comment,
    CreateCompositeType,
    CreateDomain,
    CreateEnum,
    CreateIndex,
    CreateMaterializedView,
    CreateOtherType,
    CreateSequence,
    CreateTable,
    CreateView,
    DropConstraint,
    Exclusion,
    Expression,
    ForeignKey,
    IndexDefinition,
    NotNull,
    Operation,
    PrimaryKey,
    RenameColumn,
    RenameConstraint,
    RenameIndex,
    RenameTable,
    RenameType,
    RenameView,
    Unique,
    ValidateConstraint,
)
from sqlreview.queries import ColumnReference, Query, Scope, Write
from sqlreview.queries.clauses import Assignment, CommonTable, MergeAction, OnConflict, Source
from sqlreview.queries.values import Predicate, Value
from sqlreview.reading import Reading
from sqlreview.sql.cursor import Cursor, Identifier, Name, Unreadable, folded
from sqlreview.sql.engines import Engine
from sqlreview.sql.tokens import Tokens
from sqlreview.text import Span

Kind = Literal["relation", "column", "index", "constraint", "type"]

_RELATION_FIELDS = frozenset(
    {"table", "view", "partition_of", "referenced", "parent", "partition", "other", "source"}
    | {"inherits", "uses", "tables", "sequence", "on"}
)
_INDEX_FIELDS = frozenset({"index", "using_index"})
_TYPE_FIELDS = frozenset({"type", "domain", "of_type"})
_COLUMN_FIELDS = frozenset({"column", "columns", "include", "on_delete_columns", "after"})
_KINDS: dict[str, Kind] = {
    **dict.fromkeys(("table", "view", "materialized view", "foreign table", "sequence", "column"), "relation"),
    "index": "index",
    "constraint": "constraint",
    **dict.fromkeys(("type", "domain"), "type"),
}
"""What the name in COMMENT ON, SET SCHEMA and the like means, by the kind they state."""
_OWNED = ("index", "constraint")
"""What belongs to a table that the statement names beside it."""
_MAKERS = (
    *(CreateTable, CreateView, CreateMaterializedView, CreateIndex, CreateSequence),
    *(CreateEnum, CreateCompositeType, CreateOtherType, CreateDomain),
)
_MAKING_FIELDS = frozenset({"table", "view", "name", "sequence", "type", "domain"})
_CONSTRAINTS = (PrimaryKey, Unique, ForeignKey, Check, Exclusion, NotNull)
_ABOUT_CONSTRAINTS = (DropConstraint, RenameConstraint, ValidateConstraint, AlterConstraint)
_RENAMED: tuple[tuple[type, Kind], ...] = (
    (RenameTable, "relation"),
    (RenameView, "relation"),
    (AlterSequence, "relation"),
    (RenameIndex, "index"),
    (RenameType, "type"),
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One name at one place of a statement, counted from its beginning."""

    kind: Kind
    name: Name
    """Of a column its own name, without schema."""
    owner: Name | None = None
    """The table of a column, or of an index of MySQL."""
    makes: bool = False
    """Whether the statement creates it, or gives it this name."""
    reference: ColumnReference | None = None
    """In a query, where the column's table follows from `query`."""
    query: Query | None = None
    is_alias: bool = False
    """Whether another name is written that stands for it within the query."""

    @property
    def span(self) -> Span:
        """The place of the name."""
        return self.name.span


def mentions_of(reading: Reading, text: str, engine: Engine) -> Iterator[Mention]:
    """Every name in a statement; the same place may come twice."""
    for operation in reading.operations:
        yield from _Walk(text, engine, operation).mentions()
    for query in reading.queries:
        yield from _in_query(query, text)
    for body in reading.bodies:
        for inner in body.readings:
            yield from mentions_of(inner, text, engine)


_known_fields: dict[type, tuple[str, ...]] = {}


def _fields_of(kind: type) -> tuple[str, ...]:
    known = _known_fields.get(kind)
    if known is None:
        known = _known_fields[kind] = tuple(field.name for field in fields(kind))
    return known


@dataclass(frozen=True, slots=True)
class _Walk:
    """An operation that is walked through; its columns belong to its table."""

    text: str
    engine: Engine
    operation: Operation

    def mentions(self) -> Iterator[Mention]:
        """Every name in it."""
        yield from self._inside(self.operation, _owner(self.operation))

    def _inside(self, part: Any, owner: Name | None) -> Iterator[Mention]:
        for field in _fields_of(type(part)):
            value = getattr(part, field)
            for item in value if isinstance(value, tuple) else (value,):
                yield from self._of(part, field, item, owner)

    def _of(self, part: Any, field: str, item: Any, owner: Name | None) -> Iterator[Mention]:
        match item:
            case Name():
                kind = _kind_of_name(part, field)
                if kind is not None:
                    makes = isinstance(part, _MAKERS) and field in _MAKING_FIELDS and part is self.operation
                    makes = makes and not (isinstance(part, CreateIndex) and field == "table")
                    yield Mention(kind, item, owner if kind in _OWNED and item is not owner else None, makes)
            case Identifier():
                yield from _of_identifier(part, field, item, owner)
            case ColumnType():
                yield from self._type(item)
            case Expression():
                yield from self._columns(item, owner)
            case _ if is_dataclass(item) and not isinstance(item, Span | Query):
                yield from self._inside(item, owner)

    def _type(self, written: ColumnType) -> Iterator[Mention]:
        tokens = Tokens(self.text, self.engine, written.span.start, written.span.end)
        try:
            yield Mention("type", Cursor(tokens).name())
        except Unreadable:
            return

    def _columns(self, expression: Expression, owner: Name | None) -> Iterator[Mention]:
        """The columns of an expression, which says their names but not their places."""
        if not expression.columns or owner is None:
            return
        tokens = Tokens(self.text, self.engine, expression.span.start, expression.span.end)
        for index in range(len(tokens)):
            if tokens.words[index + 1] in (".", "("):
                continue
            name = folded(tokens.text(index), self.engine)
            if name in expression.columns:
                yield Mention("column", Name(None, name, tokens.span(index, index + 1)), owner)


def _owner(operation: Operation) -> Name | None:
    if isinstance(operation, Comment):
        return operation.name if operation.column else operation.on
    owner = getattr(operation, "table", None) or getattr(operation, "view", None)
    return owner if isinstance(owner, Name) else None


def _kind_of_name(part: Any, field: str) -> Kind | None:
    if field in ("name", "objects"):
        if isinstance(part, CreateIndex):
            return "index"
        return _KINDS.get(str(getattr(part, "kind", "")))
    if field in _INDEX_FIELDS or (isinstance(part, AttachIndexPartition) and field == "partition"):
        return "index"
    if field in _TYPE_FIELDS:
        return "type"
    return "relation" if field in _RELATION_FIELDS else None


def _of_identifier(part: Any, field: str, item: Identifier, owner: Name | None) -> Iterator[Mention]:
    name = Name(None, item.text, item.span)
    if field == "new_name":
        yield from _renamed(part, name, owner)
    elif isinstance(part, ForeignKey) and field == "referenced_columns":
        yield Mention("column", name, part.referenced)
    elif field == "name" and isinstance(part, _CONSTRAINTS + _ABOUT_CONSTRAINTS):
        yield Mention("constraint", name, owner, makes=isinstance(part, _CONSTRAINTS))
    elif field in _INDEX_FIELDS:
        yield Mention("index", name, owner)
    elif isinstance(part, IndexDefinition) and field == "name":
        yield Mention("index", name, owner, makes=True)
    elif isinstance(part, ColumnDefinition) and field == "name":
        yield Mention("column", name, owner, makes=True)
    elif field in _COLUMN_FIELDS and owner is not None:
        yield Mention("column", name, owner)


def _renamed(part: Any, name: Name, owner: Name | None) -> Iterator[Mention]:
    """The new name of something: it is in the schema of the old one."""
    if isinstance(part, RenameColumn | RenameConstraint):
        yield Mention("column" if isinstance(part, RenameColumn) else "constraint", name, owner, makes=True)
        return
    for renaming, kind in _RENAMED:
        if isinstance(part, renaming):
            values = (getattr(part, field) for field in _fields_of(type(part)))
            old = next((value for value in values if isinstance(value, Name)), None)
            schema = getattr(part, "new_schema", None) or (old.schema if old else None)
            table = getattr(part, "table", None) if kind == "index" else None
            yield Mention(kind, Name(schema, name.text, name.span), table, makes=True)


def _in_query(query: Query, text: str) -> Iterator[Mention]:
    for source in query.sources:
        if source.kind == "table" and source.name is not None:
            yield Mention("relation", source.name)
    for reference in _references(query, query):
        name = Name(None, reference.column, reference.column_span)
        yield Mention("column", name, reference=reference, query=query)
        if reference.qualifier:
            yield from _qualifier(reference, reference.qualifier, query, text)
    if isinstance(query, Write) and query.target.name is not None:
        for column in _written(query):
            yield Mention("column", Name(None, column.text, column.span), query.target.name)


def _qualifier(reference: ColumnReference, qualifier: str, query: Query, text: str) -> Iterator[Mention]:
    """The table, or the alias of one, that stands before a column."""
    source = query.scope.source(qualifier)
    if source is None or source.name is None or source.kind != "table":
        return
    written = text[reference.span.start : reference.column_span.start].rstrip().removesuffix(".").rstrip()
    span = Span(reference.span.start, reference.span.start + len(written))
    yield Mention("relation", Name(source.name.schema, source.name.text, span), is_alias=source.alias is not None)


def _references(part: Any, query: Query) -> Iterator[ColumnReference]:
    """The columns that the query's own level names."""
    if isinstance(part, Value | Predicate):
        yield from part.columns
    elif isinstance(part, tuple):
        for item in part:
            yield from _references(item, query)
    elif isinstance(part, Source):
        yield from _references((part.condition, part.function), query)
        for column in part.using:
            yield ColumnReference(span=column.span, column=column.text, column_span=column.span)
    elif (part is query or not isinstance(part, Query)) and _is_walked(part):
        for field in _fields_of(type(part)):
            yield from _references(getattr(part, field), query)
    if part is query:
        yield from _references(query.sources, query)


def _is_walked(part: object) -> bool:
    return is_dataclass(part) and not isinstance(part, Scope | CommonTable | Span | Name | Identifier)


def _written(part: Any) -> Iterator[Identifier]:
    """The columns a write names as those that get values."""
    for field in _fields_of(type(part)):
        value = getattr(part, field)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Identifier) and field == "columns":
                yield item
            elif isinstance(item, Assignment | MergeAction | OnConflict):
                yield from _written(item)
