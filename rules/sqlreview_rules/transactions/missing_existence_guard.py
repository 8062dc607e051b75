"""transactions/missing-existence-guard."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Edit, Finding, Fix, Good, Rule, Severity, Statement
from sqlreview.operations.guards import existence_guard


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
        is_dump = context.session.setting("check_function_bodies") is not None  # which pg_dump sets, and nobody else
        if is_dump or (context.in_transaction and not self.always):
            return
        for operation in subject.operations:
            guard = existence_guard(operation, context.engine)
            if guard is not None:
                words, place = guard
                message = f"Run a second time, this fails; {words} lets it pass."
                fix = Fix(f"Insert {words}", (Edit.insert(place, f"{words} "),))
                yield self.finding(operation.span, message, fix)
                return
