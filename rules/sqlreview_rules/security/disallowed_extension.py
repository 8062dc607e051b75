"""security/disallowed-extension."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule
from sqlreview.operations import CreateExtension


class DisallowedExtension(Rule[CreateExtension]):
    """An extension is installed that is not on the team's list.

    Why: an extension runs code in the server; not every provider has it, and somebody has to keep it up to date.

    Instead: one of the list, or a decision to add it there.
    """

    id = "security/disallowed-extension"
    enabled = False
    examples = (
        Bad(
            """
            CREATE EXTENSION IF NOT EXISTS vector;
                                           ^^^^^^
            """,
            options={"allowed": ["pgcrypto", "pg_trgm"]},
        ),
        Good("CREATE EXTENSION IF NOT EXISTS vector;", options={"allowed": ["vector"]}),
    )

    allowed: frozenset[str] = frozenset()
    """The extensions that may be installed; without any nothing is reported."""

    def check(self, subject: CreateExtension, context: Context) -> Iterator[Finding]:
        """Reports extensions that the list does not have."""
        if self.allowed and subject.extension.text not in self.allowed:
            yield self.finding(subject.extension.span, f"`{subject.extension}` is not among the allowed extensions.")
