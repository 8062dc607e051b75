"""types/varchar-instead-of-text."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.schema import Table
from sqlreview.schema.typed_columns import TypedColumn, typed_columns

_STANDARDS = frozenset(("iban", "bic", "e164", "vin", "isbn", "ean", "imei", "iso", "swift", "lei", "isin"))


class VarcharInsteadOfText(Rule[Table]):
    """A varchar(n) column carries a limit that is awkward to change and saves nothing.

    Why: PostgreSQL stores text and varchar(n) alike. Raising the limit is a migration under ACCESS EXCLUSIVE, lowering
    it rewrites the table.

    Instead: `text`, and `CHECK (char_length(c) <= n)` where a limit is meant; a CHECK can be added NOT VALID.
    """

    id = "types/varchar-instead-of-text"
    subsumes = ("types/oversized-varchar",)
    severity = Severity.HINT
    enabled = False
    sources = ("https://www.postgresql.org/docs/current/datatype-character.html",)
    examples = (
        Bad(
            """
            CREATE TABLE articles (id bigint PRIMARY KEY, headline varchar(120) NOT NULL);
                                                                   ^^^^^^^^^^^^
            """,
            fixed="""
            CREATE TABLE articles (id bigint PRIMARY KEY, headline text NOT NULL);
            """,
        ),
        Good("CREATE TABLE articles (id bigint PRIMARY KEY, headline text CHECK (char_length(headline) <= 120));"),
        Good("CREATE TABLE accounts (id bigint PRIMARY KEY, iban varchar(34) NOT NULL UNIQUE, note varchar);"),
    )

    bare_varchar: bool = False
    """Whether varchar without a length is reported too."""

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports varchar columns whose limit is not that of a standard."""
        for column in typed_columns(subject):
            if column.type.name != "varchar" or not _STANDARDS.isdisjoint(column.words):
                continue
            if column.type.arguments or self.bare_varchar:
                what = "has a limit that only a migration changes" if column.type.arguments else "is text"
                message = f"`{subject.name}.{column.column.name}` {what}; text takes the same space."
                fixes = (_text(column),) if column.is_definition else ()
                yield self.finding(column.at, message, *fixes)


def _text(column: TypedColumn) -> Fix:
    return Fix("Use text", (Edit.replace(column.type.span, column.replacement("text")),), FixKind.UNSAFE)
