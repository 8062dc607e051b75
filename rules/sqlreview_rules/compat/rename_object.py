"""compat/rename-object."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Finding, Good, Migration, Rule, Severity, departures
from sqlreview.operations import (
    AddPrimaryKey,
    AddUnique,
    AlterRoutine,
    AlterSequence,
    RenameConstraint,
    RenameIndex,
    RenameTable,
    RenameTrigger,
    RenameType,
    RenameView,
)

_NAMES = f"{SHOP}\nCREATE VIEW order_names AS SELECT id, note FROM orders;"


class RenameObjectInUse(Rule[Migration]):
    """A view, routine, type or sequence gets another name, and whoever knows the old one fails.

    Why: between the migration and the last restarted instance both versions of the code run. Names of constraints,
    indexes and triggers matter less: `ON CONFLICT ON CONSTRAINT` and code that looks at errors know them.

    Instead: make the object under the new name as well, and drop the old one when nothing uses it.
    """

    id = "compat/rename-object"
    severity = Severity.INFO
    examples = (
        Bad(
            """
            ALTER VIEW order_names RENAME TO names;
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=_NAMES,
        ),
        Good(
            """
            CREATE VIEW order_notes AS SELECT id, note FROM orders;
            ALTER VIEW order_notes RENAME TO notes_of_orders;
            """,
            given=SHOP,
        ),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports objects that the file found and leaves under another name."""
        for gone in departures(subject, context, RenameView, AlterRoutine, RenameType, AlterSequence):
            if isinstance(gone.operation, AlterRoutine | AlterSequence) and gone.operation.action != "rename":
                continue
            yield self.finding(gone.at, f"Code that still uses `{gone.name}` fails as soon as this is committed.")
        if not subject.operations(AddPrimaryKey, AddUnique, RenameTable):
            yield from self._lesser(subject, context)

    def _lesser(self, migration: Migration, context: Context) -> Iterator[Finding]:
        """What only error messages and few statements name."""
        for position, renamed in migration.operations(RenameConstraint, RenameTrigger):
            table = migration.before.table(renamed.table)
            known = table is not None and (table.constraint(renamed.name.text) or not table.complete)
            if isinstance(renamed, RenameTrigger):
                known = renamed.new_name is not None
            if known and not context.created_in_run(table):
                at = migration.origins[position].within(renamed.span)
                message = f"Code that knows `{renamed.name}` by its name has to learn the new one."
                yield self.finding(at, message, severity=Severity.HINT)
        for position, index in migration.operations(RenameIndex):
            found = migration.before.index(index.index, index.table)
            if found is not None and not context.created_in_run(found[0]) and found[1].unique:
                at = migration.origins[position].within(index.span)
                message = f"Code that knows `{index.index}` by its name has to learn the new one."
                yield self.finding(at, message, severity=Severity.HINT)
