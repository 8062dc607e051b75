"""queries/function-on-column."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.queries import Delete, Predicate, Query, Select, Update, row_conditions_of
from sqlreview.queries.wrapped import WrappedColumn, bare_condition, hides_any_index, wrapped_columns
from sqlreview.schema.indexed import has_computed_key, index_beginning_with, keeps_type_family
from sqlreview.schema.resolution import is_system_relation, own_source_of, table_of
from sqlreview.schema.row_counts import is_pinned

_VISITS = """
CREATE TABLE visits (id bigint PRIMARY KEY, email text NOT NULL, started_at timestamptz NOT NULL);
CREATE INDEX visits_started_at_idx ON visits (started_at);
CREATE INDEX visits_email_idx ON visits (lower(email));
"""


class FunctionOnColumn(Rule[Select | Update | Delete]):
    """A function or calculation on the column hides it from its index.

    Why: an index holds the values of the column, not those of an expression, so the whole table, or the whole
    index, is read.

    Instead: move the calculation to the other side (`started_at >= '2025-03-01' AND started_at < '2025-03-02'`), or
    index the expression.
    """

    id = "queries/function-on-column"
    engines = EVERY_ENGINE
    sources = ("https://www.postgresql.org/docs/current/indexes-expressional.html",)
    examples = (
        Bad(
            """
            SELECT id FROM visits WHERE started_at::date = '2025-03-01';
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            SELECT id FROM visits WHERE started_at >= '2025-03-01' AND started_at < date '2025-03-01' + 1;
            """,
            given=_VISITS,
        ),
        Good("SELECT id FROM visits WHERE started_at >= '2025-03-01' AND started_at < '2025-03-02';", given=_VISITS),
        Good("SELECT id FROM visits WHERE lower(email) = lower($1);", given=_VISITS),
        Good("SELECT started_at::date FROM visits WHERE id % 8 = 3;", given=_VISITS),
    )

    def check(self, subject: Select | Update | Delete, context: Context) -> Iterator[Finding]:
        """Reports comparisons of an expression of one column, in WHERE and ON."""
        for condition in row_conditions_of(subject):
            for predicate in condition.predicate.comparisons:
                for wrapped in wrapped_columns(predicate):
                    severity = None if _is_rewritten(wrapped, context) else _severity(wrapped, subject, context)
                    if severity:
                        column = wrapped.column.column
                        message = f"The comparison is not with `{column}` itself, so an index on it does not help."
                        fixes = _fixes(predicate, wrapped, context) if predicate in condition.conjuncts else []
                        yield self.finding(predicate.span, message, *fixes, severity=severity)


def _is_rewritten(wrapped: WrappedColumn, context: Context) -> bool:
    """Whether MariaDB makes a range of it by itself, as it does of DATE and YEAR since 11.1."""
    is_new = context.engine.name == "mariadb" and context.engine.release >= (11, 1)
    return is_new and wrapped.functions in ({"date"}, {"year"})


def _severity(wrapped: WrappedColumn, query: Query, context: Context) -> Severity | None:
    source = own_source_of(wrapped.column, query, context.catalog)
    if source is None or source.kind != "table" or is_system_relation(source.name):
        return None
    if any(own_source_of(other, query, context.catalog) in (source, None) for other in wrapped.others):
        return None
    table = table_of(source, context.catalog)
    if table is None or not table.created:
        return Severity.INFO if context.body is None and hides_any_index(wrapped) else None
    column = table.column(wrapped.column.column)
    kind = column.type if column else None
    if column is None or table.temporary or column.collation or (kind and keeps_type_family(kind, wrapped.cast)):
        return None
    if kind and kind.name == "citext":
        return None
    served = has_computed_key(table, column.name, wrapped.functions) or is_pinned(source, query, context.catalog)
    unindexed = Severity.INFO if context.is_document and hides_any_index(wrapped) else None
    return None if served else Severity.WARNING if index_beginning_with(table, column.name) else unindexed


def _fixes(predicate: Predicate, wrapped: WrappedColumn, context: Context) -> Iterator[Fix]:
    condition = bare_condition(predicate, wrapped, context.engine.family)
    if condition:
        yield Fix("Compare the bare column", (Edit.replace(predicate.span, condition),), FixKind.UNSAFE)
