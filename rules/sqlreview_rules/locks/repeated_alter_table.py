"""locks/repeated-alter-table."""

from collections.abc import Iterator
from itertools import pairwise

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Migration, Rule, Severity, Span, Step
from sqlreview import operations as o

_HITS = "CREATE TABLE hits (id bigint PRIMARY KEY, n integer NOT NULL, m integer NOT NULL);\n"
_SHARING = (o.AddCheck, o.AddColumn, o.AddNotNull, o.SetColumnType, o.SetNotNull)


class RepeatedAlterTable(Rule[Migration]):
    """Several ALTER TABLE statements in a row work through the same table more than once.

    Why: each of them scans or rewrites the table while others wait. Type changes and checks that stand in one ALTER
    TABLE share a single pass.

    Instead: one `ALTER TABLE` with the actions separated by commas.
    """

    id = "locks/repeated-alter-table"
    severity = Severity.INFO
    grows = True
    sources = ("https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES",)
    examples = (
        Bad(
            """
            ALTER TABLE hits ALTER COLUMN n TYPE bigint;
            ALTER TABLE hits ALTER COLUMN m TYPE bigint;
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            ALTER TABLE hits ALTER COLUMN n TYPE bigint, ALTER COLUMN m TYPE bigint;
            """,
            given=_HITS,
        ),
        Good("ALTER TABLE hits ADD COLUMN a text;\nALTER TABLE hits ADD COLUMN b text;", given=_HITS),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports an ALTER TABLE whose work the one before it could have done on the way."""
        workers = _workers(subject)
        for first, second in pairwise(sorted(workers)):
            before, after = workers[first], workers[second]
            if second != first + 1 or before.table is None or after.table is None:
                continue
            if before.table.key == after.table.key and _is_one_transaction(before, after):
                message = (
                    f"Works through `{after.table.name}` a second time; the statement above could do both at once."
                )
                yield self.finding(after.at, message, *_merged(subject, first, second, after))


def _workers(migration: Migration) -> dict[int, Step]:
    """The first action of each statement that reads all rows of a table in use, where all can share that pass; by the
    position of the statement."""
    workers: dict[int, Step] = {}
    for step in migration.steps_of(*_SHARING):
        if step.names_live and (step.impact.scans or step.impact.rewrites):
            workers.setdefault(migration.positions[step.at.statement], step)
    if workers:
        alone = [kind for kind in migration.step_kinds if not issubclass(kind, _SHARING)]
        in_bodies = (step for step in migration.steps if step.in_body)
        for step in (*migration.steps_of(*alone), *in_bodies):
            workers.pop(migration.positions[step.at.statement], None)
    return workers


def _is_one_transaction(before: Step, after: Step) -> bool:
    alone = before.at.transaction == before.at.statement and after.at.transaction == after.at.statement
    return alone or before.at.transaction == after.at.transaction


def _merged(migration: Migration, first: int, second: int, after: Step) -> tuple[Fix, ...]:
    start = migration.starts[second]
    gap = Span(migration.starts[first] + len(migration.statements[first].text) - start, after.at.span.start)
    between = migration.text[start + gap.start : start]
    if between.strip() != ";" or migration.statements[second].operations[0].span != after.at.span:
        return ()
    return (Fix("Merge into one ALTER TABLE", (Edit.replace(gap, ", "),), FixKind.UNSAFE),)
