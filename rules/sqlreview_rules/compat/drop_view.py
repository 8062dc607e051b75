"""compat/drop-view."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Finding, Good, Migration, Rule, Severity, departures
from sqlreview.operations import DropView

_NAMES = f"{SHOP}\nCREATE VIEW order_names AS SELECT id, note FROM orders;"


class DropViewInUse(Rule[Migration]):
    """A view is dropped, and whoever reads it fails.

    Why: reports and other programs read views more often than tables, and instances of the application that still run
    find nothing under the name.

    Instead: drop it when nobody reads it any more. To add columns at its end, `CREATE OR REPLACE VIEW`; otherwise drop
    it and create it again in one migration, with its grants, which go with the old one.
    """

    id = "compat/drop-view"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    sources = ("https://www.postgresql.org/docs/current/sql-dropview.html",)
    examples = (
        Bad(
            """
            DROP VIEW order_names;
            ^^^^^^^^^^^^^^^^^^^^^
            """,
            given=_NAMES,
        ),
        Good(
            """
            DROP VIEW order_names;
            CREATE VIEW order_names AS SELECT id, upper(note) AS note FROM orders;
            """,
            given=_NAMES,
        ),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports views that were there before the file and are not there after it."""
        for gone in departures(subject, context, DropView):
            yield self.finding(gone.at, f"Whoever still reads the view `{gone.name}` fails from here on.")
