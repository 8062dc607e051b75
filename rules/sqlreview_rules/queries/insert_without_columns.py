"""queries/insert-without-columns."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Edit, Finding, Fix, Good, Rule, Span
from sqlreview.operations import Name
from sqlreview.queries import Insert, Merge, Query, Values
from sqlreview.schema.naming import quoted
from sqlreview.schema.resolution import output_names


class InsertWithoutColumns(Rule[Insert | Merge]):
    """The INSERT relies on the physical order of the table columns.

    Why: values go to the columns in the order the table has them, which may differ between databases. A column that is
    added later shifts or breaks the statement.

    Instead: list the columns.
    """

    id = "queries/insert-without-columns"
    engines = EVERY_ENGINE
    examples = (
        Bad(
            """
            INSERT INTO currencies VALUES ('EUR', 'Euro', 2);
            ^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            INSERT INTO currencies (code, title, decimals) VALUES ('EUR', 'Euro', 2);
            """,
            given="CREATE TABLE currencies (code text PRIMARY KEY, title text NOT NULL, decimals integer NOT NULL);",
        ),
        Good("INSERT INTO products (name, price) VALUES ('pen', 2);", given=SHOP),
        Good(
            """
            CREATE TEMP TABLE picked (id bigint PRIMARY KEY);
            INSERT INTO picked VALUES (1);
            """
        ),
    )

    def check(self, subject: Insert | Merge, context: Context) -> Iterator[Finding]:
        """Reports an INSERT without a column list into a table that existed before."""
        name = subject.target.name
        if name is None or not _is_from_before(name, context):
            return
        message = f"The values go to the columns of `{name}` in the order the table happens to have."
        if isinstance(subject, Merge):
            for action in subject.actions:
                if action.kind == "insert" and not action.columns_span and not action.default_values:
                    yield self.finding(action.span, message)
        elif not subject.columns_span and subject.source is not None and not _copies_a_row(subject):
            at = Span(subject.keyword.start, subject.target.span.end)
            yield self.finding(at, message, *_fixes(subject, context))


def _is_from_before(name: Name, context: Context) -> bool:
    table = context.catalog.table(name)
    return context.is_live(name) and not (table and context.created_in_file(table))


def _copies_a_row(subject: Insert) -> bool:
    """Whether the values are those of a whole row, as in a trigger's VALUES (NEW.*)."""
    source = subject.source
    if isinstance(source, Values):
        return any(value.kind == "star" for value in source.rows[0])
    return source is not None and any(output.value.kind == "star" and not output.star for output in source.output_list)


def _fixes(subject: Insert, context: Context) -> Iterator[Fix]:
    table = context.catalog.table(subject.target.name) if subject.target.name else None
    count = _value_count(subject.source, context)
    if table is None or not table.complete or count is None or not 0 < count <= len(table.columns):
        return
    columns = table.columns[:count]
    if not any(column.generated for column in columns):
        names = ", ".join(quoted(column.name) for column in columns)
        yield Fix("List the columns", (Edit.insert(subject.target.span.end, f" ({names})"),))


def _value_count(source: Query | None, context: Context) -> int | None:
    if isinstance(source, Values):
        return len(source.rows[0])
    names = output_names(source, context.catalog) if source else None
    return len(names) if names is not None else None
