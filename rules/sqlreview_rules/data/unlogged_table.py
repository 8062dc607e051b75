"""data/unlogged-table."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Migration, Rule, Span
from sqlreview.operations import CreateTable, DropTable, SetLogged


class UnloggedTable(Rule[Migration]):
    """An unlogged table is empty after a crash, and standbys do not have it.

    Why: nothing of it is written to the log from which a crashed server and its replicas restore their tables, so the
    server truncates it when it starts again.

    Instead: a normal table. Unlogged is right for rows that can be loaded again.
    """

    id = "data/unlogged-table"
    sources = ("https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-UNLOGGED",)
    examples = (
        Bad(
            """
            CREATE UNLOGGED TABLE basket (id bigint PRIMARY KEY);
                   ^^^^^^^^
            """,
            fixed="""
            CREATE TABLE basket (id bigint PRIMARY KEY);
            """,
        ),
        Good("CREATE TABLE basket (id bigint PRIMARY KEY);"),
        Good("CREATE UNLOGGED TABLE import_rows (id bigint PRIMARY KEY);\nDROP TABLE import_rows;"),
    )

    scratch_names: tuple[str, ...] = ("staging", "stg", "import", "load", "cache", "tmp", "temp", "scratch")
    """Words in the names of tables whose rows can be lost."""

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports tables that the file leaves unlogged."""
        ended = {item.table for _, item in subject.operations(DropTable)}
        ended |= {item.table for _, item in subject.operations(SetLogged) if item.logged}
        for position, operation in subject.operations(CreateTable, SetLogged):
            name = operation.table.text
            is_unlogged = not operation.logged if isinstance(operation, SetLogged) else operation.unlogged
            words = name.lower().replace("-", "_").split("_")
            if not is_unlogged or operation.table in ended or not set(words).isdisjoint(self.scratch_names):
                continue
            text, origin = subject.statements[position].text, subject.origins[position]
            word = _word(text, operation.span) if isinstance(operation, CreateTable) else None
            message = f"`{name}` is empty after a crash of the server, and is not on its standbys."
            if word is None:
                yield self.finding(origin.within(operation.span), message)
            else:
                fix = Fix("Make it a logged table", (Edit.delete(Span(word.start, word.end + 1)),), FixKind.UNSAFE)
                yield self.finding(origin.within(word), message, fix)


def _word(text: str, span: Span) -> Span | None:
    """The word UNLOGGED of CREATE UNLOGGED TABLE."""
    start = text.upper().find("UNLOGGED", span.start, span.start + 200)
    is_blank_after = start >= 0 and text[start + 8 : start + 9].isspace()
    return Span(start, start + 8) if is_blank_after else None
