"""queries/right-join."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.queries import Select, Source


class RightJoin(Rule[Select]):
    """A RIGHT JOIN keeps the rows of the relation that is named last, which readers have to turn around.

    Why: most queries name what they are about first. One RIGHT JOIN among LEFT JOINs hides which rows are kept. SQLite
    knows RIGHT JOIN since 3.39 only.

    Instead: name the kept relation first and use `LEFT JOIN`; the plan is the same.
    """

    id = "queries/right-join"
    engines = EVERY_ENGINE
    severity = Severity.HINT
    enabled = False
    sources = ("https://www.sqlite.org/releaselog/3_39_0.html",)
    examples = (
        Bad(
            """
            SELECT u.id, o.total FROM orders AS o RIGHT JOIN users AS u ON o.user_id = u.id;
                                                  ^^^^^^^^^^
            """,
            fixed="""
            SELECT u.id, o.total FROM users AS u LEFT JOIN orders AS o ON o.user_id = u.id;
            """,
            given=SHOP,
        ),
        Good("SELECT u.id, o.total FROM users AS u LEFT JOIN orders AS o ON o.user_id = u.id;", given=SHOP),
        Good("SELECT u.id, o.total FROM users AS u FULL JOIN orders AS o ON o.user_id = u.id;", given=SHOP),
    )

    def check(self, subject: Select, context: Context) -> Iterator[Finding]:
        """Reports RIGHT JOIN; on a SQLite that does not know it, as an error."""
        is_unknown = context.engine.family == "sqlite" and context.engine.release < (3, 39)
        for source in subject.sources:
            if source.join == "right" and source.join_span is not None:
                message = "RIGHT JOIN keeps the rows of the relation behind it; name that one first and use LEFT JOIN."
                if is_unknown:
                    message = f"SQLite {context.engine.release[0]}.{context.engine.release[1]} knows no RIGHT JOIN."
                severity = Severity.ERROR if is_unknown else None
                yield self.finding(source.join_span, message, *_swapped(subject, source, context), severity=severity)


def _swapped(query: Select, kept: Source, context: Context) -> Iterator[Fix]:
    """The two relations in the other order; a star would list its columns in another order then."""
    if len(query.sources) != 2 or kept.join_span is None or query.stars or kept.natural or kept.lateral:
        return
    first = query.sources[0]
    edits = (
        Edit.replace(first.span, context.text(kept.span)),
        Edit.replace(kept.join_span, "LEFT JOIN"),
        Edit.replace(kept.span, context.text(first.span)),
    )
    yield Fix("Swap them and use LEFT JOIN", edits, FixKind.UNSAFE)
