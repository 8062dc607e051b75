"""queries/group-by-ordinal."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Edit, Finding, Fix, Good, Rule, Severity
from sqlreview.queries import Select, Value
from sqlreview.queries.selected import output_at


class GroupByOrdinal(Rule[Select]):
    """GROUP BY uses a column position.

    Why: whoever adds or moves a column in the output list changes the groups without noticing.

    Instead: repeat the expression, or name its alias.
    """

    id = "queries/group-by-ordinal"
    engines = EVERY_ENGINE
    severity = Severity.HINT
    examples = (
        Bad(
            """
            SELECT status, count(*) FROM orders GROUP BY 1;
                                                         ^
            """,
            fixed="""
            SELECT status, count(*) FROM orders GROUP BY status;
            """,
            given=SHOP,
        ),
        Bad(
            """
            SELECT lower(status) AS word, user_id, count(*) FROM orders GROUP BY ROLLUP (1, 2);
                                                                                         ^  ^
            """,
            fixed="""
            SELECT lower(status) AS word, user_id, count(*) FROM orders GROUP BY ROLLUP (lower(status), user_id);
            """,
            given=SHOP,
        ),
        Good("SELECT status, count(*) FROM orders GROUP BY status;", given=SHOP),
    )

    def check(self, subject: Select, context: Context) -> Iterator[Finding]:
        """Reports group keys that are numbers."""
        for key in subject.group_by.keys if subject.group_by else ():
            if key.integer is not None:
                message = f"The groups depend on what stands at position {key.integer} of the output list."
                yield self.finding(key.span, message, *_fixes(key, subject))


def _fixes(key: Value, subject: Select) -> Iterator[Fix]:
    output = output_at(subject, key.integer or 0)
    value = output.value if output else None
    if value is None or value.is_literal or value.parameters or value.subqueries or value.has_aggregate:
        return
    # an expression with a comment stays where it is, so that the comment does not stand there twice
    if "--" not in value.text and "/*" not in value.text:
        yield Fix("Name the expression", (Edit.replace(key.span, value.text),))
