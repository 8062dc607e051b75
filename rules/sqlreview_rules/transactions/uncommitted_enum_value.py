"""transactions/uncommitted-enum-value."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Related, Rule, Severity
from sqlreview.operations import AddCheck, AddColumn, CreateIndex, CreateTable, SetColumnDefault
from sqlreview.queries import Query
from sqlreview.schema import Origin
from sqlreview.schema.typed_literals import TypedLiteral, typed_literals_of

Use = AddCheck | AddColumn | CreateIndex | CreateTable | SetColumnDefault
_STATES = """
CREATE TYPE order_state AS ENUM ('new', 'paid');
CREATE TABLE orders (id bigint PRIMARY KEY, state order_state NOT NULL);
INSERT INTO orders (id, state) VALUES (1, 'new');
"""


class UncommittedEnumValue(Rule[AddCheck | AddColumn | CreateIndex | CreateTable | SetColumnDefault | Query]):
    """A new enum value is used before the transaction that adds it has committed.

    Why: PostgreSQL refuses the use (55P04, "unsafe use of new value") until the ALTER TYPE ... ADD VALUE has been
    committed, in rows, conditions and defaults. Before version 17 that is so even if the type itself is new.

    Instead: use the value in the next migration.
    """

    id = "transactions/uncommitted-enum-value"
    severity = Severity.ERROR
    versions = "a type created in the same transaction: postgres < 17"
    sources = ("https://www.postgresql.org/docs/current/sql-altertype.html#SQL-ALTERTYPE-NOTES",)
    examples = (
        Bad(
            """
            BEGIN;
            ALTER TYPE order_state ADD VALUE 'refunded';
            UPDATE orders SET state = 'refunded' WHERE id = 1;
                                      ^^^^^^^^^^
            COMMIT;
            """,
            given=_STATES,
            sqlstate="55P04",
        ),
        Good(
            """
            BEGIN;
            ALTER TYPE order_state ADD VALUE 'refunded';
            COMMIT;
            UPDATE orders SET state = 'refunded' WHERE id = 1;
            """,
            given=_STATES,
        ),
        Good("ALTER TYPE order_state ADD VALUE 'refunded';", given=_STATES),
    )

    def check(self, subject: Use | Query, context: Context) -> Iterator[Finding]:
        """Reports literals of an enum that the same transaction has only just added."""
        if context.body == "function" or "'" not in context.text(subject.span):
            return
        for literal in typed_literals_of(subject, context.catalog):
            added = _uncommitted(literal, context)
            if added is None:
                continue
            sure = context.in_transaction and added.transaction == context.origin.transaction
            when = "is refused" if sure else "is refused if the tool runs this file as one transaction"
            message = (
                f"Using '{literal.text}' {when}, because `{literal.type.name}` got it in the same transaction (55P04)."
            )
            severity = None if sure else Severity.WARNING
            related = (Related("The value is added here.", added),)
            yield self.finding(literal.span, message, related=related, severity=severity)


def _uncommitted(literal: TypedLiteral, context: Context) -> Origin | None:
    """Where the label was added, if that has not been committed for sure."""
    added = dict(literal.type.added_labels).get(literal.text)
    if added is None or added.path != context.origin.path:
        return None
    same = added.transaction == context.origin.transaction
    if same and context.in_transaction:
        is_new = literal.type.created and literal.type.origin.transaction == added.transaction
        return None if is_new and context.version >= 17 else added
    alone = added.transaction == added.statement
    unsure = alone and not context.in_transaction and not context.session.separate
    return added if unsure else None
