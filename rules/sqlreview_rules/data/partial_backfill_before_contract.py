"""data/partial-backfill-before-contract."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Finding, Good, Migration, Related, Rule, Severity, Step
from sqlreview.operations import AddNotNull, DropColumn, ModifyColumn, SetNotNull, WriteRows
from sqlreview.queries import Update
from sqlreview.schema import Origin
from sqlreview.schema.row_selection import ends_at_a_key


class PartialBackfillBeforeContract(Rule[Migration]):
    """Only one fixed slice of the rows is filled before the old column goes or the new one becomes required.

    Why: rows outside of the slice keep NULL. When the source column is dropped their values are lost, without any
    error (measured: 10,000 of 20,000 values); SET NOT NULL fails on them.

    Instead: repeat the UPDATE until no row is left, check with `SELECT count(*) ... WHERE new IS NULL`, and drop or
    tighten in a later migration.
    """

    id = "data/partial-backfill-before-contract"
    engines = ("postgres", "mysql", "mariadb", "sqlite")
    severity = Severity.ERROR
    examples = (
        Bad(
            """
            ALTER TABLE products ADD COLUMN label text;
            UPDATE products SET label = name WHERE id BETWEEN 1 AND 10000;
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            ALTER TABLE products DROP COLUMN name;
            """,
            given=SHOP,
        ),
        Good(
            """
            ALTER TABLE products ADD COLUMN label text;
            UPDATE products SET label = name WHERE id BETWEEN 1 AND 10000;
            """,
            given=SHOP,
        ),
        Good(
            """
            UPDATE products SET name = upper(name) WHERE id < 10000;
            UPDATE products SET name = upper(name) WHERE id >= 10000;
            ALTER TABLE products ALTER COLUMN name SET NOT NULL;
            """,
            given=SHOP,
        ),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports the last bounded UPDATE of a column that a later statement takes for complete."""
        updates = [step for step in subject.steps_of(WriteRows) if isinstance(step.write, Update) and not step.in_body]
        for contract in subject.steps_of(SetNotNull, AddNotNull, DropColumn, ModifyColumn) if updates else ():
            filling = [step for step in updates if _concerns(step, contract) and _is_before(step, contract, subject)]
            if filling and all(step.write and ends_at_a_key(step.write, subject.before) for step in filling):
                message = "Rows outside of this range are not filled when the statement below relies on it."
                related = (Related("This takes all rows for filled.", contract.at),)
                yield self.finding(_where(filling[-1]), message, related=related)


def _where(step: Step) -> Origin:
    """The clause that leaves rows out, which may stand lines below the word UPDATE."""
    write = step.write
    clause = (write.where or write.limit) if isinstance(write, Update) else None
    return step.at.within(clause.span) if clause else step.at


def _is_before(step: Step, contract: Step, migration: Migration) -> bool:
    positions = migration.positions
    return positions[step.at.statement] < positions[contract.at.statement]


def _concerns(step: Step, contract: Step) -> bool:
    """Whether the UPDATE fills the column that becomes required, or copies the one that is dropped."""
    operation, write = contract.operation, step.write
    if not isinstance(write, Update) or step.key is None or step.key != contract.key:
        return False
    if isinstance(operation, DropColumn):
        read = {column.column for item in write.assignments for column in item.value.columns}
        return operation.column.text in read
    written = {column.text for item in write.assignments for column in item.columns}
    if isinstance(operation, SetNotNull):
        return operation.column.text in written
    if isinstance(operation, ModifyColumn):
        return operation.definition.not_null is not None and operation.column.text in written
    return isinstance(operation, AddNotNull) and any(item.text in written for item in operation.constraint.columns)
