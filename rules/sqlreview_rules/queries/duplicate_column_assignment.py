"""queries/duplicate-column-assignment."""

from collections.abc import Iterable, Iterator

from sqlreview import EVERY_ENGINE, SHOP, SHOP_MYSQL, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import Identifier
from sqlreview.queries import Assignment, Insert, Merge, Update, Write


class DuplicateColumnAssignment(Rule[Write]):
    """The same column is assigned twice in one statement.

    Why: PostgreSQL rejects the statement. MariaDB and SQLite keep the last value of an UPDATE, and SQLite the first of
    an INSERT, without a word about the other one.

    Instead: assign each column once; the second one mostly was to be another column.
    """

    id = "queries/duplicate-column-assignment"
    engines = EVERY_ENGINE
    severity = Severity.ERROR
    sources = ("measured on PostgreSQL 15 and 18, MariaDB 10.11 and SQLite 3.40",)
    examples = (
        Bad(
            """
            UPDATE orders SET user_id = 1, user_id = 2 WHERE id = 3;
                                           ^^^^^^^
            """,
            given=SHOP,
            sqlstate="42601",
        ),
        Bad(
            """
            INSERT INTO orders (user_id, total, user_id) VALUES (1, 2, 3);
                                                ^^^^^^^
            """,
            given=SHOP_MYSQL,
            engine="mysql",
            sqlstate="1110",
        ),
        Good("UPDATE orders SET user_id = 2 WHERE id = 3;", given=SHOP),
        Good("INSERT INTO orders (user_id, total) VALUES (1, 2);", given=SHOP_MYSQL, engine="mysql"),
    )

    def check(self, subject: Write, context: Context) -> Iterator[Finding]:
        """Reports the second mention of a column in a list."""
        for names in _lists(subject, context):
            seen: set[str] = set()
            for name in names:
                if name.text in seen:
                    yield self.finding(name.span, f"`{name}` is assigned twice.")
                seen.add(name.text)


def _lists(query: Write, context: Context) -> Iterator[Iterable[Identifier]]:
    match query:
        case Insert(columns=columns, on_conflict=conflict):
            yield columns
            yield _assigned(query.set_assignments, context)
            yield _assigned(conflict.assignments if conflict else (), context)
        case Update() if context.engine.family != "mysql" or len(query.sources) == 1:
            yield _assigned(query.assignments, context)
        case Merge(actions=actions):
            for action in actions:
                yield action.columns
                yield _assigned(action.assignments, context)


def _assigned(assignments: tuple[Assignment, ...], context: Context) -> Iterator[Identifier]:
    """The columns that are assigned as a whole, not an element or a field of them."""
    for assignment in assignments:
        target = context.text(assignment.span).partition("=")[0]
        is_part = "[" in target or ("." in target and context.engine.family == "postgres")
        if not is_part:
            yield from assignment.columns
