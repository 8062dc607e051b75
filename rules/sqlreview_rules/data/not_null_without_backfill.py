"""data/not-null-without-backfill."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Finding, Good, Migration, Rule, Severity, Step, columns_filled
from sqlreview.operations import AddNotNull, AddPrimaryKey, Do, ModifyColumn, Operation, SetNotNull, WriteRows
from sqlreview.schema.keys import proves_not_null
from sqlreview.schema.rebuilds import required_from_nullable

_KINDS: tuple[type[Operation], ...] = (SetNotNull, AddNotNull, ModifyColumn, AddPrimaryKey)


class NotNullWithoutBackfill(Rule[Migration]):
    """The column becomes NOT NULL, and nothing has filled its NULLs.

    Why: the statement fails as soon as there is one NULL (PostgreSQL 23502, MariaDB 1265); without strict mode MySQL
    and MariaDB write 0 or an empty string instead. On an empty test database it passes.

    Instead: give new rows a value, fill the old ones in batches (`WHERE c IS NULL AND id BETWEEN ...`), then tighten.
    """

    id = "data/not-null-without-backfill"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    examples = (
        Bad(
            """
            ALTER TABLE orders ALTER COLUMN note SET NOT NULL;
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=SHOP,
        ),
        Good(
            "ALTER TABLE orders ALTER COLUMN note SET NOT NULL;",
            given=f"{SHOP}\nALTER TABLE orders ADD CONSTRAINT note_is_there CHECK (note IS NOT NULL);",
        ),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports columns that may hold NULL and that no UPDATE of the history has filled."""
        filled, hidden = columns_filled(subject), list(_hidden(subject))
        for step in subject.steps_of(*_KINDS):
            columns = [name for name in _required(step) if step.names_live and _may_hold_null(name, step)]
            if not columns:
                continue
            position = subject.positions[step.at.statement]
            texts = " ".join(text for place, text in hidden if place < position)
            left = " and ".join(f"`{name}`" for name in columns if name not in filled and name.lower() not in texts)
            if left:
                yield self.finding(step.at, f"Nothing has filled {left}, so this fails if there is a NULL in it.")
        for step in subject.steps_of(WriteRows):
            copied = step.operation.copied if isinstance(step.operation, WriteRows) else None
            source = subject.before.table(copied.source) if copied else None
            if copied and source and step.table and not context.created_in_run(source):
                left = " and ".join(f"`{name}`" for name in required_from_nullable(copied, source, step.table))
                if left:
                    yield self.finding(step.at, f"Nothing has filled {left}, so this fails if there is a NULL in it.")


def _required(step: Step) -> tuple[str, ...]:
    """The columns that a step makes NOT NULL."""
    match step.operation:
        case SetNotNull(column=column):
            return (column.text,)
        case AddNotNull(constraint=rule):
            return () if rule.timing.not_valid else tuple(column.text for column in rule.columns)
        case ModifyColumn(column=column, definition=definition) if definition.not_null and not definition.default:
            return (column.text,)
        case AddPrimaryKey(constraint=key) if step.table is not None and not key.using_index:
            return tuple(column.text for column in key.columns)
    return ()


def _may_hold_null(name: str, step: Step) -> bool:
    table = step.table
    column = table.column(name) if table else None
    if table is None or column is None:
        unknown = isinstance(step.operation, SetNotNull) and (table is None or not table.complete)
        return unknown and (table is None or proves_not_null(table, name) is None)
    is_given = column.default is not None and not column.default.is_null
    never = column.not_null or is_given or column.filled or column.identity or column.generated
    is_empty = table.emptied is not None and table.emptied.path == step.at.path
    return not never and not is_empty and proves_not_null(table, name) is None


def _hidden(migration: Migration) -> Iterator[tuple[int, str]]:
    """The blocks and the statements that could not be read, which may fill anything they name."""
    for place, item in enumerate(migration.statements):
        if item.problem or any(isinstance(part, Do) for part in item.operations):
            yield place, item.text.lower()
