"""compat/expand-without-sync."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Finding, Good, Migration, Rule, Severity, Step
from sqlreview.operations import AddColumn, CreateTrigger, DropColumn, RenameColumn, WriteRows
from sqlreview.queries import Assignment, Update

_SAID = ("both", "dual", "in sync", "synchron", "trigger", "generated")


class ExpandWithoutSync(Rule[Migration]):
    """The old and the new column stand side by side, and nothing keeps them equal.

    Why: instances that still run write the old column only, so the new one is out of date for every row they touch
    after the copy, and nobody notices before the old one is dropped.

    Instead: a trigger that copies from one to the other until the old code is gone, or code that writes both; a comment
    in the migration that says so silences the rule. Only columns whose names are akin are taken for such a pair.
    """

    id = "compat/expand-without-sync"
    engines = ("postgres", "mysql", "mariadb")
    severity = Severity.INFO
    examples = (
        Bad(
            """
            ALTER TABLE users ADD COLUMN full_name text;
            UPDATE users SET full_name = name WHERE id BETWEEN 1 AND 1000;
                             ^^^^^^^^^^^^^^^^
            """,
            given=SHOP,
        ),
        Good(
            """
            -- the application writes both columns since release 12
            ALTER TABLE users ADD COLUMN full_name text;
            UPDATE users SET full_name = name WHERE id = 1;
            """,
            given=SHOP,
        ),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports the first copy of a column that stays into each column that the file adds."""
        added = {(item.table.text, item.column.name.text) for _, item in subject.operations(AddColumn)}
        gone = {(item.table.text, item.column.text) for _, item in subject.operations(DropColumn, RenameColumn)}
        triggered = {item.table.text for _, item in subject.operations(CreateTrigger)}
        comments = " ".join(line for line in subject.text.lower().splitlines() if "--" in line or "/*" in line)
        if not added or any(word in comments for word in _SAID):
            return
        seen: set[str] = set()
        for step in subject.steps_of(WriteRows):
            table = step.write.target.name.text if step.write and step.write.target.name else ""
            has_triggers = table in triggered or (step.table is not None and bool(step.table.triggers))
            if not step.names_live or has_triggers or not isinstance(step.write, Update) or step.write.from_span:
                continue
            for assignment in step.write.assignments:
                new, old = _copied(assignment, step)
                if (table, new) not in added or not old or (table, old) in gone or new in seen:
                    continue
                seen.add(new)
                at = step.at.within(assignment.span)
                yield self.finding(at, f"Nothing keeps `{new}` equal to `{old}` after this copy.")


def _copied(assignment: Assignment, step: Step) -> tuple[str, str]:
    """The new column and the one of the same table that it is a copy of; empty where it is made of more."""
    reads = {column.column for column in assignment.value.columns}
    if len(assignment.columns) != 1 or len(reads) != 1 or assignment.value.kind not in ("column", "cast"):
        return "", ""
    old, new = reads.pop(), assignment.columns[0].text
    known = step.table is None or not step.table.complete or step.table.column(old) is not None
    is_successor = old != new and (old in new or new in old)  # others are most likely meant as a first value
    return (new, old) if known and is_successor else ("", "")
