"""views/select-star-in-view."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.queries import Select, SetOperation, Source, Star
from sqlreview.schema.resolution import branches_of, is_system_relation, spelt_out, stars_of_tables


class SelectStarInView(Rule[Select | SetOperation]):
    """A view selects *, so its columns are those the table had at the time.

    Why: PostgreSQL, MySQL and MariaDB write the list down when the view is created: a column that is added later is not
    in it. SQLite looks the table up at every query, so the view changes under its readers.

    Instead: name the columns.
    """

    id = "views/select-star-in-view"
    engines = EVERY_ENGINE
    examples = (
        Bad(
            """
            CREATE VIEW all_products AS SELECT * FROM products;
                                               ^
            """,
            fixed="""
            CREATE VIEW all_products AS SELECT id, name, price FROM products;
            """,
            given=SHOP,
        ),
        Good("CREATE VIEW product_names AS SELECT id, name FROM products;", given=SHOP),
        Good("CREATE VIEW product_count AS SELECT count(*) AS n FROM products;", given=SHOP),
    )

    def check(self, subject: Select | SetOperation, context: Context) -> Iterator[Finding]:
        """Reports stars in the outermost lists; over a query that names its columns as mere style."""
        if subject.role != "view":
            return
        for query in branches_of(subject):
            open_stars = stars_of_tables(query, context.catalog)
            for star in query.stars:
                if not all(is_system_relation(source.name) for source in _meant(star, query)):
                    severity = None if star in open_stars else Severity.INFO
                    yield self.finding(star.span, _message(context), *_fixes(star, query, context), severity=severity)


def _meant(star: Star, query: Select) -> list[Source]:
    return [source for source in query.sources if star.qualifier in (None, source.exposed_name)]


def _message(context: Context) -> str:
    if context.engine.family == "sqlite":
        return "The view has whatever columns the table has when it is read, so it changes with the table."
    return "The view keeps the columns of today: one that is added to the table later is not in it."


def _fixes(star: Star, query: Select, context: Context) -> Iterator[Fix]:
    columns = spelt_out(star, query, context.catalog)
    if columns is not None and context.text(query.keyword).upper() == "SELECT":
        yield Fix("Name the columns", (Edit.replace(star.span, columns),), FixKind.UNSAFE)
