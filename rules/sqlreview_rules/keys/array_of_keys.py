"""keys/array-of-keys."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity
from sqlreview.schema import Table
from sqlreview.schema.table_roles import holds_copies, keeps_records
from sqlreview.schema.typed_columns import typed_columns

_KEYS = frozenset(("smallint", "integer", "bigint", "uuid", "text", "varchar"))
_LAST_WORDS = (("ids",), ("id",), ("keys",), ("uuids",))


class ArrayOfKeys(Rule[Table]):
    """An array column holds keys of other rows, which no foreign key can protect.

    Why: a key stays in the array when its row is deleted, the same key may stand there twice, and finding who refers to
    a row reads every array.

    Instead: a table with one row for each pair and a foreign key on both sides.
    """

    id = "keys/array-of-keys"
    examples = (
        Bad(
            """
            CREATE TABLE playlists (id bigint PRIMARY KEY, song_ids bigint[] NOT NULL);
                                                                    ^^^^^^^^
            """
        ),
        Good("CREATE TABLE playlists (id bigint PRIMARY KEY, tags text[] NOT NULL);"),
    )

    every_array: bool = False
    """Whether to report other arrays, too."""

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports arrays that are named after keys after the last migration."""
        if keeps_records(subject) or holds_copies(subject):
            return
        for column in typed_columns(subject):
            name = f"`{subject.name}.{column.column.name}`"
            if not column.type.dimensions:
                continue
            if column.type.name in _KEYS and column.words[-1:] in _LAST_WORDS and _is_plain(column.words):
                yield self.finding(column.at, f"{name} holds keys that no foreign key checks.")
            elif self.every_array:
                yield self.finding(column.at, f"{name} holds several values in one row.", severity=Severity.HINT)


def _is_plain(words: tuple[str, ...]) -> bool:
    return len(words) > 1 and words[-2] not in ("header", "query", "cache", "public", "api", "metadata", "json")
