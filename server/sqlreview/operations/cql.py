"""What statements of CQL do: tables with their keys, queries with what restricts them."""

from __future__ import annotations

from typing import Literal

from sqlreview.frozen import frozen
from sqlreview.operations.parts import Operation
from sqlreview.sql.cursor import Identifier, Name
from sqlreview.text import Span


@frozen
class CqlColumn:
    """A column of a table of Cassandra."""

    name: str
    type: str
    """In lower case and as it is written: `list<text>`."""
    is_static: bool = False


@frozen
class CreateCqlTable(Operation):
    """CREATE TABLE, or CREATE MATERIALIZED VIEW, whose key is its own."""

    table: Name
    columns: tuple[CqlColumn, ...] = ()
    partition: tuple[Identifier, ...] = ()
    """The columns of the partition key."""
    clustering: tuple[Identifier, ...] = ()
    """The columns that order the rows of a partition."""
    descending: tuple[str, ...] = ()
    """The clustering columns that are stored in descending order."""
    key: Span | None = None
    """What stands between the brackets of PRIMARY KEY."""
    expires: bool = False
    """Whether the table says when its rows expire."""
    windowed: bool = False
    """Whether its files are compacted by windows of time."""
    is_view: bool = False


@frozen
class CreateCqlIndex(Operation):
    """CREATE INDEX."""

    table: Name
    column: str
    """Empty where an expression is indexed."""


@frozen
class DropCqlTable(Operation):
    """DROP TABLE or DROP MATERIALIZED VIEW."""

    table: Name


@frozen
class AddCqlColumns(Operation):
    """ALTER TABLE ... ADD."""

    table: Name
    columns: tuple[CqlColumn, ...]


@frozen
class CqlSort:
    """One column of ORDER BY."""

    column: Identifier
    descending: bool = False


@frozen
class CqlQuery(Operation):
    """SELECT, UPDATE or DELETE."""

    verb: Literal["SELECT", "UPDATE", "DELETE"]
    table: Name
    fixed: tuple[str, ...] = ()
    """Columns that WHERE restricts with = or IN."""
    limited: tuple[str, ...] = ()
    """Columns that it restricts in another way."""
    tokens: tuple[str, ...] = ()
    """Columns inside token(...)."""
    where: Span | None = None
    """From WHERE to the end of its conditions."""
    order: tuple[CqlSort, ...] = ()
    is_nearest: bool = False
    """Whether it is ordered by the distance of vectors, ANN OF."""
    filtering: Span | None = None
    """ALLOW FILTERING."""
    star: Span | None = None


@frozen
class OtherCql(Operation):
    """A statement of CQL that no rule asks about."""
