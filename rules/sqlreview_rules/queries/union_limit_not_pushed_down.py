"""queries/union-limit-not-pushed-down."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.queries import Select, SetOperation
from sqlreview.schema.union_order import branches_sorted_in_full

_TABLES = """
CREATE TABLE calls (id bigint PRIMARY KEY, at_time timestamp NOT NULL);
CREATE TABLE mails (id bigint PRIMARY KEY, at_time timestamp NOT NULL);
"""


class UnionLimitNotPushedDown(Rule[SetOperation]):
    """Every branch is read in full although only a few rows of the union are kept.

    Why: without an index in the order of the result the server reads and sorts the rows of all branches before it
    takes the first ones.

    Instead: ORDER BY and LIMIT in every branch too, or an index with which each delivers its rows in that order.
    """

    id = "queries/union-limit-not-pushed-down"
    engines = EVERY_ENGINE
    severity = Severity.HINT
    enabled = False
    examples = (
        Bad(
            """
            SELECT id, at_time FROM calls
            UNION ALL
            SELECT id, at_time FROM mails
            ORDER BY at_time DESC LIMIT 20;
                                  ^^^^^^^^
            """,
            fixed="""
            (SELECT id, at_time FROM calls ORDER BY at_time DESC LIMIT 20)
            UNION ALL
            (SELECT id, at_time FROM mails ORDER BY at_time DESC LIMIT 20)
            ORDER BY at_time DESC LIMIT 20;
            """,
            given=_TABLES,
        ),
        Good(
            """
            (SELECT id, at_time FROM calls ORDER BY at_time DESC LIMIT 20)
            UNION ALL
            (SELECT id, at_time FROM mails ORDER BY at_time DESC LIMIT 20)
            ORDER BY at_time DESC LIMIT 20;
            """,
            given=_TABLES,
        ),
    )

    def check(self, subject: SetOperation, context: Context) -> Iterator[Finding]:
        """Reports limits over branches of known tables at least one of which has to be sorted."""
        sorted_in_full = branches_sorted_in_full(subject, context.catalog)
        if sorted_in_full and subject.limit:
            names = ", ".join(f"`{name}`" for name in sorted_in_full)
            message = f"All rows of {names} are read and sorted before the first ones are taken."
            yield self.finding(subject.limit.span, message, *_fixes(subject, context))


def _fixes(query: SetOperation, context: Context) -> Iterator[Fix]:
    if context.engine.family == "sqlite" or query.offset or not query.order_by or not query.limit:
        return
    if any(not isinstance(branch, Select) or _is_bracketed(branch, context) for branch in query.branches):
        return
    tail = f" {context.text(query.order_by.span)} {context.text(query.limit.span)})"
    edits = [Edit.insert(branch.span.start, "(") for branch in query.branches]
    edits += [Edit.insert(branch.span.end, tail) for branch in query.branches]
    yield Fix("Limit every branch", tuple(edits), FixKind.UNSAFE)


def _is_bracketed(branch: Select, context: Context) -> bool:
    before = context.statement.text[: branch.span.start].rstrip()
    return before.endswith("(")
