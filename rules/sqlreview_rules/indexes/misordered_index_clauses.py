"""indexes/misordered-index-clauses."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Edit, Finding, Fix, Good, Rule, Severity, Span, Statement
from sqlreview.operations.index_clauses import MisplacedClause, misplaced_index_clause


class MisorderedIndexClauses(Rule[Statement]):
    """The clauses of CREATE INDEX are in an order that PostgreSQL rejects.

    Why: a syntax error stops the migration. The order is USING, the keys, INCLUDE, NULLS NOT DISTINCT, WITH,
    TABLESPACE, WHERE.

    Instead: INCLUDE right behind the keys, WHERE at the very end.
    """

    id = "indexes/misordered-index-clauses"
    subsumes = ("queries/unanalysed-statement",)
    severity = Severity.ERROR
    sources = ("https://www.postgresql.org/docs/current/sql-createindex.html",)
    examples = (
        Bad(
            """
            CREATE INDEX CONCURRENTLY orders_open ON orders (created_at) WHERE status = 'open' INCLUDE (total);
                                                                                               ^^^^^^^^^^^^^^^
            """,
            fixed="""
            CREATE INDEX CONCURRENTLY orders_open ON orders (created_at) INCLUDE (total) WHERE status = 'open';
            """,
            given=SHOP,
            sqlstate="42601",
        ),
        Good(
            "CREATE INDEX CONCURRENTLY orders_open ON orders (created_at) INCLUDE (total) WHERE status = 'open';",
            given=SHOP,
        ),
    )

    def check(self, subject: Statement, context: Context) -> Iterator[Finding]:
        """Reports the first clause that stands behind one it has to precede."""
        if subject.text[:6].upper() != "CREATE" or "index" not in subject.text[:30].lower():
            return
        found = misplaced_index_clause(subject.text, context.engine)
        if found is not None:
            before = "the keys" if found.behind.word == "(" else found.behind.word
            clause = "The keys" if found.clause.word == "(" else found.clause.word
            message = f"{clause} must stand before {before}; as it is, this is a syntax error."
            yield self.finding(found.clause.span, message, _moved(found, subject.text))


def _moved(found: MisplacedClause, text: str) -> Fix:
    place, clause = found.behind.span.start, found.clause.span
    start = len(text[: clause.start].rstrip())
    edits = (Edit.insert(place, f"{clause.of(text)} "), Edit.delete(Span(start, clause.end)))
    return Fix(f"Move {found.clause.word} to its place", edits)
