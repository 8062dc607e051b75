"""The parts of a query: relations, output items, sort keys, limits, assignments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from sqlreview.frozen import frozen
from sqlreview.queries.values import ColumnReference, Condition, FunctionCall, Value
from sqlreview.sql.cursor import Identifier, Name
from sqlreview.text import Span

if TYPE_CHECKING:
    from sqlreview.queries.model import Query

JoinKind = Literal["from", "comma", "cross", "inner", "left", "right", "full"]


@frozen
class Star:
    """`*` or `t.*` in an output list."""

    span: Span
    qualifier: str | None = None


@frozen
class Output:
    """One item of a SELECT or RETURNING list."""

    span: Span
    name: str | None
    """The name of the output column; None for a star, and "?column?" where PostgreSQL says so."""
    value: Value
    alias: Identifier | None = None
    star: Star | None = None


@frozen
class SortKey:
    """One key of an ORDER BY."""

    span: Span
    value: Value
    descending: bool = False
    nulls_first: bool | None = None
    """None when not written: last for ascending, first for descending keys."""

    @property
    def ordinal(self) -> int | None:
        """The number of the output column, where one is written."""
        return self.value.integer

    @property
    def column(self) -> ColumnReference | None:
        """The column, where the key is nothing else."""
        return self.value.column


@frozen
class OrderBy:
    """ORDER BY of a query."""

    span: Span
    """From the keywords to the end of the last key."""
    keyword: Span
    keys: tuple[SortKey, ...]


@frozen
class GroupBy:
    """GROUP BY of a query."""

    span: Span
    keyword: Span
    keys: tuple[Value, ...]
    """Keys inside ROLLUP, CUBE and GROUPING SETS included."""
    grouping_sets: bool = False
    """Whether ROLLUP, CUBE or GROUPING SETS occur."""


@frozen
class Limit:
    """LIMIT, FETCH FIRST or OFFSET."""

    span: Span
    """From the keyword to the end of the clause."""
    keyword: Span
    value: Value | None
    """None for LIMIT ALL and FETCH FIRST ROW ONLY."""
    with_ties: bool = False

    @property
    def count(self) -> int | None:
        """The number, where a literal says so."""
        return self.value.integer if self.value else None

    @property
    def is_parameter(self) -> bool:
        """Whether a parameter gives the number."""
        return self.value is not None and bool(self.value.parameters)


@frozen
class Locking:
    """FOR UPDATE and the weaker locking clauses."""

    span: Span
    strength: Literal["update", "no key update", "share", "key share"]
    of: tuple[Identifier, ...] = ()
    wait: Literal["nowait", "skip locked"] | None = None


@frozen
class CommonTable:
    """One name of a WITH clause."""

    span: Span
    name: Identifier
    columns: tuple[Identifier, ...] = ()
    query: Query | None
    """None only for the recursive reference to itself, while it is being read."""
    recursive: bool = False
    """Whether WITH RECURSIVE introduces the list."""
    materialized: bool | None = None
    has_cycle: bool = False


@frozen
class Source:
    """One relation of FROM, USING, or the target of a write."""

    span: Span
    """With alias."""
    kind: Literal["table", "cte", "subquery", "function", "values"]
    name: Name | None = None
    """Of tables and common tables; for functions the function's name."""
    alias: Identifier | None = None
    column_aliases: tuple[Identifier, ...] = ()
    join: JoinKind = "from"
    join_span: Span | None = None
    """The join words or the comma."""
    natural: bool = False
    lateral: bool = False
    only: bool = False
    sampled: bool = False
    condition: Condition | None = None
    using: tuple[Identifier, ...] = ()
    query: Query | None = None
    """Of a derived table, VALUES list or common table."""
    common_columns: tuple[Identifier, ...] = ()
    """The column names the WITH clause gives a common table."""
    function: FunctionCall | None = None
    joined_as: Identifier | None = None
    """The alias of the bracketed join it begins, or of its USING columns."""
    nullable_by: Span | None = None
    """The outer join that may fill its columns with NULL."""

    @property
    def exposed_name(self) -> str | None:
        """The name by which the query level knows it."""
        if self.alias:
            return self.alias.text
        return self.name.text if self.name else None

    @property
    def described(self) -> str:
        """How a message names it."""
        if self.name is None:
            return f"`{self.alias}`" if self.alias else "the subquery"
        return f"`{self.name.text}`" if self.name.schema == "public" else f"`{self.name}`"


@frozen
class Scope:
    """The names an expression can see: its level's sources and common tables, and those of the levels around it."""

    sources: tuple[Source, ...] = ()
    ctes: tuple[CommonTable, ...] = ()
    outer: Scope | None = None

    @property
    def outer_is_empty(self) -> bool:
        """Whether no level around it has sources."""
        return self.outer is None or (not self.outer.sources and self.outer.outer_is_empty)

    @property
    def is_recursive(self) -> bool:
        """Whether it stands in a common table that may refer to itself."""
        return any(cte.query is None for cte in self.ctes) or (self.outer is not None and self.outer.is_recursive)

    def cte(self, name: str) -> CommonTable | None:
        """The common table of that name, the innermost first."""
        found = next((cte for cte in reversed(self.ctes) if cte.name.text == name), None)
        return found or (self.outer.cte(name) if self.outer else None)

    def source(self, name: str) -> Source | None:
        """The relation a qualifier means, the innermost level first."""
        found = next((source for source in self.sources if source.exposed_name == name), None)
        return found or (self.outer.source(name) if self.outer else None)


@frozen
class SetOperator:
    """UNION, INTERSECT or EXCEPT between two branches."""

    span: Span
    """The word, with ALL or DISTINCT."""
    kind: Literal["union", "intersect", "except"]
    all: bool = False


@frozen
class Assignment:
    """`column = value` of SET; `(a, b) = ...` names several columns."""

    span: Span
    columns: tuple[Identifier, ...]
    value: Value


@frozen
class OnConflict:
    """ON CONFLICT of an INSERT."""

    span: Span
    columns: tuple[Identifier, ...] = ()
    """Empty for expressions and when no target is written."""
    constraint: Identifier | None = None
    assignments: tuple[Assignment, ...] = ()
    """Empty for DO NOTHING."""
    where: Condition | None = None
    any_key: bool = False
    """ON DUPLICATE KEY UPDATE of MySQL, which takes any key of the table."""


@frozen
class MergeAction:
    """One WHEN ... THEN of a MERGE."""

    span: Span
    kind: Literal["update", "insert", "delete", "nothing"]
    match: Literal["matched", "not matched by target", "not matched by source"]
    condition: Condition | None = None
    assignments: tuple[Assignment, ...] = ()
    columns: tuple[Identifier, ...] = ()
    columns_span: Span | None = None
    values: tuple[Value, ...] = ()
    default_values: bool = False
