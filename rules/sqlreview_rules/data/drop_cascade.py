"""data/drop-cascade."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity, Span
from sqlreview.operations import AlterCompositeType, DropColumn, Other
from sqlreview.schema import Column, Record, Table
from sqlreview.schema.dependants import Drop, dependants_of_change, dropped_record, listed

_WORD = "CASCADE"


class DropCascade(Rule[Drop | AlterCompositeType | Other]):
    """CASCADE also drops objects that the statement does not name.

    Why: views, foreign keys of other tables, columns of a type, triggers and defaults that call a function go along,
    and what that is depends on the database the migration happens to meet.

    Instead: drop the dependants by name; without CASCADE the server names those that were forgotten.
    """

    id = "data/drop-cascade"
    sources = ("https://www.postgresql.org/docs/current/ddl-depend.html",)
    examples = (
        Bad(
            """
            ALTER TABLE orders DROP COLUMN total CASCADE;
                               ^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            ALTER TABLE orders DROP COLUMN total;
            """,
            given=SHOP,
        ),
        Good("DROP VIEW order_totals;", given=SHOP + "CREATE VIEW order_totals AS SELECT id, total FROM orders;\n"),
        Good("CREATE TABLE scratch (id bigint PRIMARY KEY);\nDROP TABLE scratch CASCADE;"),
    )

    def check(self, subject: Drop | AlterCompositeType | Other, context: Context) -> Iterator[Finding]:
        """Reports CASCADE on objects that existed before the file."""
        if isinstance(subject, AlterCompositeType | Other):
            yield from self._at_the_end(subject, context)
            return
        record = dropped_record(subject, context.catalog)
        if not subject.cascade or _is_own(subject, record, context):
            return
        found = list(dependants_of_change(subject, context.catalog))
        known = isinstance(record, Table) and record.created and record.complete
        spread = listed(found) if found else "whatever depends on this, without naming it"
        severity = Severity.INFO if known and not found else None
        yield self.finding(
            subject.span, f"CASCADE also drops {spread}.", *_without(subject, context), severity=severity
        )

    def _at_the_end(self, subject: AlterCompositeType | Other, context: Context) -> Iterator[Finding]:
        """The word behind DROP OWNED BY and DROP ATTRIBUTE, whose dependants nobody knows."""
        is_drop = subject.kind == "drop owned" if isinstance(subject, Other) else subject.action == "drop"
        if is_drop and context.text(subject.span).upper().endswith(_WORD):
            yield self.finding(subject.span, "CASCADE also drops whatever depends on this, without naming it.")


def _is_own(subject: Drop, record: Record | None, context: Context) -> bool:
    """Whether nobody else can have come to depend on it: it is temporary or was made in this run."""
    if isinstance(record, Table) and record.temporary:
        return True
    column: Column | None = None
    if isinstance(subject, DropColumn) and isinstance(record, Table):
        column = record.column(subject.column.text)
    return context.created_in_run(record) or (column is not None and column.origin.run == context.origin.run)


def _without(subject: Drop, context: Context) -> Iterator[Fix]:
    """The fix that deletes the word, which ends the action or, where several objects are named, the statement."""
    text = context.statement.text
    end = subject.span.end if context.text(subject.span).upper().endswith(_WORD) else len(text)
    if text[end - len(_WORD) : end].upper() == _WORD:
        start = len(text[: end - len(_WORD)].rstrip())
        yield Fix("Remove CASCADE", (Edit.delete(Span(start, end)),), FixKind.UNSAFE)
