"""transactions/down-mismatch."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Good, Migration, Rule, Severity, undoing_of


class DownMismatch(Rule[Migration]):
    """The Down part does not take back what the Up part did.

    Why: after Down the next Up fails on what is still there, or Down itself fails: on a table that others refer to, on
    an object that Up never made. It is found out in the middle of a rollback.

    Instead: the opposite of every statement of Up, in reverse order: referring tables before those they refer to.
    """

    id = "transactions/down-mismatch"
    engines = EVERY_ENGINE
    examples = (
        Bad(
            """
            -- +goose Up
            CREATE TABLE a (id bigint PRIMARY KEY);
            CREATE TABLE b (id bigint PRIMARY KEY, a_id bigint REFERENCES a (id));
            -- +goose Down
            DROP TABLE a;
            ^^^^^^^^^^^^
            DROP TABLE b;
            """,
            sqlstate="2BP01",
        ),
        Good("-- +goose Up\nCREATE TABLE a (id bigint PRIMARY KEY);\n-- +goose Down\nDROP TABLE a;"),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports what Down forgets, what it takes away too much, and what it drops too early."""
        undoing = undoing_of(subject)
        if undoing is None:
            return
        for at, what in undoing.forgotten:
            yield self.finding(at, f"Down leaves {what} behind, so that Up cannot be run again.")
        for at, what in undoing.foreign:
            yield self.finding(at, f"Down drops {what}, which Up did not make.")
        for at, what in undoing.lost:
            yield self.finding(at, f"Down does not bring {what} back.", severity=Severity.INFO)
        for at, what, other in undoing.early:
            yield self.finding(at, f"Down drops {what} while `{other}` still refers to it, which the server refuses.")
