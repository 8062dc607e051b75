"""queries/star-with-alias."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Span
from sqlreview.queries import Select


class StarWithAlias(Rule[Select]):
    """A star is given one name, although it stands for many columns.

    Why: PostgreSQL ignores the alias, so nothing bears the name; MySQL, MariaDB and SQLite refuse the query with a
    syntax error.

    Instead: the star alone, or the columns by name, each with an alias of its own.
    """

    id = "queries/star-with-alias"
    engines = EVERY_ENGINE
    sources = ("measured on PostgreSQL 18, MariaDB 10.11 and SQLite",)
    examples = (
        Bad(
            """
            SELECT count(*) FROM (SELECT u.* AS person FROM users AS u WHERE u.id = 3) AS found;
                                         ^^^^^^^^^^^^^
            """,
            fixed="""
            SELECT count(*) FROM (SELECT u.* FROM users AS u WHERE u.id = 3) AS found;
            """,
            given=SHOP,
        ),
        Good("SELECT u.id AS person FROM users AS u WHERE u.id = 3;", given=SHOP),
    )

    def check(self, subject: Select, context: Context) -> Iterator[Finding]:
        """Reports stars with an alias behind them."""
        for output in subject.outputs:
            if output.star is None or output.alias is None:
                continue
            behind = Span(output.star.span.end, output.alias.span.end)
            is_ignored = context.engine.family == "postgres"
            fix = Fix("Remove the alias", (Edit.delete(behind),), FixKind.SAFE if is_ignored else FixKind.UNSAFE)
            effect = "the alias is ignored" if is_ignored else "this is a syntax error"
            message = f"A star stands for many columns and cannot be called `{output.alias}`; {effect}."
            yield self.finding(Span(output.star.span.start, behind.end), message, fix)
