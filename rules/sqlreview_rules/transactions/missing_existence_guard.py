"""transactions/missing-existence-guard."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Edit, Finding, Fix, Good, Rule, Severity, Statement
from sqlreview.operations import (
    AddColumn,
    CreateExtension,
    CreateIndex,
    CreateSchema,
    CreateTable,
    DropIndex,
    DropTable,
    DropView,
    Operation,
)


class MissingExistenceGuard(Rule[Statement]):
    """The statement fails when the migration is run a second time.

    Why: outside a transaction a migration that fails half-way leaves what it did before. Run again, it stops at its
    first CREATE or DROP.

    Instead: `IF NOT EXISTS` and `IF EXISTS`; not for `CREATE INDEX CONCURRENTLY`, whose broken index would be taken for
    the finished one.
    """

    id = "transactions/missing-existence-guard"
    engines = EVERY_ENGINE
    severity = Severity.HINT
    enabled = False
    examples = (
        Bad(
            """
            CREATE TABLE notes (id bigint PRIMARY KEY);
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            DROP TABLE orders;
            ^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            CREATE TABLE IF NOT EXISTS notes (id bigint PRIMARY KEY);
            DROP TABLE IF EXISTS orders;
            """,
            given="CREATE TABLE IF NOT EXISTS orders (id bigint PRIMARY KEY);",
            in_transaction=False,
        ),
        Good("CREATE TABLE IF NOT EXISTS notes (id bigint PRIMARY KEY);\nDROP TABLE IF EXISTS drafts;"),
        Good("CREATE TABLE notes (id bigint PRIMARY KEY);", in_transaction=True),
    )

    always: bool = False
    """Whether files that run in one transaction are reported, too."""

    def check(self, subject: Statement, context: Context) -> Iterator[Finding]:
        """Reports CREATE and DROP that stop at what is there, or is not there, already."""
        if context.in_transaction and not self.always:
            return
        for operation in subject.operations:
            guard = _guard_of(operation, context)
            if guard is not None:
                words, place = guard
                message = f"Run a second time, this fails; {words} lets it pass."
                fix = Fix(f"Insert {words}", (Edit.insert(place, f"{words} "),))
                yield self.finding(operation.span, message, fix)
                return


def _guard_of(operation: Operation, context: Context) -> tuple[str, int] | None:
    """The words that would guard it, and where they belong; None where it is guarded or cannot be."""
    is_mysql = context.engine.name == "mysql"
    match operation:
        case CreateTable(if_not_exists=False, or_replace=False):
            return "IF NOT EXISTS", operation.table.span.start
        case CreateIndex(if_not_exists=False, concurrently=False) if operation.name is not None and not is_mysql:
            return "IF NOT EXISTS", operation.name.span.start
        case CreateSchema(if_not_exists=False) | CreateExtension(if_not_exists=False):
            name = operation.schema if isinstance(operation, CreateSchema) else operation.extension
            return ("IF NOT EXISTS", name.span.start) if name is not None else None
        case AddColumn(if_not_exists=False) if context.engine.name in ("postgres", "mariadb"):
            return "IF NOT EXISTS", operation.column.name.span.start
        case DropTable(if_exists=False):
            return "IF EXISTS", operation.table.span.start
        case DropView(if_exists=False):
            return "IF EXISTS", operation.view.span.start
        case DropIndex(if_exists=False) if not is_mysql:
            return "IF EXISTS", operation.index.span.start
    return None
