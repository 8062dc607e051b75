"""transactions/unrecognised-migration-markers."""

from collections.abc import Iterator

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
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            -- Down
            ALTER TABLE users DROP COLUMN motto;
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
        """Reports the first statement of a file that comments divide into what applies and what undoes it."""
        if (subject.downs and not context.is_document) or subject.path.lower().endswith((".up.sql", ".down.sql")):
            return
        up = down = None
        marks = list(_MARK.finditer(subject.text))
        for mark, end in zip(marks, [*(mark.start() for mark in marks[1:]), len(subject.text)], strict=False):
            inside = next((number for number, at in enumerate(subject.starts) if mark.start() < at < end), None)
            if mark[1].lower().endswith("up"):
                up = inside if up is None else up
            elif up is not None and inside is not None:
                down = inside
        if up is not None and down is not None:
            message = "No tool knows these Up and Down comments, so what undoes this runs right after it."
            yield self.finding(subject.origins[up].within(Span(0, len(subject.statements[up].text))), message)
