"""queries/unused-join."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.queries import Select
from sqlreview.schema.unused_joins import UnusedSource, unused_sources


class UnusedJoin(Rule[Select]):
    """A table that is LEFT JOINed contributes nothing to the result.

    Why: no column of it is read. Where a row has several partners it comes out several times, otherwise the join is
    work for nothing, which PostgreSQL spares only where a unique index proves that there is one partner at most.

    Instead: take the join out, or read what it was meant for.
    """

    id = "queries/unused-join"
    tag = "unnecessary"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    examples = (
        Bad(
            """
            SELECT u.id, u.name FROM users AS u LEFT JOIN orders AS o ON o.user_id = u.id ORDER BY u.id;
                                                          ^^^^^^^^^^^
            """,
            given=SHOP,
        ),
        Bad(
            """
            SELECT o.id, o.total FROM orders AS o LEFT JOIN users AS u ON u.id = o.user_id ORDER BY o.id;
                                                            ^^^^^^^^^^
            """,
            fixed="""
            SELECT o.id, o.total FROM orders AS o ORDER BY o.id;
            """,
            given=SHOP,
        ),
        Good(
            "SELECT u.id, u.name, o.total FROM users AS u LEFT JOIN orders AS o ON o.user_id = u.id ORDER BY u.id;",
            given=SHOP,
        ),
        Good(
            "SELECT u.id, count(*) FROM users AS u LEFT JOIN orders AS o ON o.user_id = u.id GROUP BY u.id;",
            given=SHOP,
        ),
    )

    def check(self, subject: Select, context: Context) -> Iterator[Finding]:
        """Reports relations that are named in their own ON only."""
        if not any(source.join == "left" for source in subject.sources):
            return
        for found in unused_sources(subject, context.queries, context.catalog):
            yield self._reported(found)

    def _reported(self, found: UnusedSource) -> Finding:
        source = found.source
        if found.at_most_one is None:
            return self.finding(source.span, f"Nothing is read from {source.described}.")
        if found.at_most_one:
            fix = Fix("Take the join out", (Edit.delete(found.span),), FixKind.UNSAFE)
            return self.finding(source.span, f"Nothing is read from {source.described}, so the join does nothing.", fix)
        message = f"Nothing is read from {source.described}, but rows with several partners in it come out repeatedly."
        return self.finding(source.span, message, severity=Severity.WARNING)
