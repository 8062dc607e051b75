"""docs/design-document-drift."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, DocumentedTable, Finding, Good, Rule, Severity
from sqlreview.operations.column_types import column_type_of
from sqlreview.schema.type_comparison import base_type


class DesignDocumentDrift(Rule[DocumentedTable]):
    """A design document describes another table than its own SQL.

    Why: readers believe one or the other, and nobody knows which of them was meant.

    Instead: the same columns and types in the table of the document and in its CREATE TABLE.
    """

    id = "docs/design-document-drift"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    examples = (
        Bad(
            """
            -- file: design.md
            ### Table: pens
                       ^^^^
            | Column | Type |
            |--------|------|
            | id | BIGINT |
            | price | NUMERIC(12,2) |
              ^^^^^
            ```sql
            CREATE TABLE pens (id bigint PRIMARY KEY, unit_price numeric(12,2) NOT NULL);
            ```
            """
        ),
        Good(
            """
            -- file: design.md
            ### Table: pens
            | Column | Type |
            |--------|------|
            | id | BIGINT |
            | unit_price | NUMERIC(12,2) |
            ```sql
            CREATE TABLE pens (id bigint PRIMARY KEY, unit_price numeric(12,2) NOT NULL);
            ```
            """
        ),
    )

    def check(self, subject: DocumentedTable, context: Context) -> Iterator[Finding]:
        """Compares columns and types with the table that the same document creates."""
        table = subject.table
        if not table.complete or not table.columns:
            return
        listed = {row.column.lower() for row in subject.rows}
        missing = [column.name for column in table.columns if column.name.lower() not in listed]
        if missing and subject.rows:
            names = ", ".join(f"`{name}`" for name in missing)
            yield self.finding(subject.span, f"The table below leaves out what the SQL of this document has: {names}.")
        columns = {column.name.lower(): column for column in table.columns}
        for row in subject.rows:
            column = columns.get(row.column.lower())
            if column is None:
                message = f"`{table.name}` has no column `{row.column}` in the SQL of this document."
                yield self.finding(row.column_span, message)
                continue
            described = column_type_of(row.type, context.engine)
            if described is None or column.type is None:
                continue
            if base_type(described, context.catalog) != base_type(column.type, context.catalog):
                message = f"`{table.name}.{column.name}` is `{column.type}` in the SQL of this document."
                yield self.finding(row.type_span, message)
