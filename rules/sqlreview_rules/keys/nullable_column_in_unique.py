"""keys/nullable-column-in-unique."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.operations import Unique
from sqlreview.operations.written import table_creation, words_of
from sqlreview.schema import Index, Table
from sqlreview.schema.conditions import columns_required
from sqlreview.schema.keys import IndexesByColumn, proves_not_null, unique_indexes, unique_within

_MARKERS = frozenset(("deleted", "archived", "removed", "until", "valid", "ended", "expired", "end"))


class NullableColumnInUnique(Rule[Table]):
    """A unique key over a nullable column admits duplicates, because NULLs are distinct.

    Why: two rows with the same name and no parent both count as unique, so the key does not hold exactly where the
    column is empty.

    Instead: `NOT NULL`, `UNIQUE NULLS NOT DISTINCT` (PostgreSQL 15), or a second unique index on the other columns
    `WHERE parent IS NULL` (PostgreSQL, SQLite).
    """

    id = "keys/nullable-column-in-unique"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    versions = "NULLS NOT DISTINCT: postgres >= 15"
    sources = ("https://www.postgresql.org/docs/current/ddl-constraints.html#DDL-CONSTRAINTS-UNIQUE-CONSTRAINTS",)
    examples = (
        Bad(
            """
            CREATE TABLE tags (id bigint PRIMARY KEY, kind text, n int NOT NULL, UNIQUE (kind, n));
                                                                                 ^^^^^^^^^^^^^^^^
            """,
            fixed="""
            CREATE TABLE tags (id bigint PRIMARY KEY, kind text, n int NOT NULL, UNIQUE NULLS NOT DISTINCT (kind, n));
            """,
        ),
        Good(
            """
            CREATE TABLE categories (id bigint PRIMARY KEY, parent bigint, name text NOT NULL, UNIQUE (parent, name));
            CREATE UNIQUE INDEX categories_root_idx ON categories (name) WHERE parent IS NULL;
            """
        ),
    )

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports unique keys of several columns, as they are after the last migration, with a nullable one."""
        unique = unique_indexes(subject)
        for index in subject.indexes:
            if not index.unique or index.nulls_not_distinct or index.parent or len(index.keys) < 2:
                continue
            if subject.primary_key and index.constraint == subject.primary_key.name:
                continue  # SQLite takes NULL there, which types/sqlite-non-rowid-primary-key is about
            nullable = [name for name in index.columns if name and _may_be_null(subject, index, name)]
            if nullable and None not in index.columns and not any(_is_covered(index, n, unique) for n in nullable):
                names = f"`{subject.name}` ({', '.join(map(str, index.columns))})"
                message = f"{names} is not unique where `{nullable[0]}` is NULL, because NULLs count as different."
                yield self.finding(index.origin, message, *_fixes(subject, index, context))


def _may_be_null(table: Table, index: Index, name: str) -> bool:
    column = table.column(name)
    if column is None or column.not_null or not _MARKERS.isdisjoint(words_of(name)) or proves_not_null(table, name):
        return False
    if index.predicate is None:
        return True
    # a condition such as kind = 'child' most often says where the column is set
    return "=" not in index.predicate.text and name not in columns_required(index.predicate.text)


def _is_covered(index: Index, name: str, unique: IndexesByColumn) -> bool:
    """Whether another unique index keeps the rows apart where the column is NULL."""
    others = unique_within({column for column in index.columns if column != name}, unique)
    return any(other.predicate is None or name in other.predicate.columns for other in others)


def _fixes(table: Table, index: Index, context: Context) -> tuple[Fix, ...]:
    creation = table_creation(context.statement.operations, table.origin.span)
    can_say = context.engine.family == "postgres" and context.version >= 15
    if creation is None or not can_say or index.origin.statement != table.origin.statement:
        return ()
    written = next((part for part in creation.constraints if part.span == index.origin.span), None)
    if not isinstance(written, Unique) or not written.columns:
        return ()
    bracket = context.statement.text.rfind("(", 0, written.columns[0].span.start)
    lead = "" if context.statement.text[bracket - 1].isspace() else " "
    edit = Edit.insert(bracket, f"{lead}NULLS NOT DISTINCT ")
    return (Fix("Add NULLS NOT DISTINCT", (edit,), FixKind.UNSAFE),)
