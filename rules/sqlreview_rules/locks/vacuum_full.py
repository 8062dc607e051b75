"""locks/vacuum-full."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Span
from sqlreview.operations import Vacuum


class VacuumFull(Rule[Vacuum]):
    """VACUUM FULL copies the whole table while nobody can use it.

    Why: it holds ACCESS EXCLUSIVE until all rows are written to a new file and all indexes are built again, and it
    needs the space of a second copy meanwhile.

    Instead: `VACUUM (ANALYZE)` frees the space for new rows while reads and writes go on. To give space back to the
    operating system use an extension like pg_repack, or a maintenance window.
    """

    id = "locks/vacuum-full"
    sources = ("https://www.postgresql.org/docs/current/routine-vacuuming.html#VACUUM-FOR-SPACE-RECOVERY",)
    examples = (
        Bad(
            """
            VACUUM FULL orders;
            ^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            VACUUM (ANALYZE) orders;
            """,
            given=SHOP,
        ),
        Bad(
            """
            VACUUM (FULL, VERBOSE) orders;
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            VACUUM (ANALYZE) orders;
            """,
            given=SHOP,
        ),
        Good("VACUUM (ANALYZE) orders;", given=SHOP),
        Good("VACUUM (FULL off, ANALYZE) orders;", given=SHOP),
    )

    def check(self, subject: Vacuum, context: Context) -> Iterator[Finding]:
        """Reports VACUUM FULL of a table in use, or of the whole database."""
        if not subject.full or (subject.table is not None and not context.is_live(subject.table)):
            return
        everything = "Copies every table of the database in turn, while reads and writes of it wait."
        message = context.impact.explain() if subject.table else everything
        yield self.finding(subject.span, message, *_fixes(context))


def _fixes(context: Context) -> Iterator[Fix]:
    vacuums = [item for item in context.statement.operations if isinstance(item, Vacuum)]
    if not vacuums:
        return
    first = vacuums[0].table
    head = Span(0, first.span.start if first else vacuums[0].span.end)
    if "--" not in context.text(head) and "/*" not in context.text(head):
        replaced = Edit.replace(head, "VACUUM (ANALYZE) " if first else "VACUUM (ANALYZE)")
        yield Fix("Use VACUUM (ANALYZE)", (replaced,), FixKind.UNSAFE)
