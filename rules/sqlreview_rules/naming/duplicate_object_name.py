"""naming/duplicate-object-name."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Good, Related, Rule, Severity
from sqlreview.operations import Operation
from sqlreview.schema.existing_objects import existing_object


class DuplicateObjectName(Rule[Operation]):
    """Two CREATE statements make an object of the same name.

    Why: the second one fails, and with it the migration, on every database on which the first one has run.

    Instead: another name, or take the repeated statement out.
    """

    id = "naming/duplicate-object-name"
    engines = EVERY_ENGINE
    severity = Severity.ERROR
    examples = (
        Bad(
            """
            CREATE TABLE a (id bigint PRIMARY KEY, x int);
            CREATE TABLE b (id bigint PRIMARY KEY, x int);
            CREATE INDEX by_x ON a (x);
            CREATE INDEX by_x ON b (x);
                         ^^^^
            """,
            sqlstate="42P07",
        ),
        Good(
            """
            CREATE TABLE a (id bigint PRIMARY KEY, x int);
            CREATE INDEX a_by_x ON a (x);
            DROP INDEX a_by_x;
            CREATE INDEX a_by_x ON a (x);
            """
        ),
    )

    def check(self, subject: Operation, context: Context) -> Iterator[Finding]:
        """Reports names that are taken when the statement runs; a DO block may have asked before."""
        if context.body is not None:
            return
        found = existing_object(subject, context.catalog)
        if found is not None:
            message = f"There is a {found.kind} of this name already, so the statement fails."
            yield self.finding(found.span, message, related=(Related("It was created here.", found.at),))
