"""compat/rename-enum-value."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule
from sqlreview.operations import RenameEnumValue


class RenameLiveEnumValue(Rule[RenameEnumValue]):
    """Renaming the enum value breaks code that writes or compares the old text.

    Why: all rows show the new text at once, and PostgreSQL rejects the old one as an invalid value.

    Instead: add the new value, write it from the code, move the rows in batches, and stop using the old value.
    """

    id = "compat/rename-enum-value"
    sources = ("https://www.postgresql.org/docs/current/sql-altertype.html",)
    examples = (
        Bad(
            """
            ALTER TYPE order_state RENAME VALUE 'paid' TO 'settled';
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given="CREATE TYPE order_state AS ENUM ('new', 'paid');\n",
        ),
        Good(
            """
            CREATE TYPE order_state AS ENUM ('new', 'paid');
            ALTER TYPE order_state RENAME VALUE 'paid' TO 'settled';
            """
        ),
    )

    def check(self, subject: RenameEnumValue, context: Context) -> Iterator[Finding]:
        """Reports values of types that existed before the file."""
        kind = context.catalog.user_type(subject.type)
        added = dict(kind.added_labels).get(subject.label) if kind else None
        if context.created_in_run(kind) or (added is not None and added.run == context.origin.run):
            return
        message = f"Code that still writes or compares '{subject.label}' of `{subject.type.text}` fails from here on."
        yield self.finding(subject.span, message)
