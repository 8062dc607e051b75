"""locks/add-column-rewrite."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity, Span, alter_next, without
from sqlreview.operations import SERIAL_TYPES, AddColumn


class AddColumnRewrite(Rule[AddColumn]):
    """Adding this column rewrites the whole table under an exclusive lock.

    Why: existing rows can share one stored default. A volatile default, a serial or identity column, a STORED
    generated column and a domain with constraints need a value of its own for every row, so PostgreSQL writes the
    table and all its indexes again while reads and writes wait.

    Instead: add the column without the default, set the default in the next statement (it then counts for new rows),
    and fill existing rows in batches. For a serial or identity column create the sequence yourself; for a generated
    one use a trigger, an expression index, or VIRTUAL on PostgreSQL 18.
    """

    id = "locks/add-column-rewrite"
    versions = "postgres >= 11"
    sources = (
        "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES",
        "measured on PostgreSQL 12 to 18",
    )
    examples = (
        Bad(
            """
            ALTER TABLE orders ADD COLUMN public_id uuid DEFAULT gen_random_uuid();
                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            ALTER TABLE orders ADD COLUMN public_id uuid;
            ALTER TABLE orders ALTER COLUMN public_id SET DEFAULT gen_random_uuid();
            """,
            given=SHOP,
        ),
        Bad("ALTER TABLE orders ADD COLUMN no bigserial;\n                                 ^^^^^^^^^", given=SHOP),
        Good("ALTER TABLE orders ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now();", given=SHOP),
        Good("ALTER TABLE orders ALTER COLUMN note SET DEFAULT gen_random_uuid()::text;", given=SHOP),
    )

    small_tables: frozenset[str] = frozenset()
    """Tables with so few rows that nobody notices the wait."""

    def check(self, subject: AddColumn, context: Context) -> Iterator[Finding]:
        """Reports a new column for which every row of a table in use is written again."""
        exempt = subject.table.text in self.small_tables or not context.is_live(subject.table)
        if not exempt and context.impact.rewrites and not _is_rewritten_already(subject, context):
            severity = Severity.INFO if context.impact.unknown else None
            yield self.finding(_cause(subject), _message(context), *_fixes(subject, context), severity=severity)


def _is_rewritten_already(subject: AddColumn, context: Context) -> bool:
    """Whether an earlier action of the statement rewrites the table, which happens once for all of them."""
    additions = (other for other in context.statement.operations if isinstance(other, AddColumn))
    return any(other.span.start < subject.span.start and _has_own_values(other) for other in additions)


def _has_own_values(subject: AddColumn) -> bool:
    column = subject.column
    is_serial = column.type is not None and column.type.name in SERIAL_TYPES
    return is_serial or column.identity is not None or (column.generated is not None and column.generated.stored)


def _message(context: Context) -> str:
    doubt = f"; it is not known {' and '.join(context.impact.unknown)}." if context.impact.unknown else "."
    return context.impact.explain().removesuffix(".") + doubt


def _cause(subject: AddColumn) -> Span:
    column = subject.column
    written = column.generated or column.identity
    if written is not None:
        return written.span
    return column.default_span or (column.type.span if column.type else subject.span)


def _fixes(subject: AddColumn, context: Context) -> Iterator[Fix]:
    column = subject.column
    if column.default_span is None or column.default is None or column.not_null or column.constraints or context.body:
        return
    later = f"ALTER COLUMN {context.text(column.name.span)} SET DEFAULT {column.default.text}"
    edits: tuple[Edit, ...] = (
        without(context.statement.text, column.default_span),
        alter_next(context, subject.table, later),
    )
    yield Fix("Set the default afterwards", edits, FixKind.GUIDANCE)
