"""queries/n-plus-one."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, EmbeddedSql, Finding, Good, Rule, Span, regex

_MATCHES = regex(r"\s*+\S++")


class NPlusOne(Rule[EmbeddedSql]):
    """A query in a loop asks for one row at a time, so the number of queries grows with the data.

    Why: each query costs a round trip to the server, most of them more than the query itself; a page with 500 orders
    sends 501 queries.

    Instead: one query before the loop, with a join or with `= ANY(...)` or `IN (...)` for all keys at once.
    """

    id = "queries/n-plus-one"
    engines = EVERY_ENGINE
    examples = (
        Bad(
            """
            -- file: report.py
            for order in orders:
                cur.execute("SELECT name FROM customers WHERE id = %s", (order.customer_id,))
                             ^^^^^^
                order.name = cur.fetchone()[0]
            """
        ),
        Good(
            """
            -- file: report.py
            ids = [order.customer_id for order in orders]
            cur.execute("SELECT id, name FROM customers WHERE id = ANY(%s)", (ids,))
            """
        ),
    )

    def check(self, subject: EmbeddedSql, context: Context) -> Iterator[Finding]:
        """Reports queries whose parameters come from the element a loop has reached."""
        word = _MATCHES.match(subject.sql)
        if subject.loop and subject.is_sent and word is not None:
            start = subject.content_start + len(word[0]) - len(word[0].lstrip())
            at = Span(start, subject.content_start + word.end())
            yield self.finding(at, f"This query is sent once for every `{subject.loop}`.")
