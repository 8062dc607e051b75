"""indexes/index-on-primary-key."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Good, Related, Rule
from sqlreview.schema import Index, Table


class IndexOnPrimaryKey(Rule[Table]):
    """An index has just the columns of the primary key, which has an index already.

    Why: it costs every INSERT a second write and serves no query better. A partial index `ON t (id) WHERE deleted_at
    IS NULL` was mostly meant to have the column that is looked for.

    Instead: nothing, or the column of the query: `ON t (title) WHERE deleted_at IS NULL`.
    """

    id = "indexes/index-on-primary-key"
    subsumes = ("indexes/duplicate-index", "indexes/redundant-prefix-index")
    engines = EVERY_ENGINE
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
        """Reports plain indexes, partial or not, with the columns of the primary key in their order."""
        key = subject.primary_key
        if key is None or subject.partition_of is not None:
            return
        for index in subject.indexes:
            if index.constraint is None and index.columns == key.columns and _is_plain(index):
                names = ", ".join(key.columns)
                message = f"The primary key of `{subject.name}` has an index on ({names}) already."
                yield self.finding(index.origin, message, related=(Related("The primary key is here.", key.origin),))


def _is_plain(index: Index) -> bool:
    is_ascending = not any(key.descending or key.operator_class or key.collation for key in index.keys)
    return index.method == "btree" and not index.include and is_ascending and not index.parent
