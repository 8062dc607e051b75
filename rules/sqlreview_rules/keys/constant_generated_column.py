"""keys/constant-generated-column."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.schema import Table
from sqlreview.schema.table_roles import is_own_design


class ConstantGeneratedColumn(Rule[Table]):
    """A generated column computes a constant.

    Why: every row has the same value and no statement can store another one, so the column says nothing.

    Instead: `DEFAULT` where the value may differ; without the column where it never does. The tag of a composite
    foreign key is fine.
    """

    id = "keys/constant-generated-column"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    examples = (
        Bad(
            """
            CREATE TABLE coins (id bigint PRIMARY KEY, sides int GENERATED ALWAYS AS (2) STORED);
                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            CREATE TABLE coins (id bigint PRIMARY KEY, sides int NOT NULL DEFAULT 2);
            """,
        ),
        Good(
            """
            CREATE TABLE coins (
                id bigint PRIMARY KEY,
                cents int NOT NULL,
                euro numeric GENERATED ALWAYS AS (cents / 100.0) STORED
            );
            """
        ),
    )

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports generated columns without a column or call in their expression, but for members of foreign keys."""
        if not is_own_design(subject):
            return
        members = {name for key in subject.foreign_keys for name in key.columns if len(key.columns) > 1}
        for column in subject.columns:
            made = column.generated
            if made is None or not made.expression.is_constant or column.name in members or column.copied:
                continue
            message = f"`{subject.name}.{column.name}` is the same in every row."
            value = made.expression.text.strip()
            required = "" if column.not_null or made.expression.is_null else "NOT NULL "
            edit = Edit.replace(made.span, f"{required}DEFAULT {value.removeprefix('(').removesuffix(')')}")
            fix = Fix("Make it a default", (edit,), FixKind.UNSAFE)
            yield self.finding(column.origin.within(made.span), message, *([fix] if value.count("(") < 2 else []))
