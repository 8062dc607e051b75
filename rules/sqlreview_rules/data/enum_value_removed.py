"""data/enum-value-removed."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Migration, Rule, Severity, Step
from sqlreview.operations import ColumnType, ModifyColumn, WriteRows

_LISTS = ("enum", "set")
_TEXTS = ("char", "varchar", "tinytext", "text", "mediumtext", "longtext")
_JOBS = "CREATE TABLE jobs (id int PRIMARY KEY, state enum('new', 'held', 'done'));"


class EnumValueRemoved(Rule[Migration]):
    """A value disappears from the list of an ENUM or SET column.

    Why: in strict mode the ALTER TABLE fails as soon as one row holds the value (error 1265), after the table has been
    copied up to there; without strict mode the rows lose it and hold an empty string.

    Instead: change the rows first, `UPDATE t SET c = 'other' WHERE c = 'value'`, and take the value away afterwards.
    """

    id = "data/enum-value-removed"
    engines = ("mysql", "mariadb")
    severity = Severity.ERROR
    sources = ("https://dev.mysql.com/doc/refman/8.0/en/enum.html",)
    examples = (
        Bad(
            """
            ALTER TABLE jobs MODIFY state enum('new', 'done');
                                          ^^^^^^^^^^^^^^^^^^^
            """,
            given=_JOBS,
            engine="mysql",
        ),
        Good("ALTER TABLE jobs MODIFY state enum('new', 'held', 'done', 'lost');", given=_JOBS, engine="mysql"),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports values that the column had and has no more; a warning where the file changes the rows before."""
        for step in subject.steps_of(ModifyColumn):
            operation = step.operation
            if not isinstance(operation, ModifyColumn) or step.table is None or not step.names_live:
                continue
            old, new = step.table.column(operation.column.text), operation.definition.type
            if old is None or old.type is None or old.type.name not in _LISTS or new is None or new.name in _TEXTS:
                continue
            kept = {value.lower() for value in _values(new)} if new.name in _LISTS else set()
            gone = [value for value in _values(old.type) if value.lower() not in kept]
            if gone:
                verb = "is" if len(gone) == 1 else "are"
                message = f"{', '.join(gone)} {verb} no value of `{step.table.name}.{old.name}` any more."
                severity = Severity.WARNING if _changes_rows(subject, step) else None
                yield self.finding(step.at.within(new.span), message, severity=severity)


def _values(kind: ColumnType) -> list[str]:
    return [value.strip() for value in kind.arguments]


def _changes_rows(migration: Migration, step: Step) -> bool:
    """Whether rows of the table are changed or deleted by an earlier statement of the file."""
    positions = migration.positions
    return any(
        isinstance(item.operation, WriteRows)
        and item.operation.kind in ("update", "delete")
        and item.table is not None
        and step.table is not None
        and item.table.key == step.table.key
        and positions[item.at.statement] < positions[step.at.statement]
        for item in migration.steps_of(WriteRows)
    )
