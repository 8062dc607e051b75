"""Where the columns of a table are defined, for findings about columns and for fixes that change definitions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlreview.frozen import frozen
from sqlreview.operations import ColumnDefinition, Expression, Name, Operation
from sqlreview.operations.written import table_creation, words_of
from sqlreview.patterns import regex
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.keys import primary_key_columns
from sqlreview.schema.records import Column, Table
from sqlreview.text import Edit

_NULL_TEST = regex(r"(?i)\bIS\s++(?:NOT\s++)?+NULL\b|\b(?:num_nonnulls|num_nulls|coalesce)\b")

_NULL_EXPLAINED = regex(r"(?i)\bnull(?:s|able)?+\b")
_FLAGS = (("is",), ("has",), ("can",))


@frozen
class DefinedColumn:
    """A column of the final table as CREATE TABLE defines it."""

    column: Column
    definition: ColumnDefinition

    @property
    def with_not_null(self) -> Edit | None:
        """The edit that writes NOT NULL behind its type, unless a later statement says all of the column again."""
        kind, is_said = self.definition.type, self.definition.not_null or self.definition.null_span is not None
        return None if kind is None or is_said or self.column.redefined else Edit.insert(kind.span.end, " NOT NULL")


def defined_columns(table: Table, operations: Iterable[Operation]) -> Iterator[DefinedColumn]:
    """The columns that stand in the statement that creates the table; `operations` are those of that statement."""
    creation = table_creation(operations, table.origin.span)
    if creation is None:
        return
    definitions = {item.span: item for item in creation.columns}
    for column in table.columns:
        definition = definitions.get(column.origin.span)
        if definition is not None and column.origin.statement == table.origin.statement and not column.copied:
            yield DefinedColumn(column=column, definition=definition)


def accepts_null(table: Table, column: Column, catalog: Catalog) -> bool:
    """Whether it takes NULL only because nobody thought of it: nothing written says NULL, and nothing fills it."""
    is_explained = column.comment is not None and _NULL_EXPLAINED.search(column.comment) is not None
    if column.not_null or column.null_stated or column.generated or column.identity or column.inherited or is_explained:
        return False
    kind = catalog.user_type(Name(column.type.schema, column.type.name, column.type.span)) if column.type else None
    is_refused_by_type = kind is not None and kind.not_null
    if column.name in primary_key_columns(table) or is_refused_by_type or column.copied:
        return False
    return not any(_NULL_TEST.search(item.text) and column.name in item.columns for item in _checks(table))


def _checks(table: Table) -> Iterator[Expression]:
    for constraint in table.constraints:
        if constraint.kind == "check" and constraint.expression is not None:
            yield constraint.expression


def is_flag(column: Column) -> bool:
    """Whether it is a boolean, as MySQL writes it also: TINYINT(1) with a name such as is_open."""
    kind = column.type
    if kind is None or kind.dimensions or kind.name not in ("boolean", "bool", "tinyint"):
        return False
    return kind.name != "tinyint" or (kind.arguments == ("1",) and words_of(column.name)[:1] in _FLAGS)


def is_null_default(column: Column) -> bool:
    """Whether a row that leaves the column out gets NULL."""
    return column.default is None or column.default.is_null
