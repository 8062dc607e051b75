"""docs/unused-suppression."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Finding, Good, IgnoreComment, Rule


class UnusedSuppression(Rule[IgnoreComment]):
    """An ignore comment silences nothing.

    Why: the SQL below it has changed, or never needed it. The next finding of that rule at this place would be silenced
    without anybody having looked at it, and readers take the reason beside it for true.

    Instead: remove the comment, or take off its list the rules that silence nothing. A rule that is switched off, that
    is not for this engine, or that could not read the statement is never called unused.
    """

    id = "docs/unused-suppression"
    tag = "unnecessary"
    engines = ("postgres", "mysql", "mariadb", "sqlite", "cql")
    examples = (
        Bad(
            """
            -- sqlreview: ignore[queries/select-star] only read by hand
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            SELECT 1;
            """,
            fixed="""
            SELECT 1;
            """,
            beside=("queries/select-star",),
        ),
        Bad(
            """
            -- sqlreview: ignore[types/money-type, queries/select-star] copied once
                                                   ^^^^^^^^^^^^^^^^^^^
            CREATE TABLE old_prices (amount money);
            """,
            fixed="""
            -- sqlreview: ignore[types/money-type] copied once
            CREATE TABLE old_prices (amount money);
            """,
            beside=("queries/select-star", "types/money-type"),
        ),
        Good(
            """
            -- sqlreview: ignore[locks/vacuum-full] the table is small and nobody works at night
            VACUUM FULL orders;
            """,
            beside=("locks/vacuum-full",),
            given=SHOP,
        ),
    )

    def check(self, subject: IgnoreComment, context: Context) -> Iterator[Finding]:
        """Reports a comment of which nothing is needed, or the names on its list that are not."""
        if subject.is_unused:
            yield self.finding(subject.span, f"Silences nothing: {_nothing(subject)} here.", subject.removed)
            return
        for name in subject.names:
            if name.is_unused:
                yield self.finding(name.span, f"Silences nothing: `{name.text}` reports nothing here.", name.removed)


def _nothing(subject: IgnoreComment) -> str:
    if not subject.names:
        return "no rule reports anything"
    listed = [f"`{name.text}`" for name in subject.names]
    if len(listed) == 1:
        return f"{listed[0]} reports nothing"
    return f"{', '.join(listed[:-1])} and {listed[-1]} report nothing"
