"""transactions/commented-migration-steps."""

from bisect import bisect
from collections.abc import Iterator
from typing import Any

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Good, Migration, Related, Rule, Severity, regex
from sqlreview.operations import AddColumn, CreateTable, DropColumn, DropTable, RenameColumn, SetNotNull
from sqlreview.schema import Origin

_STEP = regex(r"(?im)^[ \t]*+(?:--|#|/\*)[ \t]*+(?:step|phase)[ \t]*+#?+(\d{1,3})\b[^\n]*+")
_KINDS: tuple[type[Any], ...] = (AddColumn, DropColumn, DropTable, RenameColumn, SetNotNull)
_PAGES = "CREATE TABLE pages (id bigint PRIMARY KEY, title varchar(200));\n"
_CARETS = "                  ^^^^^^^^^^^^^^^^^"
_CARETS_SQLITE = "^" * 35
_STEPS = """
            -- Step 1: add
            ALTER TABLE pages ADD COLUMN heading varchar(200);
            -- Step 2: drop the old one, once nothing reads it
            ALTER TABLE pages DROP COLUMN title;
                              ^^^^^^^^^^^^^^^^^
"""
_ONE = "-- Step 1: add\nALTER TABLE pages ADD COLUMN heading varchar(200);"


class CommentedMigrationSteps(Rule[Migration]):
    """Steps that need deployments of their own stand in one file, which runs them at once.

    Why: between adding a column and dropping or tightening another one, code that uses both has to be released. In one
    file nothing is released in between, and code that still runs fails.

    Instead: one migration for each step.
    """

    id = "transactions/commented-migration-steps"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    examples = (
        Bad(_STEPS, given=_PAGES),
        Good(_ONE, given=_PAGES),
        Bad(_STEPS, given=_PAGES, engine="mysql"),
        Good(_ONE, given=_PAGES, engine="mysql"),
        Bad(_STEPS.replace(_CARETS, _CARETS_SQLITE), given=_PAGES, engine="sqlite"),
        Good(_ONE, given=_PAGES, engine="sqlite"),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports the first numbered step that takes away or tightens what one above has replaced or filled."""
        marks = [match.start() for match in _STEP.finditer(subject.text)]
        if len(marks) < 2 or context.place.endswith((".md", ".markdown")):
            return
        begun: dict[str, tuple[int, Origin]] = {}
        made = {item.table.text for _, item in subject.operations(CreateTable)}
        for position, operation in subject.operations(*_KINDS):
            table: str = operation.table.text
            number = bisect(marks, subject.starts[position])
            at = subject.origins[position].within(operation.span)
            if isinstance(operation, AddColumn):
                begun.setdefault(table, (number, at))
                continue
            first, added = begun.get(table, (number, at))
            if 0 < first < number and table not in made and context.is_live(operation.table):
                message = f"This runs together with the step above that changes `{table}`, with no release between."
                related = (Related("The step above begins here.", added),)
                yield self.finding(at, message, related=related)
                return
