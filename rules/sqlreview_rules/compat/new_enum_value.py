"""compat/new-enum-value."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import AddEnumValue


class NewEnumValue(Rule[AddEnumValue]):
    """An enum gets a value that running code does not know.

    Why: programs that turn the values of the enum into names of their own fail on one they have never heard of.

    Instead: release code that knows the value first, then add it, then write it.
    """

    id = "compat/new-enum-value"
    severity = Severity.HINT
    enabled = False
    sources = ("https://www.postgresql.org/docs/current/sql-altertype.html",)
    examples = (
        Bad(
            """
            ALTER TYPE mood ADD VALUE 'calm';
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given="CREATE TYPE mood AS ENUM ('sad', 'glad');",
        ),
        Good("CREATE TYPE mood AS ENUM ('sad', 'glad');\nALTER TYPE mood ADD VALUE 'calm';"),
    )

    def check(self, subject: AddEnumValue, context: Context) -> Iterator[Finding]:
        """Reports values that a type in use gets."""
        if not context.created_in_run(context.catalog.user_type(subject.type)):
            name = str(subject.type).removeprefix("public.")
            yield self.finding(subject.span, f"Code that reads `{name}` may not know '{subject.label}'.")
