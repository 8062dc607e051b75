"""queries/long-in-list."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.queries import Query, predicates_of
from sqlreview.queries.structure import or_chains

_LONG = ", ".join(map(str, range(1, 502)))


class LongInList(Rule[Query]):
    """The list of values is so long that reading and planning the query takes most of its time.

    Why: every value is parsed and planned, each time anew, and a statement with another number of values is another
    statement in the server's statistics.

    Instead: one array parameter, `= ANY ($1)`, in PostgreSQL; elsewhere a temporary table to join with.
    """

    id = "queries/long-in-list"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    examples = (
        Bad(
            f"""
            SELECT total FROM orders WHERE id IN ({_LONG});
                                           {"^" * (8 + len(_LONG))}
            """,
            given=SHOP,
        ),
        Good("SELECT total FROM orders WHERE id = ANY ($1);", given=SHOP),
        Good("SELECT total FROM orders WHERE id IN (1, 2, 3);", given=SHOP),
    )

    longest: int = 500
    """How many values a list may have."""

    def check(self, subject: Query, context: Context) -> Iterator[Finding]:
        """Reports long lists of IN, and chains of OR that are as long."""
        if subject.span.end - subject.span.start < 2 * self.longest:
            return
        for leaf in predicates_of(subject):
            count = len(leaf.right.items) if leaf.kind == "in-list" and leaf.right else 0
            if count > self.longest:
                yield self.finding(leaf.span, f"The list has {count:,} values, each of which is parsed and planned.")
        for chain, operands in or_chains(subject):
            if len(operands) > self.longest:
                yield self.finding(chain.span, f"The chain of ORs has {len(operands):,} parts.")
