"""docs/unknown-suppression."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Finding, Fix, Good, IgnoreComment, Rule


class UnknownSuppression(Rule[IgnoreComment]):
    """An ignore comment names a rule that does not exist.

    Why: it silences nothing. The name is misspelt, or its rule has another name or belongs to a pack that is not
    installed here.

    Instead: write the name as the finding shows it; `sqlreview rules` lists all names. A whole pack is named without a
    slash: `ignore[locks]`.
    """

    id = "docs/unknown-suppression"
    engines = ("postgres", "mysql", "mariadb", "sqlite", "cql")
    examples = (
        Bad(
            """
            -- sqlreview: ignore[lockz/vacuum-full] nobody works at night
                                 ^^^^^^^^^^^^^^^^^
            VACUUM FULL orders;
            """,
            fixed="""
            -- sqlreview: ignore[locks/vacuum-full] nobody works at night
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
        """Reports every name that no installed rule or pack has."""
        for name in subject.names:
            if not name.is_known:
                kind = "rule" if "/" in name.text else "rule or pack"
                meant = f"; did you mean `{name.nearest}`?" if name.nearest else "; `sqlreview rules` lists them."
                fixes: tuple[Fix, ...] = (name.replaced, name.removed) if name.replaced else (name.removed,)
                yield self.finding(name.span, f"There is no {kind} `{name.text}`{meant}", *fixes)
