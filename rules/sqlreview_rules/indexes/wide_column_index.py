"""indexes/wide-column-index."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import IndexKey
from sqlreview.operations.written import words_of
from sqlreview.schema import Column, Table

_LONG = frozenset(("body", "content", "description", "html", "payload", "raw", "notes", "message", "markdown"))
_SHORT = frozenset(("hash", "digest", "checksum", "id", "uuid", "key", "token", "sha", "md", "fingerprint"))
_MYSQL_LONG = frozenset(
    ("text", "tinytext", "mediumtext", "longtext", "blob", "tinyblob", "mediumblob", "longblob", "json")
)
_LONG_VARCHAR = 500
_LONG_PREFIX = 255


class WideColumnIndex(Rule[Table]):
    """An ordinary index stores a wide value in every entry.

    Why: the index gets as large as the table. In PostgreSQL an INSERT fails once a value is longer than 2704 bytes;
    a B-tree on jsonb compares whole documents only. MySQL refuses TEXT and BLOB without a prefix length, MariaDB
    indexes their first 3072 bytes.

    Instead: GIN for jsonb and for words, `(md5(body))` for equality; in MySQL and MariaDB a prefix or FULLTEXT.
    """

    id = "indexes/wide-column-index"
    engines = ("postgres", "mysql", "mariadb")
    severity = Severity.INFO
    sources = ("https://www.postgresql.org/docs/current/btree.html", "measured on PostgreSQL 15 and MariaDB 10.11")
    examples = (
        Bad(
            """
            CREATE TABLE articles (id bigint PRIMARY KEY, body text NOT NULL);
            CREATE INDEX articles_body ON articles (body);
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """
        ),
        Bad(
            """
            CREATE TABLE posts (id bigint PRIMARY KEY, body text NOT NULL, KEY posts_body (body(700)));
                                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            engine="mysql",
        ),
        Good("CREATE TABLE events (id bigint PRIMARY KEY, x jsonb); CREATE INDEX events_x ON events USING gin (x);"),
        Good("CREATE TABLE posts (id bigint PRIMARY KEY, t text, FULLTEXT KEY posts_t (t));", engine="mysql"),
    )

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports B-trees, as they are after the last migration, over columns that are long by type or by name."""
        is_mysql = context.engine.family == "mysql"
        for index in subject.indexes:
            if index.unique or index.constraint or index.parent or index.method != "btree":
                continue
            keys = [(key.column.text, key) for key in index.keys if key.column]
            for name, key in (*keys, *((name, None) for name in index.include)):
                column = subject.column(name)
                severity = (_mysql if is_mysql else _postgres)(column, key, context) if column else None
                if severity is not None:
                    message = f"`{index.name}` stores `{subject.name}.{name}`, a wide value, in every entry."
                    yield self.finding(index.origin, message, severity=severity)
                    break


def _postgres(column: Column, key: IndexKey | None, context: Context) -> Severity | None:
    kind = column.type
    if kind is None or kind.dimensions or (key is not None and key.operator_class):
        return None
    if kind.name == "jsonb":
        return Severity.WARNING if key is not None else Severity.INFO
    length = kind.arguments[0] if kind.arguments else ""
    is_long = kind.name == "text" and not _LONG.isdisjoint(words_of(column.name)[-1:])
    is_long = (
        is_long
        or (kind.name == "bytea" and _SHORT.isdisjoint(words_of(column.name)))
        or (kind.name in ("json", "xml") and key is None)
    )
    is_long = is_long or (kind.name == "varchar" and length.isdecimal() and int(length) > _LONG_VARCHAR)
    return Severity.INFO if is_long else None


def _mysql(column: Column, key: IndexKey | None, context: Context) -> Severity | None:
    if column.type is None or column.type.name not in _MYSQL_LONG or column.generated or key is None:
        return None
    if key.length is None:
        return Severity.ERROR if context.engine.name == "mysql" else Severity.INFO
    return Severity.INFO if key.length > _LONG_PREFIX else None
