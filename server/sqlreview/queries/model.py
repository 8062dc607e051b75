"""The facts of a query: what it reads, selects, sorts, limits and writes."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from sqlreview.frozen import frozen
from sqlreview.queries.clauses import (
    Assignment,
    CommonTable,
    GroupBy,
    Limit,
    Locking,
    MergeAction,
    OnConflict,
    OrderBy,
    Output,
    Scope,
    SetOperator,
    Source,
    Star,
)
from sqlreview.queries.values import Condition, Value
from sqlreview.sql.cursor import Identifier, Name
from sqlreview.text import Span

Role = Literal[
    "statement", "view", "table", "cte", "subquery", "exists", "in", "any", "array", "scalar", "branch", "insert-source"
]
"""Where a query stands: `subquery` in FROM, `any` after ANY or ALL, `branch` in UNION, `table` in CREATE TABLE AS."""

Verb = Literal["select", "set-operation", "values", "insert", "update", "delete", "merge"]


@frozen
class Query:
    """A SELECT, set operation, VALUES, INSERT, UPDATE, DELETE or MERGE, top-level or nested."""

    span: Span
    """From WITH or the first keyword to the end, without brackets around it."""
    role: Role = "statement"
    parent: Verb | None = None
    """What kind of query it stands in."""
    scope: Scope = field(default=Scope(), compare=False, repr=False)
    ctes: tuple[CommonTable, ...] = ()
    """Of its own WITH clause."""

    @property
    def sources(self) -> tuple[Source, ...]:
        """The relations of its own level; of a write the target comes first."""
        return self.scope.sources

    @property
    def output_list(self) -> tuple[Output, ...]:
        """What it returns: the SELECT list, that of the first branch of a set operation, or RETURNING."""
        return ()


@frozen
class Select(Query):
    """One SELECT, or TABLE t, which is a SELECT of a star."""

    keyword: Span
    """The word SELECT or TABLE."""
    outputs: tuple[Output, ...] = ()
    from_span: Span | None = None
    """From the word FROM to the end of the last relation."""
    where: Condition | None = None
    group_by: GroupBy | None = None
    having: Condition | None = None
    order_by: OrderBy | None = None
    limit: Limit | None = None
    offset: Limit | None = None
    locking: tuple[Locking, ...] = ()
    distinct: Span | None = None
    """The word DISTINCT, also of DISTINCT ON."""
    distinct_on: tuple[Value, ...] = ()
    into: Name | None = None
    windows: tuple[Value, ...] = ()
    """The definitions of the WINDOW clause."""

    @property
    def output_list(self) -> tuple[Output, ...]:
        """The SELECT list."""
        return self.outputs

    @property
    def stars(self) -> tuple[Star, ...]:
        """The stars of the SELECT list."""
        return tuple(output.star for output in self.outputs if output.star)

    @property
    def is_single_row(self) -> bool:
        """Whether it aggregates without GROUP BY, or its LIMIT is at most 1."""
        if self.limit and self.limit.count is not None and self.limit.count <= 1 and not self.limit.with_ties:
            return True
        return not self.group_by and any(output.value.has_aggregate for output in self.outputs)


@frozen
class SetOperation(Query):
    """Two or more queries joined by UNION, INTERSECT or EXCEPT; also one query in brackets with clauses behind it."""

    branches: tuple[Query, ...]
    operators: tuple[SetOperator, ...]
    order_by: OrderBy | None = None
    limit: Limit | None = None
    offset: Limit | None = None
    locking: tuple[Locking, ...] = ()

    @property
    def output_list(self) -> tuple[Output, ...]:
        """The SELECT list of the first branch, which gives the names."""
        return self.branches[0].output_list


@frozen
class Values(Query):
    """A VALUES list."""

    keyword: Span
    rows: tuple[tuple[Value, ...], ...]
    """All rows, or the first of a very long list (then ON CONFLICT and RETURNING behind it are not read)."""
    row_count: int
    """At most 10,000 rows of a very long list are counted."""
    order_by: OrderBy | None = None
    limit: Limit | None = None
    offset: Limit | None = None


@frozen
class Write(Query):
    """What INSERT, UPDATE, DELETE and MERGE share."""

    keyword: Span
    """The first word of the write."""
    target: Source
    returning: tuple[Output, ...] = ()

    @property
    def output_list(self) -> tuple[Output, ...]:
        """The RETURNING list."""
        return self.returning


@frozen
class Insert(Write):
    """INSERT."""

    columns: tuple[Identifier, ...] = ()
    columns_span: Span | None = None
    """The bracketed column list; None when it is left out."""
    overriding: Literal["system", "user"] | None = None
    default_values: bool = False
    source: Query | None = None
    """The VALUES list or query; None for DEFAULT VALUES."""
    on_conflict: OnConflict | None = None
    """Its values see the relation `excluded`, which stands in the scope around this one."""
    resolution: str | None = None
    """Lower-case: "replace" of REPLACE and OR REPLACE, "ignore" of IGNORE and OR IGNORE, or another word after OR."""
    set_assignments: tuple[Assignment, ...] = ()
    """Of MySQL's INSERT ... SET, which has no source."""


@frozen
class Update(Write):
    """UPDATE; the relations of FROM follow the target in `sources`."""

    assignments: tuple[Assignment, ...] = ()
    from_span: Span | None = None
    where: Condition | None = None
    order_by: OrderBy | None = None
    """Of MySQL and SQLite, as `limit`."""
    limit: Limit | None = None


@frozen
class Delete(Write):
    """DELETE; the relations of USING follow the target in `sources`."""

    from_span: Span | None = None
    """From the word USING to the end of the last relation; of MySQL's DELETE t FROM also from the word FROM."""
    where: Condition | None = None
    order_by: OrderBy | None = None
    """Of MySQL and SQLite, as `limit`."""
    limit: Limit | None = None
    also: tuple[Source, ...] = ()
    """Further tables that MySQL's DELETE a, b FROM takes rows from."""


@frozen
class Merge(Write):
    """MERGE; the second of its `sources` is the one after USING and carries the ON condition."""

    actions: tuple[MergeAction, ...] = ()
