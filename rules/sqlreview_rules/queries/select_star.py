"""queries/select-star."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity, Span
from sqlreview.operations import WriteRows
from sqlreview.operations.cql import CqlQuery
from sqlreview.queries import Query, Select, SetOperation, Star
from sqlreview.schema.resolution import branches_of, spelt_out, stars_of_tables

_SENT = "The query returns every column the table has at the time it runs, new ones included."


class SelectStar(Rule[Select | SetOperation | CqlQuery]):
    """The query returns whatever columns the table happens to have.

    Why: a star stands for the columns the table has when the query is planned. A new column is sent to every caller,
    a dropped one is missed only where it is used, and `INSERT ... SELECT *` shifts values or fails.

    Instead: name the columns that are read.
    """

    id = "queries/select-star"
    engines = (*EVERY_ENGINE, "cql")
    examples = (
        Bad(
            """
            SELECT * FROM products WHERE id = 7;
                   ^
            """,
            fixed="""
            SELECT id, name, price FROM products WHERE id = 7;
            """,
            given=SHOP,
        ),
        Bad(
            """
            SELECT u.name, p.*
                           ^^^
            FROM users AS u JOIN orders AS o ON o.user_id = u.id JOIN products AS p ON p.id = o.product_id;
            """,
            fixed="""
            SELECT u.name, p.id, p.name, p.price
            FROM users AS u JOIN orders AS o ON o.user_id = u.id JOIN products AS p ON p.id = o.product_id;
            """,
            given=SHOP,
        ),
        Bad("-- file: queries.cql\nSELECT * FROM readings WHERE day = ?;\n       ^", engine="cql"),
        Good("SELECT count(*) FROM products WHERE price > 5;", given=SHOP),
        Good("-- file: queries.cql\nSELECT JSON * FROM readings WHERE day = ?;", engine="cql"),
    )

    def check(self, subject: Select | SetOperation | CqlQuery, context: Context) -> Iterator[Finding]:
        """Reports stars over tables in the lists that leave the statement or fill a table; sqlc expands its own."""
        if isinstance(subject, CqlQuery):
            if subject.star:
                yield self.finding(subject.star, _SENT, severity=Severity.INFO)
            return
        if context.session.loader == "sqlc" or _fills_a_copy(context):
            return
        if subject.role == "insert-source" or (subject.role == "statement" and context.body is None):
            for query in branches_of(subject):
                for star in stars_of_tables(query, context.catalog):
                    severity = Severity.INFO if context.text(Span(0, 4)).upper() in ("EXPL", "DESC") else None
                    yield self.finding(star.span, _message(subject), *_fixes(star, query, context), severity=severity)


def _fills_a_copy(context: Context) -> bool:
    """Whether the rows go to a table that the file has only just created with these columns in mind."""
    fills = [item for item in context.statement.operations if isinstance(item, WriteRows) and item.copied]
    return any(context.created_in_file(context.catalog.table(item.table)) for item in fills)


def _message(query: Query) -> str:
    if query.role == "insert-source":
        return "The INSERT takes whatever columns the table has at that time, which shifts or fails when one is added."
    return _SENT


def _fixes(star: Star, query: Select, context: Context) -> Iterator[Fix]:
    columns = spelt_out(star, query, context.catalog)
    if columns is not None and context.text(query.keyword).upper() == "SELECT":
        yield Fix("Name the columns", (Edit.replace(star.span, columns),), FixKind.UNSAFE)
