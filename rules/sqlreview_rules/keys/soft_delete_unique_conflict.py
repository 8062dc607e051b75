"""keys/soft-delete-unique-conflict."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Good, Rule, unique_among_present
from sqlreview.operations.written import words_of
from sqlreview.schema import Index, Table

_MARKS = frozenset(("deleted_at", "is_deleted", "deleted", "deleted_on", "removed_at", "deletedat", "isdeleted"))
_ONCE = "token uuid guid ulid hash digest external nonce key checksum md sha etag"
_NEVER_AGAIN = frozenset(_ONCE.split())


class SoftDeleteUniqueConflict(Rule[Table]):
    """A row that is marked as deleted still occupies its unique value, so that nobody can use the value again.

    Why: who deletes an account and opens it again under the same name gets an error about a row that nobody sees.

    Instead: in PostgreSQL and SQLite a unique index of the rows that count, `WHERE deleted_at IS NULL`. In MySQL and
    MariaDB a generated column that is NULL for deleted rows, as part of the unique key.
    """

    id = "keys/soft-delete-unique-conflict"
    engines = EVERY_ENGINE
    sources = ("https://www.postgresql.org/docs/current/indexes-partial.html",)
    examples = (
        Bad(
            """
            CREATE TABLE members (id bigint PRIMARY KEY, nick text NOT NULL UNIQUE, deleted_at timestamptz);
                                                                            ^^^^^^
            """
        ),
        Good(
            """
            CREATE TABLE members (id bigint PRIMARY KEY, nick text NOT NULL, deleted_at timestamptz);
            CREATE UNIQUE INDEX members_nick_key ON members (nick) WHERE deleted_at IS NULL;
            """
        ),
        Good("CREATE TABLE m (id bigint PRIMARY KEY, nick text NOT NULL, deleted_at date, UNIQUE (nick, deleted_at));"),
    )

    never_reused: frozenset[str] = frozenset()
    """Columns whose values never come back."""

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports unique indexes of a table with a mark of deletion that do not look at it."""
        mark = next((column.name for column in subject.columns if column.name.lower() in _MARKS), None)
        if mark is None or subject.temporary or subject.partition_of:
            return
        key = subject.primary_key
        for index in subject.indexes:
            is_key = key is not None and (index.constraint == key.name or index.columns == key.columns)
            if is_key or not index.unique or _looks_at(index, mark) or _names_others(subject, index):
                continue
            if not self._is_once(subject, index):
                parts = (key.column or key.expression for key in index.keys)
                names = ", ".join(part.text for part in parts if part)
                message = f"A row of `{subject.name}` with `{mark}` set keeps its ({names}) from being used again."
                yield self.finding(index.origin, message, *unique_among_present(context, subject, index, mark))

    def _is_once(self, table: Table, index: Index) -> bool:
        names = [name for name in index.columns if name is not None]
        words = {word for name in names for word in words_of(name)}
        column = table.column(names[0]) if len(names) == 1 and names[0].lower().endswith("_id") else None
        if column is not None and column.type is not None and column.type.name in ("text", "varchar", "char"):
            return True  # the id that another system gives, as `stripe_id`
        return not words.isdisjoint(_NEVER_AGAIN) or not self.never_reused.isdisjoint(names)


def _names_others(table: Table, index: Index) -> bool:
    """Whether it is about rows of other tables, or made-up ids, that nobody types in again."""
    pointing = {name for key in table.foreign_keys for name in key.columns}
    columns = [table.column(name) for name in index.columns if name is not None]
    return len(columns) == len(index.keys) and all(
        column is None or column.name in pointing or (column.type is not None and column.type.name == "uuid")
        for column in columns
    )


def _looks_at(index: Index, mark: str) -> bool:
    if mark in index.columns:
        return True
    parts = (index.predicate, *(key.expression for key in index.keys))
    return any(mark.lower() in part.text.lower() for part in parts if part is not None)
