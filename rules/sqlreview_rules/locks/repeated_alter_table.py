"""locks/repeated-alter-table."""

from collections.abc import Iterator
from itertools import pairwise

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Migration, Rule, Severity, Span, Step
from sqlreview.operations import Operation
from sqlreview.operations.single_pass import SHARING, SHARING_MYSQL, columns_redefined

_HITS = "CREATE TABLE hits (id bigint PRIMARY KEY, n integer NOT NULL, m integer NOT NULL);\n"
_HITS_MYSQL = "CREATE TABLE hits (id bigint PRIMARY KEY, n int NOT NULL, m int NOT NULL);\n"


class RepeatedAlterTable(Rule[Migration]):
    """Several ALTER TABLE statements in a row work through the same table more than once.

    Why: each of them scans, rewrites or copies the table while others wait. Type changes and checks that stand in one
    ALTER TABLE share a single pass, in MySQL and MariaDB all changes do.

    Instead: one `ALTER TABLE` with the actions separated by commas.
    """

    id = "locks/repeated-alter-table"
    engines = ("postgres", "mysql", "mariadb")
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
            fixed="ALTER TABLE hits ALTER COLUMN n TYPE bigint, ALTER COLUMN m TYPE bigint;",
            given=_HITS,
        ),
        Bad(
            """
            ALTER TABLE hits MODIFY n bigint NOT NULL;
            ALTER TABLE hits MODIFY m bigint NOT NULL;
                             ^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="ALTER TABLE hits MODIFY n bigint NOT NULL, MODIFY m bigint NOT NULL;",
            given=_HITS_MYSQL,
            engine="mysql",
        ),
        Good("ALTER TABLE hits ADD a int;\nALTER TABLE hits ADD b int;", given=_HITS_MYSQL, engine="mysql"),
        Good("ALTER TABLE hits ADD COLUMN a text;\nALTER TABLE hits ADD COLUMN b text;", given=_HITS),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports an ALTER TABLE whose work the one before it could have done on the way."""
        workers = _workers(subject, SHARING if context.engine.family == "postgres" else SHARING_MYSQL)
        for first, second in pairwise(sorted(workers)):
            before, after = workers[first], workers[second]
            if second != first + 1 or before.key is None or before.key != after.key:
                continue
            changed, again = (columns_redefined(subject.statements[place].operations) for place in (first, second))
            if changed.isdisjoint(again) and _is_one_transaction(before, after):
                message = f"Works through `{after.key[2]}` again; the statement above could do both at once."
                yield self.finding(after.at, message, *_merged(subject, first, second, after))


def _workers(migration: Migration, sharing: tuple[type[Operation], ...]) -> dict[int, Step]:
    """By its position each ALTER TABLE whose actions can share one pass over a table in use: the first of them."""
    workers: dict[int, Step] = {}
    for step in migration.steps_of(*sharing):
        online, doubtful = step.impact.online, step.impact.unknown
        works = step.impact.scans or step.impact.rewrites if online is None else step.impact.rewrites and not doubtful
        if step.names_live and works and not (online and online.refused):
            workers.setdefault(migration.positions[step.at.statement], step)
    alone = [kind for kind in migration.step_kinds if not issubclass(kind, sharing)] if workers else []
    for step in (*migration.steps_of(*alone), *(step for step in migration.steps if workers and step.in_body)):
        workers.pop(migration.positions[step.at.statement], None)
    return {place: step for place, step in workers.items() if migration.statements[place].text[:5].upper() == "ALTER"}


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
