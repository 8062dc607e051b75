"""keys/missing-audit-columns."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations.written import words_of
from sqlreview.schema import Catalog, Table
from sqlreview.schema.recorded_times import is_changed_later, records_change, records_creation, records_other_time
from sqlreview.schema.table_roles import holds_things, is_junction, surrogate_key

_LOOKUP_WORDS = """
    id code name label title description sort order position rank abbreviation symbol iso key value slug is active
    enabled display short long color colour icon
"""
_LOOKUP = frozenset(_LOOKUP_WORDS.split())
_FEWEST = 2


class MissingAuditColumns(Rule[Catalog]):
    """A table of things does not record when its rows were created or changed.

    Why: when something is wrong with a row the first question is since when; without the column only backups tell.
    Other tables of this schema have it.

    Instead: `created_at` and `updated_at`, `NOT NULL DEFAULT now()`, the latter kept up to date by a trigger or, in
    MySQL and MariaDB, by ON UPDATE.
    """

    id = "keys/missing-audit-columns"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    examples = (
        Bad(
            """
            CREATE TABLE authors (id bigint PRIMARY KEY, born date NOT NULL, created_at timestamptz NOT NULL);
            CREATE TABLE publishers (id bigint PRIMARY KEY, name text NOT NULL, city text NOT NULL);
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """
        ),
        Good(
            """
            CREATE TABLE authors (id bigint PRIMARY KEY, born date NOT NULL, created_at timestamptz NOT NULL);
            CREATE TABLE genres (id bigint PRIMARY KEY, code text NOT NULL, name text NOT NULL);
            """
        ),
    )

    always: bool = False
    """Whether to report also where no table of the schema has such columns."""

    def check(self, subject: Catalog, context: Context) -> Iterator[Finding]:
        """Reports tables without the columns that other tables have after the last migration."""
        tables = list(subject.all(Table))
        have_created = any(map(records_creation, tables)) or self.always
        # a lone table tells of no habit; one whose rows have a status is changed
        is_lone = len([table for table in tables if records_creation(table)]) == 1
        have_changed = any(map(records_change, tables)) or self.always
        for table in tables:
            if not _is_entity(table):
                continue
            if not records_creation(table) and have_created and not records_other_time(table):
                message = f"`{table.name}` does not record when a row was created."
                yield self.finding(table.origin, message)
            elif (
                is_changed_later(table, strictly=not have_changed)
                and not records_change(table)
                and (have_changed or is_lone)
            ):
                message = f"`{table.name}` records when a row was created, but not when it was changed."
                yield self.finding(table.origin, message, severity=Severity.HINT)


def _is_entity(table: Table) -> bool:
    if not holds_things(table) or is_junction(table):
        return False
    key = surrogate_key(table)
    others = [column for column in table.columns if key is not None and column.name != key.name]
    return len(others) >= _FEWEST and not all(_LOOKUP.issuperset(words_of(column.name)) for column in others)
