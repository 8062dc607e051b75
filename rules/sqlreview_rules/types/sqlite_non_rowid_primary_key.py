"""types/sqlite-non-rowid-primary-key."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.operations import ColumnDefinition, CreateTable, Identifier, PrimaryKey
from sqlreview.schema.sqlite_affinity import affinity_of, is_integer


class SqliteNonRowidPrimaryKey(Rule[CreateTable]):
    """Only INTEGER PRIMARY KEY gets its numbers from SQLite; other spellings leave the key NULL.

    Why: `id BIGINT PRIMARY KEY` and `id INT PRIMARY KEY` are ordinary columns beside the rowid. `INSERT ... DEFAULT
    VALUES` leaves NULL in them, any number of times, and a second index is kept for them.

    Instead: exactly `INTEGER PRIMARY KEY`, which holds 64 bits; or WITHOUT ROWID where the key is given.
    """

    id = "types/sqlite-non-rowid-primary-key"
    engines = ("sqlite",)
    severity = Severity.ERROR
    sources = ("https://www.sqlite.org/lang_createtable.html#rowids_and_the_integer_primary_key",)
    examples = (
        Bad(
            """
            CREATE TABLE notes (id BIGINT PRIMARY KEY, body TEXT NOT NULL);
                                   ^^^^^^
            """,
            fixed="""
            CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT NOT NULL);
            """,
            engine="sqlite",
        ),
        Good("CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT NOT NULL);", engine="sqlite"),
        Good("CREATE TABLE notes (id INTEGER, body TEXT NOT NULL, PRIMARY KEY (id));", engine="sqlite"),
        Good("CREATE TABLE words (code INT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;", engine="sqlite"),
    )

    def check(self, subject: CreateTable, context: Context) -> Iterator[Finding]:
        """Reports keys of one column whose type looks like INTEGER and is not; NOT NULL ones as information."""
        if subject.without_rowid or subject.module is not None:
            return
        for column in subject.columns:
            kind = column.type
            if kind is None or not _is_key(subject, column.name) or column.default is not None:
                continue
            if is_integer(kind) and _descends(column):
                message = f"SQLite gives `{subject.table.text}.{column.name}` no numbers, because of the word DESC."
                yield self.finding(column.span, message)
                continue
            if is_integer(kind):
                continue
            if affinity_of(kind) == "integer" or "serial" in kind.name:
                message = f"SQLite gives `{subject.table.text}.{column.name}` no numbers: its type is not INTEGER."
                fix = Fix("Use INTEGER", (Edit.replace(kind.span, "INTEGER"),), FixKind.UNSAFE)
                is_given = column.not_null is not None  # an INSERT without a number fails at once
                yield self.finding(kind.span, message, fix, severity=Severity.INFO if is_given else None)


def _is_key(subject: CreateTable, name: Identifier) -> bool:
    keys = [item for item in subject.constraints if isinstance(item, PrimaryKey)]
    keys += [item for column in subject.columns for item in column.constraints if isinstance(item, PrimaryKey)]
    return any(key.columns == (name,) for key in keys)


def _descends(column: ColumnDefinition) -> bool:
    """Whether PRIMARY KEY DESC stands at the column, which is then not the number of the row."""
    keys = [item for item in column.constraints if isinstance(item, PrimaryKey)]
    return any(part.descending for key in keys for part in key.keys)
