"""views/unknown-catalog-column."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.queries import Query, references_of
from sqlreview.schema.system_columns import FORMER, SUCCESSORS, read_of, versions_with


class UnknownCatalogColumn(Rule[Query]):
    """A monitoring query uses a column that the relation of PostgreSQL's catalog never had.

    Why: the statistics views call tables `relname` and indexes `indexrelname`, pg_tables and pg_indexes call them
    `tablename` and `indexname`; the query fails with error 42703.

    Instead: the name the view has, with an alias where another one is wanted.
    """

    id = "views/unknown-catalog-column"
    severity = Severity.ERROR
    sources = ("https://www.postgresql.org/docs/current/monitoring-stats.html",)
    examples = (
        Bad(
            """
            SELECT schemaname, tablename, idx_scan FROM pg_stat_user_tables;
                               ^^^^^^^^^
            """,
            fixed="""
            SELECT schemaname, relname, idx_scan FROM pg_stat_user_tables;
            """,
            sqlstate="42703",
        ),
        Good("SELECT schemaname, relname AS tablename, idx_scan FROM pg_stat_user_tables ORDER BY tablename;"),
        Good("SELECT tablename, indexname FROM pg_indexes;"),
    )

    def check(self, subject: Query, context: Context) -> Iterator[Finding]:
        """Reports columns that no supported version of PostgreSQL has in that relation."""
        if context.body is not None:
            return
        for reference in references_of(subject):
            relation = read_of(reference, subject, context.catalog)
            column = reference.column
            if relation is None or versions_with(relation, column) or column in FORMER.get(relation, ()):
                continue
            known = SUCCESSORS.get(relation, {}).get(column)
            meant = f"; it is `{known}` there" if known else ""
            edit = Edit.replace(reference.column_span, known or column)
            fixes = (Fix(f"Use {known}", (edit,), FixKind.UNSAFE),) if known else ()
            yield self.finding(reference.span, f"`{relation}` has no column `{column}`{meant}.", *fixes)
