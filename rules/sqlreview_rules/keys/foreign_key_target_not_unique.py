"""keys/foreign-key-target-not-unique."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Finding, Good, Related, Rule, Severity
from sqlreview.operations import AddColumn, AddForeignKey, CreateTable, ForeignKey, PrimaryKey, Unique
from sqlreview.operations.written import written_constraints
from sqlreview.schema import Table
from sqlreview.schema.keys import unique_keys


class ForeignKeyTargetNotUnique(Rule[CreateTable | AddColumn | AddForeignKey]):
    """A foreign key refers to columns that no primary key or unique constraint covers.

    Why: PostgreSQL refuses it: "there is no unique constraint matching given keys". A key with one column more, such
    as the (id, created_at) of a partitioned table, does not count, and neither does a partial or deferrable one. MySQL
    8.4 does the same; before, and on MariaDB, any index will do. SQLite fails when rows are written.

    Instead: refer to the primary key, or add UNIQUE on exactly the referenced columns.
    """

    id = "keys/foreign-key-target-not-unique"
    engines = EVERY_ENGINE
    severity = Severity.ERROR
    sources = ("https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-PARMS-REFERENCES",)
    examples = (
        Bad(
            """
            CREATE TABLE gifts (id bigint PRIMARY KEY, user_name text REFERENCES users (name));
                                                                      ^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=SHOP,
            sqlstate="42830",
        ),
        Good(
            """
            CREATE TABLE countries (id bigint PRIMARY KEY, iso text NOT NULL);
            CREATE UNIQUE INDEX countries_iso_idx ON countries (iso);
            CREATE TABLE capitals (id bigint PRIMARY KEY, iso text NOT NULL UNIQUE REFERENCES countries (iso));
            """
        ),
    )

    def check(self, subject: CreateTable | AddColumn | AddForeignKey, context: Context) -> Iterator[Finding]:
        """Reports foreign keys whose target is known and has no such key."""
        for part in written_constraints(subject):
            if isinstance(part, ForeignKey):
                yield from self._check_key(part, subject, context)

    def _check_key(
        self, key: ForeignKey, subject: CreateTable | AddColumn | AddForeignKey, context: Context
    ) -> Iterator[Finding]:
        parent = context.catalog.table(key.referenced)
        wanted = {column.text for column in key.referenced_columns}
        keys: list[set[str]] = []
        if isinstance(subject, CreateTable) and key.referenced == subject.table:
            parts = list(written_constraints(subject))
            keys = [{item.text for item in part.columns} for part in parts if isinstance(part, PrimaryKey | Unique)]
            has_primary = any(isinstance(part, PrimaryKey) for part in parts)
        elif parent is None or not parent.complete or parent.inherits:
            return
        elif any(parent.column(name) is None for name in wanted):
            return  # keys/foreign-key-target-missing says so
        else:
            keys = [set(columns) for columns in unique_keys(parent, deferrable=False)]
            has_primary = parent.primary_key is not None
        name = key.referenced.text
        if not wanted and not has_primary:
            yield self.finding(key.span, f"`{name}` has no primary key, so {_effect(context)}.")
        elif wanted and wanted not in keys:
            is_accepted = context.engine.family == "mysql" and _is_accepted(key, parent, context)
            effect = "a row may have several parents" if is_accepted else _effect(context)
            listed = ", ".join(column.text for column in key.referenced_columns)
            message = f"No unique key of `{name}` consists of ({listed}), so {effect}."
            related = (Related(f"`{name}` is created here", parent.origin),) if parent else ()
            severity = Severity.WARNING if is_accepted else None
            yield self.finding(key.span, message, related=related, severity=severity)


def _effect(context: Context) -> str:
    if context.engine.family == "sqlite":
        return "writes fail with a foreign key mismatch where foreign keys are enforced"
    return f"{context.product} refuses the foreign key"


def _is_accepted(key: ForeignKey, parent: Table | None, context: Context) -> bool:
    """Whether MySQL is content with an index that begins with the columns."""
    wanted = tuple(column.text for column in key.referenced_columns)
    indexed = parent is None or any(index.columns[: len(wanted)] == wanted for index in parent.indexes)
    return indexed and (context.engine.name == "mariadb" or context.engine.release < (8, 4))
