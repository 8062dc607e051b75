"""queries/unknown-column."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.queries import Query
from sqlreview.schema.naming import quoted
from sqlreview.schema.unknown_columns import UnknownColumn, unknown_columns
from sqlreview.schema.versioned_files import is_numbered_definition


class UnknownColumnName(Rule[Query]):
    """The column does not exist in the table it is read from.

    Why: the query fails, in a function or a program when it runs first. SQLite takes a name in double quotes for a text
    instead and finds nothing.

    Instead: the column that the migrations up to here create.
    """

    id = "queries/unknown-column"
    engines = EVERY_ENGINE
    severity = Severity.ERROR
    examples = (
        Bad(
            """
            SELECT p.id, p.names FROM products AS p WHERE p.price > 3;
                         ^^^^^^^
            """,
            fixed="""
            SELECT p.id, p.name FROM products AS p WHERE p.price > 3;
            """,
            given=SHOP,
            sqlstate="42703",
        ),
        Bad(
            """
            INSERT INTO orders (user_id, summe) VALUES (1, 5);
                                         ^^^^^
            """,
            given=SHOP,
            sqlstate="42703",
        ),
        Good("SELECT p.id, p.name, p.ctid FROM products AS p WHERE p.price > 3;", given=SHOP),
        Good("SELECT name AS title FROM products ORDER BY title;", given=SHOP),
    )

    def check(self, subject: Query, context: Context) -> Iterator[Finding]:
        """Reports columns of relations that are known to their last column."""
        for found in unknown_columns(subject, context.statement.text, context.catalog, context.body is not None):
            if is_numbered_definition(context.origin):
                return
            message = _message(found)
            yield self.finding(found.reference.span, message, *_fixes(found))


def _message(found: UnknownColumn) -> str:
    column, relations = found.reference.column, found.relations
    if len(relations) > 1:
        which = "Neither" if len(relations) == 2 else "None"
        return f"{which} of the relations has a column `{column}`."
    described = relations[0].described
    return f"{described[0].upper()}{described[1:]} has no column `{column}`."


def _fixes(found: UnknownColumn) -> Iterator[Fix]:
    if found.nearest:
        edit = Edit.replace(found.reference.column_span, quoted(found.nearest))
        yield Fix(f"Say {found.nearest}"[:40], (edit,), FixKind.GUIDANCE)
