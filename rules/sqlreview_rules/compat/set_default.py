"""compat/set-default."""

from collections.abc import Iterator

from sqlreview import SHOP, SHOP_MYSQL, Bad, Context, Finding, Good, Migration, Rule, Severity
from sqlreview.operations import Expression, SetColumnDefault, SetGeneratedExpression


class SetDefaultInUse(Rule[Migration]):
    """Code that leaves the column out of its INSERT writes another value from here on.

    Why: instances that still run count on the old default, and rows before and after the change look as if somebody
    had meant the difference.

    Instead: release code that gives the value first, where it matters which one is written.
    """

    id = "compat/set-default"
    engines = ("postgres", "mysql", "mariadb")
    severity = Severity.HINT
    enabled = False
    versions = "SET EXPRESSION: postgres >= 17"
    sources = ("https://www.postgresql.org/docs/current/sql-altertable.html",)
    examples = (
        Bad(
            """
            ALTER TABLE orders ALTER COLUMN status SET DEFAULT 'draft';
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=SHOP,
        ),
        Good("ALTER TABLE orders ALTER COLUMN note SET DEFAULT '';", given=SHOP),
        Bad(
            """
            ALTER TABLE orders ALTER COLUMN status SET DEFAULT 'draft';
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=SHOP_MYSQL,
            engine="mysql",
        ),
        Good("ALTER TABLE orders ALTER COLUMN total SET DEFAULT 0;", given=SHOP_MYSQL, engine="mysql"),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports defaults and expressions that differ from what the column had before the file."""
        for step in subject.steps_of(SetColumnDefault, SetGeneratedExpression):
            operation = step.operation
            if not isinstance(operation, SetColumnDefault | SetGeneratedExpression) or not step.names_live:
                continue
            table = subject.before.table_at(step.table.key) if step.table else None
            column = table.column(operation.column.text) if table else None
            if table is None or column is None:
                continue
            name = f"`{table.name}.{column.name}`"
            if isinstance(operation, SetGeneratedExpression):
                if column.generated is not None:
                    yield self.finding(step.at, f"{name} is computed in another way from here on.")
            elif column.default is not None and not column.default.is_null:
                old, new = column.default.text, operation.default.text
                if _value(column.default) != _value(operation.default):
                    yield self.finding(step.at, f"An INSERT that leaves out {name} writes {new} instead of {old}.")


def _value(default: Expression) -> str:
    """What a default says, without its type: '0'::integer is 0."""
    return default.text.partition("::")[0].strip("'").lower()
