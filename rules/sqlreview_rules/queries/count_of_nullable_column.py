"""queries/count-of-nullable-column."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.operations.written import words_of
from sqlreview.queries import Output, Select, Value
from sqlreview.queries.strictness import columns_needed
from sqlreview.schema.resolution import column_of, source_of
from sqlreview.schema.row_counts import conjuncts_of

_SAYS_SO = frozenset(("filled", "non", "not", "with", "has", "having", "known", "given", "set", "present", "nonnull"))


class CountOfNullableColumn(Rule[Select]):
    """COUNT of a nullable column leaves out the rows where it is NULL.

    Why: `count(phone)` of 100 rows is 80 when 20 have no phone. Who wanted the number of rows gets too few.

    Instead: `count(*)`. Where the filled ones are meant, an alias such as `with_phone` says so.
    """

    id = "queries/count-of-nullable-column"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    examples = (
        Bad(
            """
            SELECT count(product_id) AS orders FROM orders;
                   ^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            SELECT count(*) AS orders FROM orders;
            """,
            given=SHOP,
        ),
        Good("SELECT count(*) AS orders, count(DISTINCT product_id) AS products FROM orders;", given=SHOP),
        Good("SELECT count(product_id) AS with_product FROM orders;", given=SHOP),
    )

    def check(self, subject: Select, context: Context) -> Iterator[Finding]:
        """Reports count of columns that may be NULL, where nothing says that it is meant so."""
        calls = [
            (output, call) for output in subject.outputs for call in output.value.functions if call.name == "count"
        ]
        if not calls or any(call.star or call.filter for _, call in calls):
            return
        for output, call in calls:
            if call.distinct or call.over or len(call.arguments) != 1 or _says_so(output):
                continue
            if _may_be_null(call.arguments[0], subject, context):
                name = call.arguments[0].text
                fix = Fix("Count rows", (Edit.replace(call.arguments[0].span, "*"),), FixKind.UNSAFE)
                yield self.finding(call.span, f"Rows in which `{name}` is NULL are not counted.", fix)


def _says_so(output: Output) -> bool:
    return output.alias is not None and not _SAYS_SO.isdisjoint(words_of(output.alias.text))


def _may_be_null(value: Value, query: Select, context: Context) -> bool:
    if value.column is None:
        return False
    found = column_of(value.column, query, context.catalog)
    source = source_of(value.column, query, context.catalog)
    if found is None or source is None or source.nullable_by is not None:
        return False
    table, column = found
    is_key = table.primary_key is not None and column.name in table.primary_key.columns
    if column.not_null or is_key or column.identity or column.generated:
        return False
    needed = {reference.column for part in conjuncts_of(query) for reference in columns_needed(part)}
    return column.name not in needed
