"""keys/updated-at-not-maintained."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.operations.written import words_of
from sqlreview.schema import Catalog, Column, Routine, Table
from sqlreview.schema.recorded_times import is_time_of_change
from sqlreview.schema.table_roles import holds_things

_CHANGED = frozenset(("updated", "modified", "update", "timestamp", "touch", "moddatetime", "modify", "timestamps"))
_PROGRAMS = ("ar_internal_metadata", "django_migrations", "_prisma_migrations")


class UpdatedAtNotMaintained(Rule[Catalog]):
    """A column for the time of the last change has a default but nothing changes it on update.

    Why: the default fills it when the row is inserted; from then on it says what `created_at` says, and caches and
    exports that ask for changed rows miss every change.

    Instead: in PostgreSQL and SQLite a trigger that sets it, in MySQL and MariaDB `ON UPDATE CURRENT_TIMESTAMP`.
    """

    id = "keys/updated-at-not-maintained"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    examples = (
        Bad(
            """
            CREATE TABLE pages (id bigint PRIMARY KEY, updated_at timestamptz NOT NULL DEFAULT now());
                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """
        ),
        Bad(
            """
            CREATE TABLE pages (id bigint PRIMARY KEY, updated_at datetime NOT NULL DEFAULT now());
                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            CREATE TABLE pages (id bigint PRIMARY KEY, updated_at datetime NOT NULL DEFAULT now() ON UPDATE now());
            """,
            engine="mysql",
        ),
        Good(
            """
            CREATE TABLE pages (id bigint PRIMARY KEY, updated_at timestamptz NOT NULL DEFAULT now());
            CREATE FUNCTION set_updated_at() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN NEW.updated_at := now(); RETURN NEW; END $$;
            CREATE TRIGGER pages_updated_at BEFORE UPDATE ON pages FOR EACH ROW EXECUTE FUNCTION set_updated_at();
            """
        ),
    )

    def check(self, subject: Catalog, context: Context) -> Iterator[Finding]:
        """Reports such columns of tables without a trigger for UPDATE after the last migration."""
        tables = [
            table for table in subject.all(Table) if not table.origin.path.endswith("/migration.sql")
        ]  # of Prisma
        if _is_made_by_code(subject, tables):
            return
        for table in tables:
            if not holds_things(table) or _has_trigger(table):
                continue
            for column in table.columns:
                if is_time_of_change(column) and column.on_update is None:
                    message = f"`{table.name}.{column.name}` keeps the time of the INSERT unless each UPDATE sets it."
                    yield self.finding(column.origin, message, *_fixes(column, context))


def _has_trigger(table: Table) -> bool:
    return any("update" in event.lower() for trigger in table.triggers for event in trigger.events)


def _is_made_by_code(catalog: Catalog, tables: list[Table]) -> bool:
    """Whether there is a function for it that no trigger calls, so that a loop may have made the triggers."""
    called = {trigger.function for table in tables for trigger in table.triggers}
    names = [item.name for item in catalog.all(Routine) if not _CHANGED.isdisjoint(words_of(item.name))]
    if any(catalog.get(("relation", "public", name)) for name in _PROGRAMS):
        return True
    return bool(names or catalog.extension("moddatetime")) and called.isdisjoint({*names, "moddatetime"})


def _fixes(column: Column, context: Context) -> Iterator[Fix]:
    default = column.default
    if context.engine.family == "mysql" and default and default.text.upper().startswith(("CURRENT_TIMESTAMP", "NOW")):
        edit = Edit.insert(default.span.end, f" ON UPDATE {default.text}")
        yield Fix("Add ON UPDATE", (edit,), FixKind.UNSAFE)
