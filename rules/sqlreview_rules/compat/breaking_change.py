"""compat/breaking-change."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Finding, Good, Migration, Related, Rule, Severity, Step
from sqlreview.operations import (
    AddColumn,
    DropColumn,
    DropTable,
    Operation,
    RenameColumn,
    RenameEnumValue,
    RenameTable,
    SetColumnType,
)

_KINDS: tuple[type[Operation], ...] = (AddColumn, DropColumn, DropTable, RenameColumn, RenameTable, SetColumnType)


class BreakingChange(Rule[Migration]):
    """The file holds steps that the running version of the code does not survive.

    Why: between the migration and the last restarted instance the old code runs on the new schema, and a rollback of
    the code runs on it for longer. This sums up what the rules about each step say, which is why it is off.

    Instead: expand and contract: add the new, release code that uses both, and take the old away in a later release.
    """

    id = "compat/breaking-change"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    enabled = False
    examples = (
        Bad(
            """
            ALTER TABLE users RENAME COLUMN name TO full_name;
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            ALTER TABLE users DROP COLUMN status;
            """,
            given=SHOP,
        ),
        Good("ALTER TABLE users ADD COLUMN full_name text;", given=SHOP),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports the first of these steps, once a file, with the others beside it."""
        found = [step.at for step in subject.steps_of(*_KINDS) if _breaks(step)]
        for position, operation in subject.operations(RenameEnumValue):
            known = subject.before.user_type(operation.type)
            if known is not None and not context.created_in_run(known):
                found.append(subject.origins[position].within(operation.span))
        if found:
            found.sort(key=lambda at: (subject.positions[at.statement], at.span))
            related = tuple(Related("This breaks it, too.", at) for at in found[1:])
            count = "One step" if len(found) == 1 else f"{len(found)} steps"
            message = f"{count} of this file {'breaks' if len(found) == 1 else 'break'} the code that runs now."
            yield self.finding(found[0], message, related=related)


def _breaks(step: Step) -> bool:
    """Whether code that was written for the table before the step fails after it."""
    if not step.names_live or step.rebuild is not None:
        return False
    match step.operation:
        case AddColumn(column=column):
            has_value = column.default or column.generated or column.identity or column.auto_increment
            return column.not_null is not None and not has_value
        case DropColumn(column=column) | RenameColumn(column=column):
            known = step.table.column(column.text) if step.table else None
            return known is None or known.origin.run != step.at.run
        case SetColumnType():
            return bool(step.impact.rewrites)
    return True
