"""transactions/nested-transaction."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Migration, Rule, Span
from sqlreview.operations import Begin, Commit, Rollback, SetSetting, ValidateConstraint

_SECOND = {
    "postgres": "does nothing: a transaction is open already",
    "mysql": "commits the transaction that is open already",
    "sqlite": "fails: a transaction is open already",
}


class NestedTransaction(Rule[Migration]):
    """BEGIN and COMMIT do not match the transaction that is open.

    Why: no engine nests transactions. In PostgreSQL a second BEGIN is only a warning, the first COMMIT ends everything,
    and what follows runs without a transaction. In MySQL and MariaDB a second BEGIN commits what was done before, in
    SQLite it is an error. A COMMIT in a file that the migration tool wraps ends the tool's own.

    Instead: one BEGIN and one COMMIT; `SAVEPOINT` for a part that may be undone.
    """

    id = "transactions/nested-transaction"
    engines = EVERY_ENGINE
    sources = ("https://www.postgresql.org/docs/current/sql-begin.html",)
    examples = (
        Bad(
            """
            BEGIN;
            BEGIN;
            ^^^^^
            COMMIT;
            """,
            fixed="""
            BEGIN;

            COMMIT;
            """,
        ),
        Bad(
            """
            ALTER TABLE orders ADD COLUMN channel text;
            COMMIT;
            ^^^^^^
            COMMENT ON COLUMN orders.channel IS 'Where the order came from.';
            """,
            fixed="""
            ALTER TABLE orders ADD COLUMN channel text;

            COMMENT ON COLUMN orders.channel IS 'Where the order came from.';
            """,
            given=SHOP,
        ),
        Good("BEGIN;\nSAVEPOINT before;\nROLLBACK TO SAVEPOINT before;\nCOMMIT;", given=SHOP),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports BEGIN inside a transaction, and COMMIT and ROLLBACK outside of one the file has begun."""
        wrapped = subject.before.session.wrapped
        begun = False
        by_hand = any(item.name == "autocommit" for _, item in subject.operations(SetSetting))
        operations = subject.operations(Begin, Commit, Rollback)
        last = _last_to_make_way_for(subject) if operations else -1
        for number, operation in operations:
            if isinstance(operation, Begin):
                if begun or wrapped:
                    yield self._finding(_SECOND[context.engine.family], number, subject)
                begun = True
            elif isinstance(operation, Commit | Rollback):
                ends = "ends the transaction of the migration tool" if wrapped else "has no BEGIN in this file"
                if not begun and number > last and not by_hand:
                    yield self._finding(ends, number, subject)
                begun, wrapped = operation.chain, wrapped and begun

    def _finding(self, what: str, number: int, migration: Migration) -> Finding:
        statement = migration.statements[number]
        word = statement.text.split(maxsplit=1)[0].upper()
        edit = Edit.delete(Span(0, len(statement.text) + statement.terminated))
        fix = Fix(f"Remove {word}", (edit,), FixKind.UNSAFE)
        return self.finding(migration.origins[number], f"{word} {what}.", fix)


def _last_to_make_way_for(migration: Migration) -> int:
    """Where the last statement stands that no transaction may or should hold: a COMMIT above it is on purpose."""
    for step in reversed(migration.steps):
        if isinstance(step.operation, ValidateConstraint) or not step.impact.transaction_allowed:
            return migration.positions[step.at.statement]
    return -1
