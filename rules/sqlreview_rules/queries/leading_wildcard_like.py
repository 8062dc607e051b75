"""queries/leading-wildcard-like."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.queries import Delete, Predicate, Query, Select, Update, Value, row_conditions_of
from sqlreview.schema.indexed import has_text_search_index
from sqlreview.schema.resolution import is_system_relation, own_source_of, table_of
from sqlreview.schema.row_counts import is_pinned

_LIKE = ("LIKE", "ILIKE", "~~", "~~*")


class LeadingWildcardLike(Rule[Select | Update | Delete]):
    """A pattern that starts with a wildcard cannot use an ordinary index.

    Why: a btree finds values by how they begin; `LIKE '%lock%'` has to read every row.

    Instead: a pattern with a fixed beginning, or an index made for it: on PostgreSQL a trigram index, `CREATE INDEX ...
    USING gin (title gin_trgm_ops)` of the extension pg_trgm; on MySQL and MariaDB FULLTEXT and MATCH, on SQLite FTS5.
    """

    id = "queries/leading-wildcard-like"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    sources = ("https://www.postgresql.org/docs/current/pgtrgm.html#PGTRGM-INDEX",)
    examples = (
        Bad(
            """
            SELECT id FROM products WHERE name LIKE '%lock%';
                                          ^^^^^^^^^^^^^^^^^^
            """,
            given=SHOP,
        ),
        Bad(
            """
            SELECT id FROM products WHERE name ILIKE '%' || $1 || '%';
                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=SHOP,
        ),
        Good("SELECT id FROM products WHERE name LIKE 'lock%';", given=SHOP),
        Good("SELECT id FROM products WHERE name NOT LIKE '%lock%';", given=SHOP),
        Good("SELECT id FROM products WHERE id = $1 AND name LIKE '%lock%';", given=SHOP),
    )

    def check(self, subject: Select | Update | Delete, context: Context) -> Iterator[Finding]:
        """Reports patterns with a wildcard in front, where every row of a table has to be read for them."""
        for condition in row_conditions_of(subject):
            for predicate in condition.predicate.comparisons:
                if _begins_open(predicate) and self._reads_all_rows(predicate, subject, context):
                    message = "The pattern starts with a wildcard, so no btree index serves it and every row is read."
                    yield self.finding(predicate.span, message)

    @staticmethod
    def _reads_all_rows(predicate: Predicate, query: Query, context: Context) -> bool:
        columns = predicate.left.columns if predicate.left else ()
        source = own_source_of(columns[0], query, context.catalog) if len(columns) == 1 else None
        if source is None or source.kind != "table" or is_system_relation(source.name):
            return False
        table = table_of(source, context.catalog)
        if table is not None and (context.created_in_file(table) or table.temporary):
            return False
        has_index = table is not None and has_text_search_index(table, columns[0].column)
        return not has_index and not is_pinned(source, query, context.catalog)


def _begins_open(predicate: Predicate) -> bool:
    if predicate.kind != "pattern" or predicate.operator not in _LIKE or predicate.right is None:
        return False
    first = _first_text(predicate.right)
    whole = predicate.right.kind != "operation" and predicate.right.function is None
    return first is not None and first[:1] in ("%", "_") and not (whole and not first.strip("%"))


def _first_text(value: Value) -> str | None:
    """The text a pattern begins with, where a literal says so."""
    if value.kind == "operation" and set(value.operators) == {"||"}:
        return _first_text(value.items[0])
    if value.function and value.function.name == "concat" and value.function.arguments:
        return _first_text(value.function.arguments[0])
    return value.string
