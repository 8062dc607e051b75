"""queries/nullable-concat."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.queries import Query
from sqlreview.schema.nullable_parts import nullable_parts


class NullableConcat(Rule[Query]):
    """One NULL part makes the whole text NULL.

    Why: `'a' || NULL` is NULL, and so is `CONCAT('a', NULL)` in MySQL and MariaDB. The text of a row that lacks one
    part is lost as a whole.

    Instead: `coalesce(part, '')`, or `concat_ws`, which leaves out what is NULL.
    """

    id = "queries/nullable-concat"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    sources = ("measured on PostgreSQL, MariaDB and SQLite",)
    examples = (
        Bad(
            """
            SELECT email || ' ' || name AS label FROM users WHERE id = 1;
                                   ^^^^
            """,
            fixed="""
            SELECT email || ' ' || coalesce(name, '') AS label FROM users WHERE id = 1;
            """,
            given=SHOP,
        ),
        Good("SELECT concat_ws(' ', email, name) AS label FROM users WHERE id = 1;", given=SHOP),
        Good("SELECT email || ' ' || name AS label FROM users WHERE name IS NOT NULL;", given=SHOP),
    )

    def check(self, subject: Query, context: Context) -> Iterator[Finding]:
        """Reports nullable columns that are joined to a text as they are."""
        for value, is_text in nullable_parts(subject, context.text(subject.span), context.catalog):
            edits = (Edit.insert(value.span.start, "coalesce("), Edit.insert(value.span.end, ", '')"))
            fixes = (Fix("Take an empty text for NULL", edits, FixKind.UNSAFE),) if is_text else ()
            yield self.finding(value.span, f"Where `{value.text}` is NULL, the whole text is.", *fixes)
