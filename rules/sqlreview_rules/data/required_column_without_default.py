"""data/required-column-without-default."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity, Span
from sqlreview.operations import SERIAL_TYPES, AddColumn, ColumnDefinition, Name, NotNull, PrimaryKey


class RequiredColumnWithoutDefault(Rule[AddColumn]):
    """A NOT NULL column without a default cannot be added to a table that has rows.

    Why: existing rows would hold NULL, so PostgreSQL (23502) and SQLite refuse the statement as soon as there is one
    row. On an empty test database the same migration passes. SQLite also refuses defaults that are no constants.

    Instead: add the column with a constant default, or nullable; fill it in batches; then make it NOT NULL.
    """

    id = "data/required-column-without-default"
    engines = ("postgres", "sqlite")
    severity = Severity.ERROR
    examples = (
        Bad(
            """
            ALTER TABLE orders ADD COLUMN channel text NOT NULL;
                                                       ^^^^^^^^
            """,
            fixed="""
            ALTER TABLE orders ADD COLUMN channel text;
            """,
            given=SHOP + "INSERT INTO orders (user_id) VALUES (1);\n",
            sqlstate="23502",
        ),
        Good("ALTER TABLE orders ADD COLUMN channel text NOT NULL DEFAULT 'web';", given=SHOP),
        Good(
            """
            CREATE TABLE carts (id bigint PRIMARY KEY);
            ALTER TABLE carts ADD COLUMN channel text NOT NULL;
            """
        ),
    )

    def check(self, subject: AddColumn, context: Context) -> Iterator[Finding]:
        """Reports a required column of a table that may have rows."""
        if context.engine.family == "sqlite" and subject.column.default and subject.column.default.functions:
            if self._may_have_rows(subject, context):
                message = "The default is no constant, so SQLite refuses to add the column if there is a row."
                yield self.finding(subject.column.default.span, message)
            return
        required = subject.column.not_null or next(_primary_keys(subject.column), None)
        if required is None or _has_value(subject.column, context) or not self._may_have_rows(subject, context):
            return
        name = f"`{str(subject.table).removeprefix('public.')}.{subject.column.name}`"
        message = f"{name} is NOT NULL without a default, so adding it fails if there is a row."
        fixes = [_nullable(required.span, context)] if isinstance(required, NotNull) else []
        yield self.finding(required.span, message, *fixes)

    @staticmethod
    def _may_have_rows(subject: AddColumn, context: Context) -> bool:
        table = context.catalog.table(subject.table)
        if table is None:
            return context.is_live(subject.table)
        if subject.if_not_exists and table.column(subject.column.name.text) is not None:
            return False
        if context.created_in_run(table) or table.temporary:
            return table.written is not None
        emptied = table.emptied is not None and table.emptied.path == context.origin.path
        return not table.foreign and not emptied


def _primary_keys(column: ColumnDefinition) -> Iterator[PrimaryKey]:
    return (constraint for constraint in column.constraints if isinstance(constraint, PrimaryKey))


def _has_value(column: ColumnDefinition, context: Context) -> bool:
    if column.generated or column.identity or (column.type and column.type.name in SERIAL_TYPES):
        return True
    if column.default is not None:
        return not column.default.is_null
    kind = column.type and context.catalog.user_type(Name(column.type.schema, column.type.name, column.type.span))
    return bool(kind and kind.kind == "domain" and kind.default and not kind.default.is_null)


def _nullable(required: Span, context: Context) -> Fix:
    start = len(context.statement.text[: required.start].rstrip())
    return Fix("Add it as nullable", (Edit.delete(Span(start, required.end)),), FixKind.UNSAFE)
