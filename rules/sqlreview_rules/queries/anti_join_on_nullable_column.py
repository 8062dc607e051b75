"""queries/anti-join-on-nullable-column."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule
from sqlreview.queries import Select
from sqlreview.schema.anti_joins import AntiJoin, doubtful_anti_joins
from sqlreview.schema.naming import quoted


class AntiJoinOnNullableColumn(Rule[Select]):
    """The IS NULL test of the anti join uses a column that can be NULL in a matching row.

    Why: LEFT JOIN with IS NULL looks for rows without a partner. Rows whose partner has NULL in that column come out as
    well, and the server cannot stop at the first partner.

    Instead: test a column that is never NULL, such as the primary key, or say `NOT EXISTS`.
    """

    id = "queries/anti-join-on-nullable-column"
    engines = EVERY_ENGINE
    examples = (
        Bad(
            """
            SELECT u.id FROM users AS u LEFT JOIN orders AS o ON o.user_id = u.id WHERE o.note IS NULL;
                                                                                        ^^^^^^^^^^^^^^
            """,
            fixed="""
            SELECT u.id FROM users AS u LEFT JOIN orders AS o ON o.user_id = u.id WHERE o.id IS NULL;
            """,
            given=SHOP,
        ),
        Good("SELECT u.id FROM users AS u LEFT JOIN orders AS o ON o.user_id = u.id WHERE o.id IS NULL;", given=SHOP),
        Good(
            "SELECT u.id FROM users AS u LEFT JOIN orders AS o ON o.user_id = u.id WHERE o.user_id IS NULL;",
            given=SHOP,
        ),
    )

    def check(self, subject: Select, context: Context) -> Iterator[Finding]:
        """Reports tests of nullable columns where nothing else of the joined table is read."""
        for found in doubtful_anti_joins(subject, context.catalog):
            message = f"`{found.column.column}` is also NULL in rows of {found.source.described} that do match."
            yield self.finding(found.predicate.span, message, *_fixes(found))


def _fixes(found: AntiJoin) -> Iterator[Fix]:
    if found.key:
        edit = Edit.replace(found.column.column_span, quoted(found.key))
        yield Fix("Test the primary key", (edit,), FixKind.UNSAFE)
