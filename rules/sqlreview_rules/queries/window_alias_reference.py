"""queries/window-alias-reference."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.queries import Select
from sqlreview.schema.window_names import aliases_in_windows


class WindowAliasReference(Rule[Select]):
    """A window definition refers to an output alias of the same SELECT.

    Why: windows are computed beside the other outputs and see the columns of FROM only; the query fails.

    Instead: repeat the expression, or compute it in a subquery.
    """

    id = "queries/window-alias-reference"
    engines = ("postgres", "sqlite")
    severity = Severity.ERROR
    sources = ("https://www.postgresql.org/docs/current/sql-expressions.html#SYNTAX-WINDOW-FUNCTIONS",)
    examples = (
        Bad(
            """
            SELECT upper(name) AS label, row_number() OVER (ORDER BY label) AS place FROM products;
                                                                     ^^^^^
            """,
            fixed="""
            SELECT upper(name) AS label, row_number() OVER (ORDER BY upper(name)) AS place FROM products;
            """,
            given=SHOP,
            sqlstate="42703",
        ),
        Good(
            "SELECT upper(name) AS label, row_number() OVER (ORDER BY upper(name)) AS place FROM products;", given=SHOP
        ),
        Good(
            """
            SELECT p.label, row_number() OVER (ORDER BY p.label) AS place
            FROM (SELECT upper(name) AS label FROM products) AS p;
            """,
            given=SHOP,
        ),
    )

    def check(self, subject: Select, context: Context) -> Iterator[Finding]:
        """Reports names in OVER, WINDOW and the arguments of window functions that only an alias has."""
        for reference, output in aliases_in_windows(subject, context.catalog):
            simple = output.value.kind in ("column", "function") or output.value.parenthesised
            text = context.text(output.value.span)
            edit = Edit.replace(reference.span, text if simple else f"({text})")
            fix = Fix("Repeat the expression", (edit,), FixKind.UNSAFE)
            message = f"`{reference.column}` is an output of this SELECT, which a window does not see."
            yield self.finding(reference.span, message, fix)
