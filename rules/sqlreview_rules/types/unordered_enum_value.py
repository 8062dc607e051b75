"""types/unordered-enum-value."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.operations import AddEnumValue


class UnorderedEnumValue(Rule[AddEnumValue]):
    """The new enum value is appended last, whatever its meaning in the order.

    Why: `<`, `>` and ORDER BY compare enum values by their order in the type; `medium` after `high` sorts wrong, and no
    statement moves it afterwards.

    Instead: say the place with BEFORE or AFTER.
    """

    id = "types/unordered-enum-value"
    severity = Severity.HINT
    enabled = False
    sources = ("https://www.postgresql.org/docs/current/sql-altertype.html",)
    examples = (
        Bad(
            """
            ALTER TYPE priority ADD VALUE 'medium';
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            ALTER TYPE priority ADD VALUE 'medium' AFTER 'high';
            """,
            given="CREATE TYPE priority AS ENUM ('low', 'high');",
        ),
        Good(
            "ALTER TYPE priority ADD VALUE 'medium' AFTER 'low';",
            given="CREATE TYPE priority AS ENUM ('low', 'high');",
        ),
    )

    def check(self, subject: AddEnumValue, context: Context) -> Iterator[Finding]:
        """Reports values that are added without a place to a type of an earlier file."""
        known = context.catalog.user_type(subject.type)
        if subject.before or subject.after or context.created_in_file(known):
            return
        fixes: tuple[Fix, ...] = ()
        if known is not None and known.labels and context.body is None:
            last = known.labels[-1].replace("'", "''")
            fixes = (Fix("Say where it belongs", (Edit.insert(subject.span.end, f" AFTER '{last}'"),), FixKind.UNSAFE),)
        yield self.finding(subject.span, f"'{subject.label}' becomes the last value of `{subject.type}`.", *fixes)
