"""queries/natural-join."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Span
from sqlreview.queries import Query, Source
from sqlreview.schema.naming import quoted
from sqlreview.schema.resolution import column_names, is_system_relation


class NaturalJoin(Rule[Query]):
    """NATURAL JOIN picks its keys by name and changes when the schema does.

    Why: every column that both tables have is compared. When another one gets a common name, such as created_at, rows
    vanish from the result without any message.

    Instead: `JOIN b USING (id)`, or `ON`.
    """

    id = "queries/natural-join"
    engines = EVERY_ENGINE
    examples = (
        Bad(
            """
            SELECT total FROM orders NATURAL JOIN payments WHERE payments.paid > 2;
                                     ^^^^^^^^^^^^
            """,
            fixed="""
            SELECT total FROM orders JOIN payments USING (user_id) WHERE payments.paid > 2;
            """,
            given=SHOP + "CREATE TABLE payments (payment_id int PRIMARY KEY, user_id bigint NOT NULL, paid int);",
        ),
        Good("SELECT total FROM orders JOIN users USING (id) WHERE users.status = 'new';", given=SHOP),
    )

    def check(self, subject: Query, context: Context) -> Iterator[Finding]:
        """Reports NATURAL between relations of users."""
        for position, source in enumerate(subject.sources):
            if not source.natural or source.join_span is None or is_system_relation(source.name):
                continue
            message = f"The columns that {source.described} shares by name decide which rows are joined."
            yield self.finding(source.join_span, message, *_fixes(source, subject.sources[:position], context))


def _fixes(source: Source, before: tuple[Source, ...], context: Context) -> Iterator[Fix]:
    if len(before) != 1 or source.join_span is None:
        return
    words = context.text(source.join_span)
    own, other = column_names(source, context.catalog), column_names(before[0], context.catalog)
    if own is None or other is None or not words.upper().startswith("NATURAL"):
        return
    shared = [name for name in other if name in own]
    if shared:
        start = source.join_span.start
        length = len(words) - len(words[len("NATURAL") :].lstrip())
        list_of_names = ", ".join(quoted(name) for name in shared)
        edits = (Edit.delete(Span(start, start + length)), Edit.insert(source.span.end, f" USING ({list_of_names})"))
        yield Fix("Name the columns", edits, FixKind.UNSAFE)
