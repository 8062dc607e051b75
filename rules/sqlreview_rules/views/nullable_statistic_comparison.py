"""views/nullable-statistic-comparison."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, Good, Rule
from sqlreview.queries import ColumnReference, Predicate, Select
from sqlreview.schema.system_columns import read_of

_TABLES = frozenset(("pg_stat_user_tables", "pg_stat_all_tables", "pg_stat_sys_tables"))
_COUNTS = ("idx_scan", "idx_tup_fetch")
_NULL_FOR = {
    **dict.fromkeys(_COUNTS, "without an index"),
    **dict.fromkeys(("last_vacuum", "last_autovacuum"), "that were never vacuumed"),
    **dict.fromkeys(("last_analyze", "last_autoanalyze"), "that were never analysed"),
}
_KINDS = ("equality", "inequality", "range")


class NullableStatisticComparison(Rule[Select]):
    """A statistic that is NULL for some tables is compared, which hides just the tables that are looked for.

    Why: `idx_scan` is NULL, not 0, for a table without any index. `idx_scan < seq_scan` is then NULL, and the table is
    left out of the list of tables that need one. So is `last_autovacuum` of a table that was never vacuumed.

    Instead: `coalesce(idx_scan, 0)`, or `OR last_autovacuum IS NULL`.
    """

    id = "views/nullable-statistic-comparison"
    sources = ("https://www.postgresql.org/docs/current/monitoring-stats.html#MONITORING-PG-STAT-ALL-TABLES-VIEW",)
    examples = (
        Bad(
            """
            SELECT relname FROM pg_stat_user_tables WHERE seq_scan > 100 AND idx_scan < seq_scan;
                                                                             ^^^^^^^^
            """,
            fixed="""
            SELECT relname FROM pg_stat_user_tables WHERE seq_scan > 100 AND coalesce(idx_scan, 0) < seq_scan;
            """,
        ),
        Good("SELECT relname FROM pg_stat_user_tables WHERE coalesce(idx_scan, 0) < seq_scan;"),
        Good("SELECT relname FROM pg_stat_user_tables WHERE idx_scan < seq_scan OR idx_scan IS NULL;"),
        Good("SELECT relname, idx_scan FROM pg_stat_user_indexes WHERE idx_tup_fetch < 50;"),
    )

    def check(self, subject: Select, context: Context) -> Iterator[Finding]:
        """Reports comparisons of these columns in WHERE without coalesce or a branch for NULL."""
        if subject.where is None or context.body is not None:
            return
        for predicate in subject.where.conjuncts:
            for column in _compared(predicate):
                relation = read_of(column, subject, context.catalog)
                if relation in _TABLES:
                    edit = Edit.replace(column.span, f"coalesce({context.text(column.span)}, 0)")
                    fixes = (Fix("Count NULL as 0", (edit,)),) if column.column in _COUNTS else ()
                    message = (
                        f"`{column.column}` is NULL for tables {_NULL_FOR[column.column]}, so this leaves them out."
                    )
                    yield self.finding(column.span, message, *fixes)


def _compared(predicate: Predicate) -> Iterator[ColumnReference]:
    """The columns that a comparison outside of OR takes as they are."""
    if predicate.kind not in _KINDS:
        return
    for value in (predicate.left, predicate.right):
        for column in value.columns if value is not None else ():
            guarded = value is not None and any(
                column in argument.columns for call in value.functions for argument in call.arguments
            )
            if column.column in _NULL_FOR and not guarded:
                yield column
