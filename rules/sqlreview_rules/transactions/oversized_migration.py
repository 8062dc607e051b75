"""transactions/oversized-migration."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Good, Migration, Rule, Severity, Step, Transaction
from sqlreview.operations import WriteRows


class OversizedMigration(Rule[Migration]):
    """One transaction changes so much that locks, undo and log pile up until its end.

    Why: every lock is kept until COMMIT, old versions of rows stay, replicas lag behind, and a failure near the end
    undoes hours of work.

    Instead: several migrations, each of which can be run, checked and undone for itself.
    """

    id = "transactions/oversized-migration"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    enabled = False
    grows = True
    examples = (
        Bad(
            """
            BEGIN;
            ^^^^^
            ALTER TABLE a ADD COLUMN x integer;
            ALTER TABLE b ADD COLUMN x integer;
            COMMIT;
            """,
            given="CREATE TABLE a (id bigint PRIMARY KEY);\nCREATE TABLE b (id bigint PRIMARY KEY);",
            options={"max_ddl_statements": 1},
        ),
        Good(
            """
            BEGIN;
            ALTER TABLE a ADD COLUMN x integer;
            COMMIT;
            """,
            given="CREATE TABLE a (id bigint PRIMARY KEY);",
            options={"max_ddl_statements": 1},
        ),
    )

    max_ddl_statements: int = 30
    """How many statements of one transaction may define things of tables in use."""
    max_dml_statements: int = 100
    """How many statements of one transaction may write rows of tables in use."""
    max_bytes: int = 1024 * 1024
    """How many characters a file may have that changes tables in use in one transaction."""

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports transactions over one of the limits."""
        for transaction in subject.transactions:
            live = [step for step in transaction.steps if step.names_live] if transaction.has_company else []
            if not live:
                continue
            written = {step.at.statement for step in live if isinstance(step.operation, WriteRows)}
            defined = {step.at.statement for step in live} - written
            what = ""
            if len(defined) > self.max_ddl_statements:
                what = f"{len(defined)} statements that change tables in use"
            elif len(written) > self.max_dml_statements:
                what = f"{len(written)} statements that write rows"
            elif len(subject.text) > self.max_bytes:
                what = f"a file of {len(subject.text) // 1024} KiB"
            if what:
                at = transaction.begin or subject.whole(_first(transaction))
                yield self.finding(at, f"One transaction holds its locks for {what}.")


def _first(transaction: Transaction) -> Step:
    return next(step for step in transaction.steps if step.names_live)
