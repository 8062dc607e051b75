"""security/search-path-without-pg-temp."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule
from sqlreview.operations import CreateRoutine
from sqlreview.schema.search_paths import SearchPath, pinned_path, unqualified_relations

_ORDERS = "CREATE TABLE orders (id bigint PRIMARY KEY, total numeric(12, 2));"


class SearchPathWithoutPgTemp(Rule[CreateRoutine]):
    """The pinned search_path of a SECURITY DEFINER function searches temporary tables first.

    Why: `pg_temp` comes first wherever the path does not name it. A caller creates a temporary table of the same name,
    and the function reads and writes that one with the rights of its owner.

    Instead: `pg_temp` at the end of the path.
    """

    id = "security/search-path-without-pg-temp"
    sources = (
        "https://www.postgresql.org/docs/current/sql-createfunction.html#SQL-CREATEFUNCTION-SECURITY",
        "measured on PostgreSQL 15 and 18",
    )
    examples = (
        Bad(
            """
            CREATE FUNCTION total() RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = public
                                                                                                   ^^^^^^
            AS $$ SELECT count(*) FROM orders $$;
            REVOKE EXECUTE ON FUNCTION total() FROM PUBLIC;
            """,
            fixed="""
            CREATE FUNCTION total() RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
            AS $$ SELECT count(*) FROM orders $$;
            REVOKE EXECUTE ON FUNCTION total() FROM PUBLIC;
            """,
            given=_ORDERS,
        ),
        Good(
            """
            CREATE FUNCTION total() RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
            AS $$ SELECT count(*) FROM orders $$;
            REVOKE EXECUTE ON FUNCTION total() FROM PUBLIC;
            """,
            given=_ORDERS,
        ),
    )

    def check(self, subject: CreateRoutine, context: Context) -> Iterator[Finding]:
        """Reports paths of routines whose bodies name relations without a schema."""
        path = pinned_path(subject, context.statement.text) if subject.security_definer else None
        if path is None or path.items[-1:] == ("pg_temp",) or "{" in "".join(path.items):
            return
        body = context.text(subject.body).upper() if subject.body else ""
        if subject.language == "sql" and body.startswith(("BEGIN ATOMIC", "RETURN")):
            return  # its names are looked up once, when it is created
        if unqualified_relations(subject, context.statement.text):
            message = f"A temporary table of the caller comes before the tables that `{subject.name}` means."
            yield self.finding(path.span, message, *_fixes(path))


def _fixes(path: SearchPath) -> Iterator[Fix]:
    if path.items and "pg_temp" not in path.items:
        yield Fix("Search pg_temp last", (Edit.insert(path.span.end, ", pg_temp"),), FixKind.UNSAFE)
