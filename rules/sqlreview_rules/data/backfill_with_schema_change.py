"""data/backfill-with-schema-change."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Finding, Good, Migration, Related, Rule, Severity, Step
from sqlreview.operations import CreateIndex, Name, Operation, WriteRows
from sqlreview.schema.row_selection import names_keys


class BackfillWithSchemaChange(Rule[Migration]):
    """The definition and the rows of a table in use are changed by one migration.

    Why: in one transaction the lock of the ALTER TABLE is kept while the rows are changed, so everybody waits for the
    data. In several, as always on MySQL and MariaDB, a failure half-way leaves a file that cannot simply be run again.

    Instead: one migration that adds, one that fills in batches, one that tightens.
    """

    id = "data/backfill-with-schema-change"
    engines = ("postgres", "mysql", "mariadb")
    sources = ("https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES",)
    examples = (
        Bad(
            """
            BEGIN;
            ALTER TABLE products ADD COLUMN label text;
            UPDATE products SET label = name;
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            COMMIT;
            """,
            given=SHOP,
        ),
        Good("ALTER TABLE products ADD COLUMN label text;", given=SHOP),
        Good(
            """
            ALTER TABLE products ADD COLUMN label text;
            UPDATE products SET label = 'first' WHERE id = 1;
            """,
            given=SHOP,
        ),
    )

    small_tables: frozenset[str] = frozenset()
    """Tables with so few rows that nobody notices the wait."""

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports the first change of many rows of each table whose definition the file changes too."""
        changes = _first_changes(subject)
        reported: set[Name] = set()
        for step in subject.steps_of(WriteRows) if changes else ():
            label = _label(step)
            change = changes.get((label, step.at.transaction)) or changes.get((label, None))
            name = _filled(step, context) if change else None
            if name is None or change is None or name in reported or name.text in self.small_tables:
                continue
            reported.add(name)
            together = change.at.transaction == step.at.transaction and context.engine.family == "postgres"
            wait = "under the lock of the schema change" if together else "in the file that changes its definition"
            message = f"Rows of `{str(name).removeprefix('public.')}` are changed {wait}."
            severity = None if together else Severity.INFO
            related = (Related("The definition is changed here.", change.at),)
            yield self.finding(step.at, message, related=related, severity=severity)


def _first_changes(migration: Migration) -> dict[tuple[str, int | None], Step]:
    """The first change of each table's definition, in the file and in each transaction."""
    first: dict[tuple[str, int | None], Step] = {}
    kinds = [kind for kind in migration.step_kinds if _defines(kind)]
    for step in migration.steps_of(*kinds):
        if step.names_live:
            label = _label(step)
            first.setdefault((label, None), step)
            first.setdefault((label, step.at.transaction), step)
    return first


def _label(step: Step) -> str:
    return step.impact.locks[0][0] if step.impact.locks else f"{getattr(step.operation, 'table', '')}".lower()


def _defines(kind: type[Operation]) -> bool:
    return kind.__module__.rpartition(".")[2] in ("columns", "constraints") or issubclass(kind, CreateIndex)


def _filled(step: Step, context: Context) -> Name | None:
    """The table whose rows a step changes without naming their keys."""
    operation, write = step.operation, step.write
    if not isinstance(operation, WriteRows) or write is None or not step.names_live:
        return None
    return None if names_keys(write, context.catalog) else operation.table
