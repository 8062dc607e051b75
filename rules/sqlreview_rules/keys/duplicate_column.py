"""keys/duplicate-column."""

from collections.abc import Iterable, Iterator

from sqlreview import SHOP, Bad, Context, Finding, Good, Rule, Severity, Span
from sqlreview.operations import AddColumn, CreateTable
from sqlreview.queries import Query
from sqlreview.queries.targets import target_columns


class DuplicateColumn(Rule[CreateTable | AddColumn | Query]):
    """The same column is defined or assigned twice in one statement.

    Why: PostgreSQL refuses the statement, CREATE and ALTER TABLE as well as INSERT and UPDATE.

    Instead: remove or rename one of the two.
    """

    id = "keys/duplicate-column"
    severity = Severity.ERROR
    examples = (
        Bad(
            """
            CREATE TABLE films (id bigint PRIMARY KEY, title text, Title text);
                                                                   ^^^^^
            """,
            sqlstate="42701",
        ),
        Bad(
            """
            UPDATE orders SET status = 'paid', note = 'x', status = 'sent' WHERE id = 1;
                                                           ^^^^^^
            """,
            given=SHOP,
            sqlstate="42601",
        ),
        Good('CREATE TABLE films (id bigint PRIMARY KEY, title text, "Title" text);'),
        Good("UPDATE orders SET status = 'paid', note = status WHERE id = 1;", given=SHOP),
    )

    def check(self, subject: CreateTable | AddColumn | Query, context: Context) -> Iterator[Finding]:
        """Reports the second mention of a column."""
        for name, span in _repeated(_named_columns(subject, context)):
            yield self.finding(span, f"Column `{name}` appears twice, which PostgreSQL refuses.")


def _repeated(columns: Iterable[tuple[str, Span]]) -> Iterator[tuple[str, Span]]:
    seen: set[str] = set()
    for name, span in columns:
        if name in seen:
            yield name, span
        seen.add(name)


def _named_columns(subject: CreateTable | AddColumn | Query, context: Context) -> Iterator[tuple[str, Span]]:
    match subject:
        case CreateTable(columns=columns):
            yield from ((column.name.text, column.name.span) for column in columns)
        case AddColumn(if_not_exists=False, column=column):
            table = context.catalog.table(subject.table)
            twin = table.column(column.name.text) if table else None
            if twin is not None and twin.origin.statement == context.origin.statement:
                yield twin.name, twin.origin.span
            yield column.name.text, column.name.span
        case Query():
            yield from ((name.text, name.span) for name in target_columns(subject, context.statement.text))
