"""types/xml-column."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity
from sqlreview.schema import Table
from sqlreview.schema.typed_columns import typed_columns

_ARCHIVED = frozenset(("raw", "document", "documents", "signed", "original", "signature", "verbatim"))


class XmlColumn(Rule[Table]):
    """An xml column cannot be compared, sorted or indexed by value.

    Why: the type has no operators for equality and order, so DISTINCT, GROUP BY and an index on it fail.

    Instead: `jsonb` where the content is data, `text` where it has to stay XML.
    """

    id = "types/xml-column"
    severity = Severity.HINT
    enabled = False
    sources = ("https://www.postgresql.org/docs/current/datatype-xml.html",)
    examples = (
        Bad(
            """
            CREATE TABLE feeds (id bigint PRIMARY KEY, content xml NOT NULL);
                                                               ^^^
            """
        ),
        Good("CREATE TABLE feeds (id bigint PRIMARY KEY, content jsonb NOT NULL, raw_xml xml NOT NULL);"),
    )

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports columns that have the type after the last migration, but for archives of documents."""
        for column in typed_columns(subject):
            if column.type.name == "xml" and _ARCHIVED.isdisjoint(column.words):
                message = f"`{subject.name}.{column.column.name}` is xml, which has no equality, no order and no index."
                yield self.finding(column.at, message)
