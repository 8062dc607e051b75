"""indexes/index-on-primary-key."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Related, Rule
from sqlreview.schema import Index, Table
from sqlreview.schema.keys import duplicate_of


class IndexOnPrimaryKey(Rule[Table]):
    """An index has just the columns of the primary key, by which rows are found without it.

    Why: it costs every INSERT a second write and serves hardly a query better. `ON t (id) WHERE deleted_at IS NULL` was
    mostly meant to have the column that is looked for. An index that repeats that of the key is a duplicate index.

    Instead: nothing, or the column of the query: `ON t (title) WHERE deleted_at IS NULL`.
    """

    id = "indexes/index-on-primary-key"
    subsumes = ("indexes/redundant-prefix-index",)
    engines = ("postgres", "sqlite")
    examples = (
        Bad(
            """
            CREATE TABLE songs (id bigint PRIMARY KEY, title text NOT NULL, deleted_at timestamptz);
            CREATE INDEX songs_live_idx ON songs (id) WHERE deleted_at IS NULL;
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """
        ),
        Good(
            """
            CREATE TABLE songs (id bigint PRIMARY KEY, title text NOT NULL, deleted_at timestamptz);
            CREATE INDEX songs_live_idx ON songs (title) WHERE deleted_at IS NULL;
            CREATE INDEX songs_id_idx ON songs (id) INCLUDE (title);
            """
        ),
    )

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports partial indexes with the columns of the primary key in their order, and indexes of a rowid."""
        key = subject.primary_key
        if key is None or subject.partition_of is not None:
            return
        for index in subject.indexes:
            is_duplicate = index.constraint is not None or duplicate_of(index, subject.indexes) is not None
            if index.columns == key.columns and _is_plain(index) and not is_duplicate:
                names = ", ".join(key.columns)
                message = f"The primary key of `{subject.name}` has an index on ({names}) already."
                yield self.finding(index.origin, message, related=(Related("The primary key is here.", key.origin),))


def _is_plain(index: Index) -> bool:
    is_ascending = not any(key.descending or key.operator_class or key.collation for key in index.keys)
    return index.method == "btree" and not index.include and is_ascending and not index.parent
