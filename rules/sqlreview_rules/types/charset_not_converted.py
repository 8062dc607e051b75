"""types/charset-not-converted."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule
from sqlreview.operations import ConvertCharset, ModifyColumn, SetTableOptions
from sqlreview.schema import Table

_CHARACTERS = frozenset(("char", "varchar", "text", "tinytext", "mediumtext", "longtext", "enum", "set"))


class CharsetNotConverted(Rule[SetTableOptions]):
    """Changing the table's default character set leaves existing columns in the old one.

    Why: the option counts for columns to come. The columns that are there keep their character set, so the emoji that
    was refused yesterday is refused today, and joins compare texts of two sets.

    Instead: `CONVERT TO CHARACTER SET`, which copies the table while nobody can write to it.
    """

    id = "types/charset-not-converted"
    engines = ("mysql", "mariadb")
    sources = ("https://dev.mysql.com/doc/refman/8.0/en/alter-table.html", "measured on MariaDB 10.11")
    examples = (
        Bad(
            """
            ALTER TABLE customers DEFAULT CHARACTER SET utf8mb4;
                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="ALTER TABLE customers CONVERT TO CHARACTER SET utf8mb4;",
            given="CREATE TABLE customers (id bigint PRIMARY KEY, name varchar(40) NOT NULL) CHARSET=latin1;",
            engine="mysql",
        ),
        Good(
            "ALTER TABLE customers DEFAULT CHARACTER SET utf8mb4;",
            given="CREATE TABLE customers (id bigint PRIMARY KEY, visits int NOT NULL) CHARSET=latin1;",
            engine="mysql",
        ),
    )

    def check(self, subject: SetTableOptions, context: Context) -> Iterator[Finding]:
        """Reports a default that existing columns do not follow."""
        new = dict(subject.options)
        table = context.catalog.table(subject.table)
        converted = (item for item in context.statement.operations if isinstance(item, ConvertCharset | ModifyColumn))
        if ("charset" not in new and "collate" not in new) or any(item.table == subject.table for item in converted):
            return
        if table is not None and (context.created_in_file(table) or not _has_others(table, new)):
            return
        name = new.get("charset") or new.get("collate")
        message = f"The columns that `{subject.table.text}` has keep their character set; only new ones get {name}."
        yield self.finding(subject.span, message, *_fixes(subject, new))


def _has_others(table: Table, new: dict[str, str]) -> bool:
    """Whether the table has texts that follow its present default, as far as that is known."""
    present = dict(table.options)
    if present.get("charset") and all(present.get(name) == value for name, value in new.items()):
        return False
    texts = [column for column in table.columns if column.type and column.type.name in _CHARACTERS]
    open_texts = [item for item in texts if item.collation is None and item.type and item.type.charset is None]
    return not table.complete or bool(open_texts)


def _fixes(subject: SetTableOptions, new: dict[str, str]) -> Iterator[Fix]:
    if "charset" in new and set(new) <= {"charset", "collate"}:
        collation = f" COLLATE {new['collate']}" if "collate" in new else ""
        edit = Edit.replace(subject.span, f"CONVERT TO CHARACTER SET {new['charset']}{collation}")
        yield Fix("Convert the columns, too", (edit,), FixKind.GUIDANCE)
