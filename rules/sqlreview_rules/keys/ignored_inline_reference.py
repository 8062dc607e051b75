"""keys/ignored-inline-reference."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.operations import AddColumn, ColumnDefinition, CreateTable, ForeignKey, ModifyColumn
from sqlreview.operations.written import defined_columns
from sqlreview.schema.naming import quoted

_OWNERS = "CREATE TABLE owners (id bigint PRIMARY KEY);"


class IgnoredInlineReference(Rule[CreateTable | AddColumn | ModifyColumn]):
    """REFERENCES at a column is read and thrown away, so there is no foreign key.

    Why: MySQL before 9.0 and MariaDB before 10.5 accept the clause for the sake of other products' scripts. Nothing is
    checked, nothing cascades, and no index is made.

    Instead: `FOREIGN KEY (column) REFERENCES table (column)` as an element of the table.
    """

    id = "keys/ignored-inline-reference"
    engines = ("mysql", "mariadb")
    versions = "mysql < 9.0, mariadb < 10.5"
    severity = Severity.ERROR
    sources = ("https://dev.mysql.com/doc/refman/8.0/en/create-table-foreign-keys.html",)
    examples = (
        Bad(
            """
            CREATE TABLE pets (
                id bigint PRIMARY KEY,
                owner_id bigint NOT NULL REFERENCES owners (id)
                                         ^^^^^^^^^^^^^^^^^^^^^^
            );
            """,
            fixed="""
            CREATE TABLE pets (
                id bigint PRIMARY KEY,
                owner_id bigint NOT NULL, FOREIGN KEY (owner_id) REFERENCES owners (id)
            );
            """,
            given=_OWNERS,
            engine="mysql",
        ),
        Good(
            """
            CREATE TABLE pets (
                id bigint PRIMARY KEY,
                owner_id bigint NOT NULL,
                FOREIGN KEY (owner_id) REFERENCES owners (id)
            );
            """,
            given=_OWNERS,
            engine="mysql",
        ),
        Good(
            "CREATE TABLE pets (id bigint PRIMARY KEY, owner_id bigint NOT NULL REFERENCES owners (id));",
            given=_OWNERS,
            engine="mariadb",
        ),
    )

    def check(self, subject: CreateTable | AddColumn | ModifyColumn, context: Context) -> Iterator[Finding]:
        """Reports the clause where no element of the table says the same."""
        for column in defined_columns(subject):
            ignored = column.ignored_references
            if ignored is not None and not _is_said_again(subject, column):
                message = f"`{column.name}` gets no foreign key: {context.engine} ignores REFERENCES at a column."
                yield self.finding(ignored.span, message, *_fixes(subject, column, ignored, context))


def _is_said_again(subject: CreateTable | AddColumn | ModifyColumn, column: ColumnDefinition) -> bool:
    elements = subject.constraints if isinstance(subject, CreateTable) else ()
    return any(isinstance(item, ForeignKey) and column.name in item.columns for item in elements)


def _fixes(
    subject: CreateTable | AddColumn | ModifyColumn, column: ColumnDefinition, key: ForeignKey, context: Context
) -> Iterator[Fix]:
    """The foreign key as the last element of a new table."""
    if not isinstance(subject, CreateTable) or subject.elements is None or not key.referenced_columns:
        return
    text = context.statement.text
    start = len(text[: key.span.start].rstrip())
    added = f", FOREIGN KEY ({quoted(column.name.text)}) {context.text(key.span)}"
    end = len(text[: subject.elements.end].rstrip())
    edits = (Edit.delete(type(key.span)(start, key.span.end)), Edit.insert(end, added))
    yield Fix("Make it an element of the table", edits, FixKind.UNSAFE)
