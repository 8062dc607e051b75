"""types/uuid-ossp-function."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Migration, Rule, Severity, Span, regex
from sqlreview.operations import AddColumn, CreateExtension, CreateTable, Expression, SetColumnDefault
from sqlreview.operations.written import defined_columns
from sqlreview.queries import Query, functions_of

_CALL = regex(r"(?i)(?<![\w.])(?:public\.)?+(uuid_generate_v4)\s*+\(\s*+\)")
_OTHERS = regex(r"(?i)\buuid_(?:generate_v(?:1|1mc|3|5)|nil|ns_\w++)\s*+\(")


class UuidOsspFunction(Rule[CreateTable | AddColumn | SetColumnDefault | Query | Migration]):
    """A random UUID comes from an extension although the server makes it itself.

    Why: gen_random_uuid() is built in since PostgreSQL 13. The extension has to be installed, allowed and restored
    wherever the schema goes.

    Instead: `gen_random_uuid()`, and no extension where nothing else of it is used.
    """

    id = "types/uuid-ossp-function"
    severity = Severity.INFO
    versions = "postgres >= 13"
    sources = ("https://www.postgresql.org/docs/current/functions-uuid.html",)
    examples = (
        Bad(
            """
            CREATE TABLE badges (id uuid PRIMARY KEY DEFAULT uuid_generate_v4());
                                                             ^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            CREATE TABLE badges (id uuid PRIMARY KEY DEFAULT gen_random_uuid());
            """,
            given="CREATE FUNCTION uuid_generate_v4() RETURNS uuid LANGUAGE sql AS 'SELECT gen_random_uuid()';",
        ),
        Good("CREATE TABLE badges (id uuid PRIMARY KEY DEFAULT gen_random_uuid());"),
    )

    def check(
        self,
        subject: CreateTable | AddColumn | SetColumnDefault | Query | Migration,
        context: Context,
    ) -> Iterator[Finding]:
        """Reports calls of uuid_generate_v4, and the extension in a file that needs nothing else of it."""
        if context.version < 13:
            return
        if isinstance(subject, Migration):
            if _CALL.search(subject.text) and not _OTHERS.search(subject.text):
                for position, item in subject.operations(CreateExtension):
                    if item.extension.text == "uuid-ossp":
                        message = "The extension uuid-ossp is here only for a function that the server has itself."
                        yield self.finding(subject.origins[position].within(item.span), message)
            return
        spans = (
            [call.span for call in functions_of(subject) if call.name == "uuid_generate_v4" and not call.schema]
            if isinstance(subject, Query)
            else [span for value in _defaults(subject) for span in _calls(value)]
        )
        for span in spans:
            edits = (Edit.replace(span, "gen_random_uuid()"),)
            message = "uuid_generate_v4 needs an extension; gen_random_uuid is built in."
            yield self.finding(span, message, Fix("Use gen_random_uuid", edits, FixKind.UNSAFE))


def _defaults(subject: CreateTable | AddColumn | SetColumnDefault) -> Iterator[Expression]:
    if isinstance(subject, SetColumnDefault):
        yield subject.default
        return
    yield from (column.default for column in defined_columns(subject) if column.default)


def _calls(expression: Expression) -> Iterator[Span]:
    for match in _CALL.finditer(expression.text):
        yield Span(*match.span()).shifted(expression.span.start)
