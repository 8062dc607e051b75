"""data/drop-column."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Finding, Good, Migration, Rule, Severity, Step
from sqlreview.operations import DropColumn, DropTable, RenameColumn, WriteRows
from sqlreview.queries import Update
from sqlreview.schema import Key


class DropColumnOfLiveTable(Rule[Migration]):
    """Dropping the column destroys its data and breaks code that still uses it.

    Why: the data is gone for good, and instances of the application that still run name the column in their
    statements. Where the same file has just copied the column, a failed deployment cannot go back either.

    Instead: stop reading and writing the column in the code, release, and drop it in a later migration of its own.
    """

    id = "data/drop-column"
    engines = EVERY_ENGINE
    sources = ("https://www.postgresql.org/docs/current/ddl-alter.html#DDL-ALTER-REMOVING-A-COLUMN",)
    examples = (
        Bad(
            """
            ALTER TABLE orders DROP COLUMN note;
                               ^^^^^^^^^^^^^^^^
            """,
            given=SHOP,
        ),
        Good(
            """
            CREATE TABLE carts (id bigint PRIMARY KEY, scratch text);
            ALTER TABLE carts DROP COLUMN scratch;
            """
        ),
        Good("ALTER TABLE orders ADD COLUMN scratch text;\nALTER TABLE orders DROP COLUMN scratch;", given=SHOP),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports columns that existed before the file; as an error where the file replaces the column at once."""
        yield from self._left_behind(subject)
        replaced = _replaced(subject) if DropColumn in subject.step_kinds else set()
        for step in subject.steps_of(DropColumn):
            operation = step.operation
            if not isinstance(operation, DropColumn) or not step.names_live or _holds_nothing(operation, step):
                continue
            name = f"`{str(operation.table).removeprefix('public.')}.{operation.column}`"
            if step.table is not None and (step.table.key, operation.column.text) in replaced:
                message = f"The data of {name} is lost in the deployment that replaces it, so there is no way back."
                yield self.finding(step.at, message, severity=Severity.ERROR)
            else:
                yield self.finding(step.at, f"The data of {name} is lost, and code that still uses the column fails.")

    def _left_behind(self, migration: Migration) -> Iterator[Finding]:
        """The columns that a table which is written anew does not take over."""
        for step in migration.steps_of(DropTable):
            if step.rebuild and step.rebuild.lost and step.names_live:
                names = ", ".join(f"`{step.rebuild.home[2]}.{column}`" for column in step.rebuild.lost)
                message = f"The table that takes the place of this one is without {names}, which code may still use."
                yield self.finding(step.at, message)


def _holds_nothing(operation: DropColumn, step: Step) -> bool:
    """Whether there is nothing to lose: the column is new, computed when it is read, elsewhere, or not there at all."""
    if step.table is None:
        return False
    column = step.table.column(operation.column.text)
    if column is None:
        return step.table.complete
    virtual = column.generated is not None and not column.generated.stored
    return step.table.foreign or virtual or column.origin.run == step.at.run


def _replaced(migration: Migration) -> set[tuple[Key, str]]:
    """The columns that are copied to other ones, and the names that are given to other columns."""
    replaced: set[tuple[Key, str]] = set()
    for step in migration.steps_of(WriteRows, RenameColumn):
        if step.table is None:
            continue
        if isinstance(step.write, Update):
            values = (item.value for item in step.write.assignments)
            replaced.update((step.table.key, reference.column) for value in values for reference in value.columns)
        elif isinstance(step.operation, RenameColumn):
            replaced.add((step.table.key, step.operation.new_name.text))
    return replaced
