"""queries/cartesian-join."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.queries import Select, Source, truth_of
from sqlreview.schema.joins import foreign_key_condition, unconnected_sources

_STORES = """
CREATE TABLE customers (id bigint PRIMARY KEY, name text NOT NULL);
CREATE TABLE purchases (
    id bigint PRIMARY KEY,
    customer_id bigint NOT NULL REFERENCES customers (id),
    total numeric(12, 2) NOT NULL
);
CREATE INDEX purchases_customer_id_idx ON purchases (customer_id);
"""


class CartesianJoin(Rule[Select]):
    """Two relations of the query are not connected, so every row meets every row.

    Why: without a condition between them, 10,000 orders and 1,000 customers make 10,000,000 rows, most of them
    combinations that do not belong together.

    Instead: connect them, `JOIN customers AS c ON c.id = o.customer_id`; say `CROSS JOIN` where every pair is meant.
    """

    id = "queries/cartesian-join"
    engines = EVERY_ENGINE
    subsumes = ("queries/always-true-condition",)
    examples = (
        Bad(
            """
            SELECT p.id, c.name FROM purchases AS p, customers AS c WHERE p.total > 100;
                                                     ^^^^^^^^^^^^^^
            """,
            fixed="""
            SELECT p.id, c.name FROM purchases AS p JOIN customers AS c ON p.customer_id = c.id WHERE p.total > 100;
            """,
            given=_STORES,
        ),
        Bad(
            """
            SELECT p.id, c.name FROM purchases AS p JOIN customers AS c ON true WHERE c.name = $1;
                                                         ^^^^^^^^^^^^^^
            """,
            fixed="""
            SELECT p.id, c.name FROM purchases AS p JOIN customers AS c ON p.customer_id = c.id WHERE c.name = $1;
            """,
            given=_STORES,
        ),
        Good("SELECT p.id, c.name FROM purchases AS p, customers AS c WHERE c.id = p.customer_id;", given=_STORES),
        Good("SELECT d.day, c.id FROM generate_series(1, 7) AS d (day), customers AS c;", given=_STORES),
        Good(
            "WITH best AS (SELECT max(total) AS t FROM purchases) SELECT id FROM purchases, best WHERE total = t;",
            given=_STORES,
        ),
    )

    def check(self, subject: Select, context: Context) -> Iterator[Finding]:
        """Reports commas and joins without condition, where WHERE does not connect the relations either."""
        for source in unconnected_sources(subject, context.catalog):
            if not _is_unconditional(source):
                continue
            bare = source.join != "comma" and not source.condition
            message = f"Nothing connects {source.described} with the other relations, so every row meets every row."
            severity = Severity.ERROR if bare else None
            yield self.finding(source.span, message, *_fixes(source, subject, context), severity=severity)


def _is_unconditional(source: Source) -> bool:
    if source.join in ("inner", "left", "right", "full"):
        return source.condition is None or truth_of(source.condition.predicate) is True
    return source.join == "comma"


def _fixes(source: Source, query: Select, context: Context) -> Iterator[Fix]:
    others = [other for other in query.sources if other is not source]
    conditions = [found for other in others if (found := foreign_key_condition(other, source, context.catalog))]
    if len(conditions) != 1 or not source.join_span:
        return
    if source.condition:
        edits: tuple[Edit, ...] = (Edit.replace(source.condition.predicate.span, conditions[0]),)
    elif len(others) == 1:
        joined = Edit.replace(source.join_span, " JOIN" if source.join == "comma" else "JOIN")
        edits = (joined, Edit.insert(source.span.end, f" ON {conditions[0]}"))
    else:
        return
    yield Fix("Join by the foreign key", edits, FixKind.GUIDANCE)
