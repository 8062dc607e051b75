"""indexes/non-immutable-index-expression."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity, Span
from sqlreview.operations import CreateIndex, Expression
from sqlreview.schema.index_expressions import MutablePart, mutable_part
from sqlreview.schema.naming import quoted


class NonImmutableIndexExpression(Rule[CreateIndex]):
    """An index expression or predicate is not immutable, so the server rejects it.

    Why: what an index holds must not depend on the day, the time zone or the language of a session. PostgreSQL refuses
    now() in a predicate, and the day or the text of a timestamptz, which differ from session to session.

    Instead: say the zone, `date_trunc('day', at AT TIME ZONE 'UTC')`, or the configuration, `to_tsvector('english',
    body)`; a constant in the place of now().
    """

    id = "indexes/non-immutable-index-expression"
    severity = Severity.ERROR
    sources = ("https://www.postgresql.org/docs/current/sql-createindex.html", "measured on PostgreSQL 12 to 18")
    examples = (
        Bad(
            """
            CREATE TABLE logs (id bigint PRIMARY KEY, at timestamptz);
            CREATE INDEX logs_day ON logs (date_trunc('day', at));
                                           ^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            CREATE TABLE logs (id bigint PRIMARY KEY, at timestamptz);
            CREATE INDEX logs_day ON logs (date_trunc('day', at AT TIME ZONE 'UTC'));
            """,
            sqlstate="42P17",
        ),
        Bad(
            """
            CREATE TABLE sessions (id bigint PRIMARY KEY, expires_at timestamptz);
            CREATE INDEX sessions_live ON sessions (id) WHERE expires_at > now();
                                                                           ^^^^^
            """,
            sqlstate="42P17",
        ),
        Good(
            """
            CREATE TABLE docs (id bigint PRIMARY KEY, content text, at timestamptz);
            CREATE INDEX docs_fts ON docs USING gin (to_tsvector('english', content));
            """
        ),
    )

    def check(self, subject: CreateIndex, context: Context) -> Iterator[Finding]:
        """Reports the first part of each expression that is certainly not immutable."""
        table = context.catalog.table(subject.table)
        for expression in (*(key.expression for key in subject.keys), subject.predicate):
            part = mutable_part(expression, table, context.catalog, context.version) if expression else None
            if part is not None and expression is not None:
                span = part.span.shifted(expression.span.start)
                found = _placed(span, part, expression, context)
                message = f"`{part.text}` is not immutable, so PostgreSQL refuses the index."
                yield self.finding(found, message, *(_fixes(part, found) if found == span else ()))


def _placed(span: Span, part: MutablePart, expression: Expression, context: Context) -> Span:
    """The place of the part, or of the whole expression where its text stands apart from the statement's."""
    return span if context.text(span) == part.text else expression.span


def _fixes(part: MutablePart, at: Span) -> Iterator[Fix]:
    if part.column is not None and part.text.lower().startswith(("date_trunc", "date_part", "extract")):
        end = part.text.rfind(")")
        edit = Edit.insert(at.start + end, "::timestamp" if part.kind == "date" else " AT TIME ZONE 'UTC'")
        if part.text[:end].rstrip().endswith((part.column, quoted(part.column))):
            yield Fix("Say the time zone", (edit,), FixKind.UNSAFE)
