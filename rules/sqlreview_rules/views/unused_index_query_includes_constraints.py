"""views/unused-index-query-includes-constraints."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity, regex
from sqlreview.queries import Select
from sqlreview.schema.system_columns import read_of

_STATISTICS = ("pg_stat_user_indexes", "pg_stat_all_indexes")
_TELLS = regex(r"(?i)\b(?:indisunique|indisprimary|pg_constraint|conindid|contype|indexdef)\b")


class UnusedIndexQueryIncludesConstraints(Rule[Select]):
    """A query that looks for unused indexes also lists those that enforce a constraint.

    Why: the index of a primary key or of a UNIQUE constraint does its work with every INSERT and need not be scanned
    once. Whoever drops what the list has loses the constraint.

    Instead: `JOIN pg_index AS i ON i.indexrelid = s.indexrelid ... AND NOT i.indisunique`.
    """

    id = "views/unused-index-query-includes-constraints"
    severity = Severity.HINT
    sources = ("https://www.postgresql.org/docs/current/monitoring-stats.html#MONITORING-PG-STAT-ALL-INDEXES-VIEW",)
    examples = (
        Bad(
            """
            SELECT indexrelname FROM pg_stat_user_indexes WHERE idx_scan = 0 ORDER BY indexrelname;
                                                                ^^^^^^^^^^^^
            """
        ),
        Good(
            """
            SELECT s.indexrelname
            FROM pg_stat_user_indexes AS s
            JOIN pg_index AS i ON i.indexrelid = s.indexrelid
            WHERE s.idx_scan = 0 AND NOT i.indisunique;
            """
        ),
        Good("SELECT indexrelname, idx_scan FROM pg_stat_user_indexes ORDER BY idx_scan;"),
    )

    def check(self, subject: Select, context: Context) -> Iterator[Finding]:
        """Reports conditions on the number of scans in statements that ask for no constraint."""
        if subject.where is None or _TELLS.search(context.statement.text):
            return
        for predicate in subject.where.conjuncts:
            column = predicate.left.column if predicate.left else None
            if column is None or column.column != "idx_scan" or predicate.kind not in ("equality", "range"):
                continue
            is_few = predicate.operator in ("=", "<", "<=")
            if is_few and read_of(column, subject, context.catalog) in _STATISTICS:
                message = "Indexes of primary keys and UNIQUE constraints are in this list, too, scanned or not."
                yield self.finding(predicate.span, message)
