"""queries/nondeterministic-group-by."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.queries import Select
from sqlreview.schema.grouped_columns import arbitrary_columns


class NondeterministicGroupBy(Rule[Select]):
    """A selected column is neither grouped nor aggregated, so its value is arbitrary.

    Why: PostgreSQL refuses the query, and so does MySQL by default. MariaDB and SQLite return the value of some row of
    the group, another one after the next change of the plan.

    Instead: group by the column too, or say which value of the group is meant: `min(c)`, `max(c)`.
    """

    id = "queries/nondeterministic-group-by"
    engines = EVERY_ENGINE
    sources = (
        "https://mariadb.com/docs/server/server-management/variables-and-modes/sql_mode",
        "measured on all engines",
    )
    examples = (
        Bad(
            """
            SELECT user_id, note, max(total) AS most FROM orders GROUP BY user_id;
                            ^^^^
            """,
            fixed="""
            SELECT user_id, note, max(total) AS most FROM orders GROUP BY user_id, note;
            """,
            given=SHOP,
            sqlstate="42803",
        ),
        Good("SELECT user_id, max(note) AS note, max(total) AS most FROM orders GROUP BY user_id;", given=SHOP),
        Good(
            """
            SELECT u.id, u.name, count(o.id) AS orders FROM users AS u LEFT JOIN orders AS o ON o.user_id = u.id
            GROUP BY u.id;
            """,
            given=SHOP,
        ),
    )

    def check(self, subject: Select, context: Context) -> Iterator[Finding]:
        """Reports each such column once."""
        is_refused = context.engine.name == "postgres"
        severity = Severity.ERROR if is_refused else None
        outcome = "so the query is refused" if is_refused else "so it is that of any row of the group"
        seen = set()
        for reference in arbitrary_columns(subject, context.body is not None, context.catalog):
            name = context.text(reference.span)
            if name.lower() in seen:
                continue
            seen.add(name.lower())
            where = "is not grouped" if subject.group_by else "stands beside an aggregate"
            message = f"`{name}` {where}, {outcome}."
            yield self.finding(reference.span, message, *_fixes(name, subject), severity=severity)


def _fixes(name: str, query: Select) -> Iterator[Fix]:
    if query.group_by:
        yield Fix("Group by it too", (Edit.insert(query.group_by.span.end, f", {name}"),), FixKind.UNSAFE)
