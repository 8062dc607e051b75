"""compat/drop-sequence."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Migration, Rule, Severity, departures
from sqlreview.operations import DropSequence


class DropSequenceInUse(Rule[Migration]):
    """A sequence is dropped, and code that takes numbers from it fails.

    Why: programs that call `nextval` by name find nothing, and where the numbers stood is forgotten.

    Instead: drop it when nothing calls it any more; a sequence that belongs to a column goes with the column.
    """

    id = "compat/drop-sequence"
    severity = Severity.INFO
    enabled = False
    examples = (
        Bad(
            """
            DROP SEQUENCE invoice_numbers;
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given="CREATE SEQUENCE invoice_numbers;",
        ),
        Good("CREATE SEQUENCE scratch;\nDROP SEQUENCE scratch;"),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports sequences that were there before the file and are not there after it."""
        for gone in departures(subject, context, DropSequence):
            yield self.finding(gone.at, f"Code that takes numbers from `{gone.name}` fails from here on.")
