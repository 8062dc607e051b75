"""keys/duplicate-column."""

from collections.abc import Iterable, Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Finding, Good, Rule, Severity, Span
from sqlreview.operations import AddColumn, CreateMaterializedView, CreateTable, CreateView
from sqlreview.queries import Query, Update
from sqlreview.queries.targets import target_columns


class DuplicateColumn(Rule[CreateTable | AddColumn | Query]):
    """The same column is defined or assigned twice in one statement.

    Why: every server refuses CREATE and ALTER TABLE, PostgreSQL also UPDATE. MySQL, MariaDB and SQLite accept
    `SET a = 1, a = 2`, and the last one wins; SQLite ignores the second value of an INSERT.

    Instead: remove or rename one of the two.
    """

    id = "keys/duplicate-column"
    subsumes = ("queries/duplicate-column-assignment",)
    engines = EVERY_ENGINE
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
        Good('CREATE TABLE films (id bigint PRIMARY KEY, title text NOT NULL, "Title" text NOT NULL);'),
        Good("UPDATE orders SET status = 'paid', note = status WHERE id = 1;", given=SHOP),
    )

    def check(self, subject: CreateTable | AddColumn | Query, context: Context) -> Iterator[Finding]:
        """Reports the second mention of a column."""
        for name, span in _repeated(_named_columns(subject, context)):
            accepted = _is_accepted(subject, context)
            what = "and one of its values is lost" if accepted else f"which {context.product} refuses"
            yield self.finding(span, f"Column `{name}` appears twice, {what}.")


def _is_accepted(subject: CreateTable | AddColumn | Query, context: Context) -> bool:
    family = context.engine.family
    return isinstance(subject, Update if family == "mysql" else Query) and family != "postgres"


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
        case Query(role="view" | "table"):
            yield from _output_columns(subject, context)
        case Query():
            yield from ((name.text, name.span) for name in target_columns(subject, context.statement.text))


def _output_columns(query: Query, context: Context) -> Iterator[tuple[str, Span]]:
    """What a view or table takes from its query, unless it names its columns; SQLite renames them."""
    made = CreateView | CreateMaterializedView | CreateTable
    maker = next((item for item in context.statement.operations if isinstance(item, made)), None)
    if maker is not None and not maker.columns and context.engine.family != "sqlite":
        outputs = (item for item in query.output_list if not item.star and item.name)
        yield from ((item.name, item.span) for item in outputs if item.name and item.name[:1] != "?")
