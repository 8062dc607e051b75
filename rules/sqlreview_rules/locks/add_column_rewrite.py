"""locks/add-column-rewrite."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Finding, Good, Rule, Severity, Span, added_in_steps
from sqlreview.operations import SERIAL_TYPES, AddColumn, Check, ForeignKey


class AddColumnRewrite(Rule[AddColumn]):
    """Adding this column writes every row of the table again while others wait.

    Why: existing rows can share one stored default. A volatile default, a serial, identity or AUTO_INCREMENT column, a
    STORED generated column and a domain with constraints need a value of its own for every row. PostgreSQL writes
    table and indexes again while reads and writes wait, MySQL and MariaDB while writes wait.

    Instead: add the column without the default, set the default in the next statement (it then counts for new rows),
    and fill existing rows in batches. For a serial or identity column create the sequence yourself; for a generated
    one use a trigger, an expression index, or VIRTUAL on MySQL, MariaDB and PostgreSQL 18.
    """

    id = "locks/add-column-rewrite"
    engines = ("postgres", "mysql", "mariadb")
    versions = "postgres >= 11"
    sources = ("https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES",)
    examples = (
        Bad(
            """
            ALTER TABLE orders ADD COLUMN public_id uuid DEFAULT gen_random_uuid();
                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            ALTER TABLE orders ADD COLUMN public_id uuid;
            ALTER TABLE orders ALTER COLUMN public_id SET DEFAULT gen_random_uuid();
            -- file: ...
            """,
            given=SHOP,
        ),
        Good("ALTER TABLE orders ADD COLUMN seen_at timestamptz NOT NULL DEFAULT now();", given=SHOP),
    )

    small_tables: frozenset[str] = frozenset()
    """Tables with so few rows that nobody notices the wait."""

    def check(self, subject: AddColumn, context: Context) -> Iterator[Finding]:
        """Reports a new column for which every row of a table in use is written again."""
        impact, cause = context.impact, _cause(subject, context)
        if subject.table.text in self.small_tables or not context.is_live(subject.table) or cause is None:
            return
        stops_nobody = impact.online is not None and (impact.online.lock == "NONE" or impact.online.refused)
        if not impact.rewrites or stops_nobody or _is_rewritten_already(subject, context):
            return
        doubt = f"; it is not known {' and '.join(impact.unknown)}." if impact.unknown and not impact.online else "."
        message = impact.explain().removesuffix(".") + doubt
        severity = Severity.INFO if impact.unknown else None
        yield self.finding(cause, message, *added_in_steps(context, subject), severity=severity)


def _is_rewritten_already(subject: AddColumn, context: Context) -> bool:
    """Whether an earlier action of the statement rewrites the table, which happens once for all of them."""
    before = (item for item in context.statement.operations if item.span.start < subject.span.start)
    return any(isinstance(item, AddColumn) and _own_values(item) is not None for item in before)


def _own_values(subject: AddColumn) -> Span | None:
    """What gives each row a value of its own beside a default."""
    column, kind = subject.column, subject.column.type
    if column.generated is not None:
        return column.generated.span if column.generated.stored else None
    if column.identity is not None:
        return column.identity.span
    return kind.span if kind is not None and kind.name in SERIAL_TYPES else column.auto_increment


def _cause(subject: AddColumn, context: Context) -> Span | None:
    """The part of the definition for which rows differ; of MySQL's keys and checks other rules tell."""
    column, own = subject.column, _own_values(subject)
    if context.engine.family == "postgres":
        return own or column.default_span or (column.type.span if column.type else subject.span)
    if any(isinstance(part, Check | ForeignKey) for part in column.constraints):
        return None
    return own or (column.default_span if column.default and not column.default.is_constant else None)
