"""types/native-enum."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import AddColumn, CreateEnum, CreateTable, ModifyColumn
from sqlreview.operations.written import defined_columns


class NativeEnum(Rule[CreateEnum | CreateTable | AddColumn | ModifyColumn]):
    """A list of values is made a type of its own, which is harder to change than a CHECK or a lookup table.

    Why: PostgreSQL never removes a value from an enum, and a value added in a transaction cannot be used in it. MySQL
    and MariaDB store the number of the value, so removing or reordering values copies the table.

    Instead: `text` with `CHECK (state IN ('open', 'closed'))`, or a table of states and a foreign key to it.
    """

    id = "types/native-enum"
    engines = ("postgres", "mysql", "mariadb")
    severity = Severity.HINT
    enabled = False
    sources = (
        "https://www.postgresql.org/docs/current/datatype-enum.html#DATATYPE-ENUM-DECLARATION",
        "https://dev.mysql.com/doc/refman/8.0/en/enum.html",
    )
    examples = (
        Bad(
            """
            CREATE TYPE ticket_state AS ENUM ('open', 'closed');
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """
        ),
        Good(
            """
            CREATE TABLE tickets (id bigint PRIMARY KEY, state text NOT NULL CHECK (state IN ('open', 'closed')));
            """
        ),
    )

    def check(
        self, subject: CreateEnum | CreateTable | AddColumn | ModifyColumn, context: Context
    ) -> Iterator[Finding]:
        """Reports enum types of PostgreSQL, and ENUM and SET columns of MySQL and MariaDB."""
        if isinstance(subject, CreateEnum):
            message = f"Values can be added to the enum `{subject.type.text}` later on, but never removed."
            yield self.finding(subject.span, message)
            return
        if context.engine.family != "mysql":
            return
        for column in defined_columns(subject):
            if column.type is not None and column.type.name in ("enum", "set"):
                message = f"Removing or reordering a value of `{column.name}` copies the whole table."
                yield self.finding(column.type.span, message)
