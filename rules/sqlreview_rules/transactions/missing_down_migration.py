"""transactions/missing-down-migration."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Finding, Good, Migration, Rule, Severity, regex
from sqlreview.operations import Begin, Commit, Other, Rollback, SetSetting, WriteRows

_ON_PURPOSE = regex(
    r"(?i)irreversible|\bno-?op\b|intentionally\s++(?:left\s++)?+(?:empty|blank)"
    r"|\b(?:cannot|can't|can\s++not)\s++be\s++(?:undone|reverted|reversed|removed|rolled\s++back)"
)
_NO_SCHEMA = (WriteRows, SetSetting, Begin, Commit, Rollback, Other)


class MissingDownMigration(Rule[Migration]):
    """There is no way back: the migration has no Down part.

    Why: the tool undoes migrations one by one, and stops at, or passes over, one that says nothing about it, so that
    the older ones cannot be undone either.

    Instead: a Down part that takes back what Up did, in reverse order. Where that is impossible, a comment in it with
    the word `irreversible`.
    """

    id = "transactions/missing-down-migration"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    examples = (
        Bad(
            """
            -- +goose Up
            ALTER TABLE orders ADD COLUMN colour text;
                               ^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=SHOP,
        ),
        Good(
            """
            -- +goose Up
            ALTER TABLE orders ADD COLUMN colour text;
            -- +goose Down
            ALTER TABLE orders DROP COLUMN colour;
            """,
            given=SHOP,
        ),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports the first change of the schema in a file that nothing undoes, where the tool can undo files."""
        if subject.undo != "missing" or _ON_PURPOSE.search(subject.text):
            return
        kinds = [kind for kind in subject.kinds if not issubclass(kind, _NO_SCHEMA)]
        for position, operation in subject.operations(*kinds)[:1] if kinds else ():
            at = subject.origins[position].within(operation.span)
            yield self.finding(at, "Nothing undoes this migration, so those before it cannot be undone either.")
