"""docs/malformed-suppression."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Finding, Good, IgnoreComment, Rule


class MalformedSuppression(Rule[IgnoreComment]):
    """An ignore comment cannot be understood, or a block of them is not closed.

    Why: what cannot be understood silences nothing. A block without `ignore-end` silences everything up to the end of
    the file, statements that are added later included.

    Instead: `-- sqlreview: ignore[pack/rule] reason` before a statement or at the end of a line,
    `-- sqlreview: ignore-file[pack/rule] reason`, or `-- sqlreview: ignore-start[pack/rule] reason` and
    `-- sqlreview: ignore-end[pack/rule]` around statements.
    """

    id = "docs/malformed-suppression"
    engines = ("postgres", "mysql", "mariadb", "sqlite", "cql")
    examples = (
        Bad(
            """
            -- sqlreview: ignroe[locks/vacuum-full] nobody works at night
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            VACUUM FULL orders;
            """,
            fixed="""
            -- sqlreview: ignore[locks/vacuum-full] nobody works at night
            VACUUM FULL orders;
            """,
            given=SHOP,
        ),
        Bad(
            """
            -- sqlreview: ignore-start[locks/vacuum-full] nobody works at night
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            VACUUM FULL orders;
            VACUUM FULL users;
            """,
            fixed="""
            -- sqlreview: ignore-start[locks/vacuum-full] nobody works at night
            VACUUM FULL orders;
            VACUUM FULL users;
            -- sqlreview: ignore-end[locks/vacuum-full]
            """,
            beside=("locks/vacuum-full",),
            given=SHOP,
        ),
        Good(
            """
            -- sqlreview: ignore-start[locks/vacuum-full] nobody works at night
            VACUUM FULL orders;
            VACUUM FULL users;
            -- sqlreview: ignore-end[locks/vacuum-full]
            """,
            beside=("locks/vacuum-full",),
            given=SHOP,
        ),
    )

    def check(self, subject: IgnoreComment, context: Context) -> Iterator[Finding]:
        """Reports a comment with a problem; one that silences something is never removed."""
        if not subject.problem:
            return
        fixes = [subject.corrected] if subject.corrected else []
        if subject.kind != "ignore-start":
            fixes.append(subject.removed)
        yield self.finding(subject.span, subject.problem, *fixes)
