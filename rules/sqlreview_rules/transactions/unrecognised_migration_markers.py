"""transactions/unrecognised-migration-markers."""

from collections.abc import Iterator
from itertools import pairwise

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Finding, Good, Migration, Rule, Span, regex

_MARK = regex(r"(?im)^[ \t]*+--[ \t]*+(up|down|rollback|migrate[ \t]++(?:up|down)):?+[ \t]*+\r?$")


class UnrecognisedMigrationMarkers(Rule[Migration]):
    """The comments Up and Down are no marks of any tool, so the whole file runs from top to bottom.

    Why: what the first part does the second part undoes at once; the migration succeeds, and nothing has changed.

    Instead: the marks of the tool that runs the file: `-- +goose Up` and `-- +goose Down`, `-- migrate:up` and
    `-- migrate:down`, `-- +migrate Up` and `-- +migrate Down`; or two files, `.up.sql` and `.down.sql`.
    """

    id = "transactions/unrecognised-migration-markers"
    engines = EVERY_ENGINE
    examples = (
        Bad(
            """
            -- Up
            ALTER TABLE users ADD COLUMN motto text;
            -- Down
            ALTER TABLE users DROP COLUMN motto;
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=SHOP,
        ),
        Good(
            """
            -- migrate:up
            ALTER TABLE users ADD COLUMN motto text;
            -- migrate:down
            ALTER TABLE users DROP COLUMN motto;
            """,
            given=SHOP,
        ),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports the first statement after a comment that says Down and undoes nothing for any tool."""
        if subject.downs or subject.path.lower().endswith((".up.sql", ".down.sql")):
            return
        marks = [
            (match.start(), "up" if match[1].lower().endswith("up") else "down")
            for match in _MARK.finditer(subject.text)
        ]
        for (start, first), (end, second) in pairwise([*marks, (len(subject.text), "")]):
            before = any(side == "up" for place, side in marks if place < start)
            inside = next((number for number, place in enumerate(subject.starts) if start < place < end), None)
            if first == "down" and before and inside is not None and second != "down":
                origin = subject.origins[inside]
                message = "No tool knows these Up and Down comments, so this runs right after what it is to undo."
                yield self.finding(origin.within(Span(0, len(subject.statements[inside].text))), message)
                return
