"""docs/suppression-without-reason."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Finding, Good, IgnoreComment, Rule, Severity


class SuppressionWithoutReason(Rule[IgnoreComment]):
    """An ignore comment does not say why.

    Why: whoever reads it later cannot tell whether the finding was looked at, whether the reason still holds, or whom
    to ask.

    Instead: write the reason after the brackets: `-- sqlreview: ignore[locks/vacuum-full] nobody works at night`.
    """

    id = "docs/suppression-without-reason"
    engines = ("postgres", "mysql", "mariadb", "sqlite", "cql")
    severity = Severity.HINT
    enabled = False
    examples = (
        Bad(
            """
            -- sqlreview: ignore[locks/vacuum-full]
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            VACUUM FULL orders;
            """,
            given=SHOP,
        ),
        Good(
            """
            -- sqlreview: ignore[locks/vacuum-full] nobody works at night
            VACUUM FULL orders;
            """,
            given=SHOP,
        ),
    )

    def check(self, subject: IgnoreComment, context: Context) -> Iterator[Finding]:
        """Reports a comment that silences something without a word."""
        if subject.kind in ("ignore", "ignore-start", "ignore-file") and not subject.reason:
            yield self.finding(subject.span, "This comment does not say why it silences what it silences.")
