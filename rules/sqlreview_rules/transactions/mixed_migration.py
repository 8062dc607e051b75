"""transactions/mixed-migration."""

from collections import Counter
from collections.abc import Iterator

from sqlreview import (
    EVERY_ENGINE,
    SHOP,
    Bad,
    Context,
    Finding,
    Good,
    Migration,
    Rule,
    Severity,
    Step,
    linked_tables,
    table_changed,
)
from sqlreview.operations import AddColumn, AddForeignKey, CreateIndex, DropIndex, Name, SetColumnType, WriteRows
from sqlreview.queries import Update


class MixedMigration(Rule[Migration]):
    """One migration changes several things that have nothing to do with each other.

    Why: when it fails, or has to be undone, one thing takes the others with it, or it stops somewhere between them.

    Instead: one migration for each table or concern. Tables that a foreign key links, and new tables, count as one.
    """

    id = "transactions/mixed-migration"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    examples = (
        Bad(
            """
            ALTER TABLE users ADD COLUMN motto text;
            ALTER TABLE products ADD COLUMN shelf text;
                                 ^^^^^^^^^^^^^^^^^^^^^
            """,
            given=SHOP,
        ),
        Good("ALTER TABLE users ADD COLUMN motto text, ADD COLUMN language text;", given=SHOP),
    )

    most_tables: int = 1
    """How many tables, or groups of linked tables, a migration may change."""
    most_kinds: int = 2
    """How many kinds of changes a migration may hold: columns, indexes, foreign keys, types, rows."""

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports the first change of one table or kind too many."""
        added = Counter(item.column.name.text for _, item in subject.operations(AddColumn))
        tables: list[Name] = []
        kinds: list[str] = []
        linked: frozenset[str] = frozenset()
        for step in subject.steps:
            name, kind = table_changed(step, context), _kind(step, added)
            is_everywhere = isinstance(step.operation, AddColumn) and added[step.operation.column.name.text] > 1
            if not name or not kind or step.in_body or is_everywhere:
                continue
            if kind != "rows" and name not in tables:
                linked = linked.union(*(linked_tables(it, context) for it in tables if it.text not in linked))
                tables += () if name.text in linked else (name,)
            kinds += () if kind in kinds else (kind,)
            if len(tables) > self.most_tables:
                first, last = tables[0].text, tables[-1].text
                message = f"This migration changes `{first}` and `{last}`, which no foreign key links."
            elif len(kinds) > self.most_kinds:
                message = f"This migration changes {', '.join(kinds[:-1])} and {kinds[-1]} at once."
            else:
                continue
            yield self.finding(step.at, message)
            return


def _kind(step: Step, added: Counter[str]) -> str:
    """The kind of a change; what belongs to a column that the file adds is part of adding it."""
    match step.operation:
        case WriteRows():
            writes = step.write.assignments if isinstance(step.write, Update) else ()
            return "" if any(column.text in added for item in writes for column in item.columns) else "rows"
        case CreateIndex(keys=keys):
            return "" if any(key.column and key.column.text in added for key in keys) else "indexes"
        case AddForeignKey(constraint=constraint):
            return "" if any(column.text in added for column in constraint.columns) else "foreign keys"
        case SetColumnType() | DropIndex():
            return "types" if isinstance(step.operation, SetColumnType) else "indexes"
    return "columns" if type(step.operation).__module__.endswith(".columns") else ""
