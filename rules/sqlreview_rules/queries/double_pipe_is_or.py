"""queries/double-pipe-is-or."""

from collections.abc import Iterator
from itertools import pairwise

from sqlreview import SHOP_MYSQL, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity, Span
from sqlreview.queries import Predicate, Query
from sqlreview.queries.pipes import is_text, piped
from sqlreview.schema.resolution import column_of

_TEXTS = frozenset(("char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum"))
_MODES = ("PIPES_AS_CONCAT", "ANSI", "ORACLE", "DB2", "MSSQL", "POSTGRESQL")


class DoublePipeIsOr(Rule[Query]):
    """In MySQL and MariaDB the || operator is a logical OR, not concatenation.

    Why: `'a' || 'b'` is 0, and a query that was to return names returns 0 and 1, without an error.

    Instead: `CONCAT(a, b)`, or sql_mode PIPES_AS_CONCAT for every session.
    """

    id = "queries/double-pipe-is-or"
    engines = ("mysql", "mariadb")
    severity = Severity.ERROR
    sources = ("https://dev.mysql.com/doc/refman/8.0/en/sql-mode.html#sqlmode_pipes_as_concat", "MariaDB 10.11")
    examples = (
        Bad(
            """
            SELECT status || ' (' || email || ')' AS label FROM users WHERE id = 1;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            SELECT CONCAT(status, ' (', email, ')') AS label FROM users WHERE id = 1;
            """,
            given=SHOP_MYSQL,
            engine="mysql",
        ),
        Good("SELECT CONCAT(status, ' ', email) AS label FROM users WHERE id = 1;", given=SHOP_MYSQL, engine="mysql"),
    )

    pipes_as_concat: bool = False
    """Whether the server has a sql_mode in which || joins texts."""

    def check(self, subject: Query, context: Context) -> Iterator[Finding]:
        """Reports || with a text beside it."""
        sql = context.statement.text
        if "||" not in sql or self.pipes_as_concat:
            return
        mode = (context.session.setting("sql_mode") or "").upper()
        if any(name in mode for name in _MODES):
            return
        for predicate in piped(subject, sql):
            if any(is_text(operand) or _is_text_column(operand, subject, context) for operand in predicate.operands):
                message = f"`{context.text(predicate.span)}` is a logical OR, so the result is 0 or 1."
                yield self.finding(predicate.span, message, _fix(predicate))


def _is_text_column(operand: Predicate, query: Query, context: Context) -> bool:
    reference = operand.left.column if operand.left else None
    found = column_of(reference, query, context.catalog) if reference else None
    return found is not None and found[1].type is not None and found[1].type.name in _TEXTS


def _fix(predicate: Predicate) -> Fix:
    spans = [operand.span for operand in predicate.operands]
    gaps = (Span(left.end, right.start) for left, right in pairwise(spans))
    edits = (
        Edit.insert(spans[0].start, "CONCAT("),
        *(Edit.replace(gap, ", ") for gap in gaps),
        Edit.insert(spans[-1].end, ")"),
    )
    return Fix("Use CONCAT", edits, FixKind.UNSAFE)
