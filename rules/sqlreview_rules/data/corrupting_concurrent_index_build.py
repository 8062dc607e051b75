"""data/corrupting-concurrent-index-build."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import CreateIndex, Reindex


class CorruptingConcurrentIndexBuild(Rule[CreateIndex | Reindex]):
    """On PostgreSQL 14.0 to 14.3 an index that is built CONCURRENTLY may lack rows.

    Why: rows that are updated in place while the index is built can be left out of it, so that queries which use the
    index do not find them. It is silent; only `amcheck` tells. Known from the release notes of 14.4, not measured.

    Instead: upgrade to 14.4 or later, then REINDEX what was built CONCURRENTLY before. The rule speaks only where the
    configuration names such a version.
    """

    id = "data/corrupting-concurrent-index-build"
    severity = Severity.ERROR
    versions = "postgres 14.0 to 14.3"
    sources = ("https://www.postgresql.org/docs/release/14.4/",)
    examples = (
        Bad(
            """
            CREATE INDEX CONCURRENTLY orders_note_idx ON orders (note);
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=SHOP,
            engine="postgres 14.2",
        ),
        Good("CREATE INDEX CONCURRENTLY orders_note_idx ON orders (note);", given=SHOP, engine="postgres 15.4"),
        Good("CREATE INDEX CONCURRENTLY orders_note_idx ON orders (note);", given=SHOP, engine="postgres 14"),
    )

    def check(self, subject: CreateIndex | Reindex, context: Context) -> Iterator[Finding]:
        """Reports every concurrent build on these versions."""
        patch = context.engine.patch
        if subject.concurrently and context.version == 14 and patch is not None and patch < 4:
            message = f"PostgreSQL 14.{patch} may leave rows out of an index that is built CONCURRENTLY."
            yield self.finding(subject.span, message)
