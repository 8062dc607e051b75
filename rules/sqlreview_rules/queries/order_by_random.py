"""queries/order-by-random."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule
from sqlreview.queries import FunctionCall, Select, SetOperation, SortKey, Source, Value, Values

_RANDOM = {
    "postgres": ("random", "gen_random_uuid", "uuid_generate_v4", "uuidv4"),
    "mysql": ("rand", "uuid"),
    "sqlite": ("random",),
}


class OrderByRandom(Rule[Select]):
    """Ordering by a random value sorts the whole table.

    Why: every row gets a random number and all rows are sorted by it, even for LIMIT 1.

    Instead: pick a random key in the program and read the next row, `WHERE id >= $1 ORDER BY id LIMIT 1`, or sort a
    sample: on PostgreSQL `TABLESAMPLE BERNOULLI (1)` keeps one row of a hundred.
    """

    id = "queries/order-by-random"
    engines = EVERY_ENGINE
    sources = ("https://www.postgresql.org/docs/current/sql-select.html#SQL-FROM",)
    examples = (
        Bad(
            """
            SELECT id, name FROM products ORDER BY random() LIMIT 1;
                                                   ^^^^^^^^
            """,
            fixed="""
            SELECT id, name FROM products TABLESAMPLE BERNOULLI (1) ORDER BY random() LIMIT 1;
            """,
            given=SHOP,
        ),
        Good("SELECT id, name FROM products WHERE id >= $1 ORDER BY id LIMIT 1;", given=SHOP),
        Good("SELECT n FROM generate_series(1, 100) AS n ORDER BY random();"),
        Good("SELECT id FROM (SELECT id FROM orders ORDER BY id DESC LIMIT 50) AS last ORDER BY random();", given=SHOP),
    )

    def check(self, subject: Select, context: Context) -> Iterator[Finding]:
        """Reports sort keys with a random value in a query of a table."""
        tables = [source for source in subject.sources if _may_be_long(source, context)]
        sampled = any(source.sampled for source in subject.sources)
        if not subject.order_by or not tables or sampled or context.session.setting("seed"):
            return
        for key in subject.order_by.keys:
            if any(_is_random(call, context) for call in _sorted_by(key, subject).functions):
                names = " and ".join(table.described for table in tables)
                message = f"The query sorts all rows of {names} by a random value."
                yield self.finding(key.span, message, *_fixes(subject, context))


def _sorted_by(key: SortKey, query: Select) -> Value:
    """The key, or the item of the list that it names."""
    name = key.column.column if key.column and key.column.qualifier is None else None
    return next((item.value for item in query.outputs if name and item.alias and item.alias.text == name), key.value)


def _is_random(call: FunctionCall, context: Context) -> bool:
    return call.name in _RANDOM[context.engine.family] and not (call.name == "rand" and call.arguments)


def _may_be_long(source: Source, context: Context) -> bool:
    if source.kind == "table":
        return not context.created_in_file(context.catalog.table(source.name) if source.name else None)
    inner = source.query
    if inner is None or isinstance(inner, Values):
        return False
    return not (isinstance(inner, Select | SetOperation) and inner.limit)


def _fixes(query: Select, context: Context) -> Iterator[Fix]:
    if (
        context.engine.family == "postgres"
        and query.limit
        and len(query.sources) == 1
        and query.sources[0].kind == "table"
    ):
        sample = Edit.insert(query.sources[0].span.end, " TABLESAMPLE BERNOULLI (1)")
        yield Fix("Sort a sample of the rows", (sample,), FixKind.GUIDANCE)
