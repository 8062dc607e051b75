"""types/json-instead-of-jsonb."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.schema import Table
from sqlreview.schema.typed_columns import TypedColumn, typed_columns

_ARCHIVES = frozenset(("raw", "signed", "original", "verbatim"))


class JsonInsteadOfJsonb(Rule[Table]):
    """A json column keeps the raw text: no equality, no GIN index, parsed again on every access.

    Why: json has no equality operator, so `SELECT DISTINCT`, `GROUP BY` and `UNION` over the table fail with "could not
    identify an equality operator for type json", queries that were there before the column included.

    Instead: `jsonb`. Keep json where order and duplicates of keys or white space must survive, as in a signed body.
    """

    id = "types/json-instead-of-jsonb"
    severity = Severity.INFO
    sources = ("https://www.postgresql.org/docs/current/datatype-json.html",)
    examples = (
        Bad(
            """
            CREATE TABLE settings (id bigint PRIMARY KEY, options json NOT NULL);
                                                                  ^^^^
            """,
            fixed="""
            CREATE TABLE settings (id bigint PRIMARY KEY, options jsonb NOT NULL);
            """,
        ),
        Bad(
            """
            ALTER TABLE orders ADD COLUMN details json;
                                                  ^^^^
            """,
            fixed="""
            ALTER TABLE orders ADD COLUMN details jsonb;
            """,
            given=SHOP,
        ),
        Good("CREATE TABLE settings (id bigint PRIMARY KEY, options jsonb NOT NULL);"),
        Good("CREATE TABLE webhooks (id bigint PRIMARY KEY, raw_body json NOT NULL);"),
    )

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports json columns, more loudly where queries over an existing table may start to fail."""
        for column in typed_columns(subject):
            if column.type.name != "json" or not _ARCHIVES.isdisjoint(column.words) or column.words[-1:] == ("text",):
                continue
            live = not subject.created or column.at.run != subject.origin.run
            effect = "makes DISTINCT and UNION over the table fail" if live else "has no equality and no index"
            message = f"`{subject.name}.{column.column.name}` is json, which {effect}."
            fixes = (_binary(column),) if column.is_definition else ()
            severity = Severity.WARNING if live else None
            yield self.finding(column.at, message, *fixes, severity=severity)


def _binary(column: TypedColumn) -> Fix:
    new = column.replacement("jsonb")
    return Fix("Use jsonb", (Edit.replace(column.type.span, new),), FixKind.UNSAFE)
