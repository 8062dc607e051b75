"""queries/implicit-cast."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.queries import Query
from sqlreview.schema.type_families import TypeMismatch, type_mismatches


class ImplicitCast(Rule[Query]):
    """The compared types differ, so the server converts one side or refuses the query.

    Why: PostgreSQL has no operator for a text and a number and fails. MySQL, MariaDB and SQLite convert, row by row:
    no index on the column is used, and in MySQL `'5abc'` equals 5.

    Instead: a literal of the column's type, or a cast of the side that has no index.
    """

    id = "queries/implicit-cast"
    engines = EVERY_ENGINE
    sources = ("https://dev.mysql.com/doc/refman/8.4/en/type-conversion.html", "measured on PostgreSQL and MariaDB")
    examples = (
        Bad(
            """
            SELECT id FROM orders WHERE status = 5;
                                        ^^^^^^^^^^
            """,
            fixed="""
            SELECT id FROM orders WHERE status = '5';
            """,
            given=SHOP,
            sqlstate="42883",
        ),
        Bad(
            """
            UPDATE devices SET name = lower(name) WHERE id BETWEEN 1 AND 1000;
                                                        ^^^^^^^^^^^^^^^^^^^^^
            """,
            given="CREATE TABLE devices (id uuid PRIMARY KEY, name text);",
            sqlstate="42883",
        ),
        Good("SELECT id FROM orders WHERE status = '5' AND user_id = '7' AND total > 3;", given=SHOP),
    )

    def check(self, subject: Query, context: Context) -> Iterator[Finding]:
        """Reports comparisons of columns whose types are known."""
        for found in type_mismatches(subject, context.catalog):
            what = "which the server refuses" if found.is_refused else "so one of them is converted in every row"
            message = f"{found.left[0].upper()}{found.left[1:]} is compared with {found.right}, {what}."
            severity = Severity.ERROR if found.is_refused else None
            yield self.finding(found.predicate.span, message, *_fixes(found), severity=severity)


def _fixes(found: TypeMismatch) -> Iterator[Fix]:
    if found.unquoted:
        edits = tuple(Edit.replace(value.span, f"'{value.text}'") for value in found.unquoted)
        yield Fix("Quote the number", edits, FixKind.UNSAFE)
