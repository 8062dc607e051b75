"""queries/duplicate-table-alias."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Finding, Good, Related, Rule, Severity
from sqlreview.queries import Insert, Query, Source


class DuplicateTableAlias(Rule[Query]):
    """Two relations of one FROM clause have the same name.

    Why: it cannot be told which one a column belongs to. PostgreSQL (42712), MySQL and MariaDB (1066) refuse the
    query, SQLite does where both have the column.

    Instead: give each relation an alias of its own.
    """

    id = "queries/duplicate-table-alias"
    engines = EVERY_ENGINE
    severity = Severity.ERROR
    examples = (
        Bad(
            """
            SELECT a.id FROM users AS a JOIN orders AS a ON a.user_id = a.id;
                                             ^^^^^^^^^^^
            """,
            given=SHOP,
            sqlstate="42712",
        ),
        Bad(
            """
            UPDATE orders SET note = users.name FROM users, orders WHERE users.id = orders.user_id;
                                                            ^^^^^^
            """,
            given=SHOP,
            sqlstate="42712",
        ),
        Good("SELECT u.id FROM users AS u JOIN orders AS o ON o.user_id = u.id;", given=SHOP),
        Good("SELECT id FROM users AS a WHERE EXISTS (SELECT 1 FROM orders AS a WHERE a.status = 'new');", given=SHOP),
    )

    def check(self, subject: Query, context: Context) -> Iterator[Finding]:
        """Reports every relation whose name another one of its level has already."""
        seen: dict[tuple[str | None, str], Source] = {}
        for source in () if isinstance(subject, Insert) else subject.sources:
            name = source.exposed_name
            # without alias s1.t and s2.t differ; a bare t may be either
            key = (source.name.schema if source.name and not source.alias else None, name or "")
            if name and key in seen:
                related = Related("The first one with that name.", seen[key].span)
                message = f"`{name}` names two relations of this query."
                severity = Severity.WARNING if context.engine.family == "sqlite" else None
                yield self.finding(source.span, message, related=(related,), severity=severity)
            seen.setdefault(key, source)
