"""compat/drop-routine."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Migration, Rule, Severity, departures
from sqlreview.operations import DropRoutine, Other
from sqlreview.schema import Routine

_TOTAL = "CREATE FUNCTION order_total(bigint) RETURNS bigint LANGUAGE sql AS 'SELECT $1';"


class DropRoutineInUse(Rule[Migration]):
    """A function or procedure is dropped, and whoever calls it fails.

    Why: instances of the application that still run, other functions and jobs call it by name; PostgreSQL checks the
    bodies of functions only when they run. Functions of triggers are called by nobody else, so they are left out.

    Instead: drop it when nothing calls it any more. Where its arguments change, leave one with the old arguments that
    calls the new one; where they stay, `CREATE OR REPLACE`.
    """

    id = "compat/drop-routine"
    engines = ("postgres", "mysql", "mariadb")
    severity = Severity.INFO
    sources = ("https://www.postgresql.org/docs/current/sql-dropfunction.html",)
    examples = (
        Bad(
            """
            DROP FUNCTION order_total(bigint);
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=_TOTAL,
        ),
        Good(
            """
            DROP FUNCTION IF EXISTS order_total(bigint);
            CREATE FUNCTION order_total(bigint, bigint) RETURNS bigint LANGUAGE sql AS 'SELECT $1 * $2';
            """,
            given=_TOTAL,
        ),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports routines that were there before the file and are not there after it."""
        made_otherwise = any(item.kind == "create aggregate" for _, item in subject.operations(Other))
        for gone in departures(subject, context, DropRoutine):
            kind = gone.operation.kind if isinstance(gone.operation, DropRoutine) else "function"
            if kind == "aggregate" and made_otherwise:
                continue
            if isinstance(gone.record, Routine) and (gone.record.returns or "").lower().endswith("trigger"):
                continue
            yield self.finding(gone.at, f"Whoever still calls the {kind} `{gone.name}` fails from here on.")
