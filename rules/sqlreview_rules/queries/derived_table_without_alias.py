"""queries/derived-table-without-alias."""

from collections.abc import Iterator

from sqlreview import SHOP_MYSQL, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.queries import Query


class DerivedTableWithoutAlias(Rule[Query]):
    """A subquery in FROM has no alias.

    Why: MySQL, MariaDB and PostgreSQL before 16 reject the query.

    Instead: `FROM (SELECT ...) AS recent`.
    """

    id = "queries/derived-table-without-alias"
    engines = ("postgres", "mysql", "mariadb")
    severity = Severity.ERROR
    versions = "postgres < 16, mysql, mariadb"
    sources = ("https://www.postgresql.org/docs/16/release-16.html", "measured on PostgreSQL 15 and MariaDB 10.11")
    examples = (
        Bad(
            """
            SELECT count(*) AS n FROM (SELECT id FROM orders WHERE total > 5);
                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            SELECT count(*) AS n FROM (SELECT id FROM orders WHERE total > 5) AS sub;
            """,
            given=SHOP_MYSQL,
            engine="mysql",
            sqlstate="1064",
        ),
        Good("SELECT count(*) AS n FROM (SELECT id FROM orders) AS known;", given=SHOP_MYSQL, engine="mysql"),
    )

    def check(self, subject: Query, context: Context) -> Iterator[Finding]:
        """Reports queries in brackets among the relations."""
        if context.engine.family == "postgres" and context.version >= 16:
            return
        taken = {source.exposed_name for source in subject.sources}
        for source in subject.sources:
            if source.kind not in ("subquery", "values") or source.alias or source.query is None:
                continue
            numbered = ("sub", *(f"sub{number}" for number in range(2, len(taken) + 3)))
            name = next(name for name in numbered if name not in taken)
            taken.add(name)
            fix = Fix("Give it a name", (Edit.insert(source.span.end, f" AS {name}"),), FixKind.SAFE)
            yield self.finding(source.span, "The server wants a name for a subquery in FROM.", fix)
