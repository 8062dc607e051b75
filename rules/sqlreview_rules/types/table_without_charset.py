"""types/table-without-charset."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.operations import CreateTable

_TEXTS = frozenset(("char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set"))


class TableWithoutCharset(Rule[CreateTable]):
    """A table without a charset takes the server default, which differs between servers and versions.

    Why: the default is latin1 in MySQL 5.7 and MariaDB 10.11, and utf8mb4 in MySQL 8.0. Tables made on two servers
    then hold different characters and compare differently.

    Instead: `DEFAULT CHARSET=utf8mb4`, with a collation where sorting matters.
    """

    id = "types/table-without-charset"
    engines = ("mysql", "mariadb")
    severity = Severity.HINT
    enabled = False
    sources = ("https://dev.mysql.com/doc/refman/8.0/en/charset-table.html",)
    examples = (
        Bad(
            """
            CREATE TABLE remark (id BIGINT PRIMARY KEY, body TEXT NOT NULL);
                         ^^^^^^
            """,
            fixed="""
            CREATE TABLE remark (id BIGINT PRIMARY KEY, body TEXT NOT NULL) DEFAULT CHARSET=utf8mb4;
            """,
            engine="mysql",
        ),
        Good("CREATE TABLE remark (id BIGINT PRIMARY KEY, body TEXT NOT NULL) CHARSET=utf8mb4;", engine="mysql"),
        Good("CREATE TABLE tally (id BIGINT PRIMARY KEY, n INT NOT NULL);", engine="mysql"),
    )

    database_default: bool = False
    """Whether the default of the database is stated elsewhere, so that tables need not say it."""

    def check(self, subject: CreateTable, context: Context) -> Iterator[Finding]:
        """Reports tables with text columns and no character set of their own."""
        is_derived = subject.likes or subject.as_query or subject.temporary or subject.elements is None
        if self.database_default or is_derived or {"charset", "collate"} & set(dict(subject.options)):
            return
        own = [item for item in subject.columns if item.type and item.type.name in _TEXTS]
        if any(item.type and item.type.charset is None and item.collation is None for item in own):
            fixes: tuple[Fix, ...] = ()
            if subject.elements is not None:
                edit = Edit.insert(subject.elements.end + 1, " DEFAULT CHARSET=utf8mb4")
                fixes = (Fix("Use utf8mb4", (edit,), FixKind.UNSAFE),)
            message = f"The server decides which characters `{subject.table.text}` holds and how it sorts them."
            yield self.finding(subject.table.span, message, *fixes)
