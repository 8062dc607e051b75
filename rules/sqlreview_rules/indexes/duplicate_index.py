"""indexes/duplicate-index."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Finding, Good, Related, Rule
from sqlreview.schema import Index, Table, View
from sqlreview.schema.keys import duplicate_of, index_title, repeated_constraint


class DuplicateIndex(Rule[Table | View]):
    """Two indexes of a table are identical.

    Why: the server builds both and keeps both up to date with every write; reads use one of them. A primary key and a
    UNIQUE constraint bring their index along.

    Instead: drop the index that enforces nothing, on PostgreSQL with `DROP INDEX CONCURRENTLY` if the table is in use.
    """

    id = "indexes/duplicate-index"
    tag = "unnecessary"
    engines = EVERY_ENGINE
    sources = ("https://www.postgresql.org/docs/current/indexes-unique.html",)
    examples = (
        Bad(
            """
            CREATE INDEX CONCURRENTLY users_email_idx ON users (email);
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=SHOP,
        ),
        Good("CREATE INDEX CONCURRENTLY users_email_idx ON users (email text_pattern_ops);", given=SHOP),
        Good("CREATE INDEX CONCURRENTLY users_new_idx ON users (email) WHERE status = 'new';", given=SHOP),
        Good(
            """
            CREATE INDEX CONCURRENTLY orders_user_id_new_idx ON orders (user_id);
            DROP INDEX CONCURRENTLY orders_user_id_idx;
            """,
            given=SHOP,
        ),
    )

    def check(self, subject: Table | View, context: Context) -> Iterator[Finding]:
        """Reports indexes, as they are after the last migration, that another one makes needless."""
        kept: dict[object, list[Index]] = {}
        for index in subject.indexes:
            kept.setdefault(index.contents, []).append(index)
        for index in reversed(subject.indexes):
            alike = kept[index.contents]
            twin = _twin(subject, index, alike, context) if index.parent is None and len(alike) > 1 else None
            if twin is not None:
                alike.reverse()  # it stands near the end, as those behind it are done
                alike.remove(index)
                alike.reverse()
                title = index_title(twin)
                role = "the index behind " if twin.constraint else ""
                message = f"Index {index_title(index)} of `{subject.name}` repeats {role}{title}."
                related = (Related(f"{title[:1].upper()}{title[1:]} is created here", twin.origin),)
                yield self.finding(index.origin, message, related=related)


def _twin(owner: Table | View, index: Index, alike: list[Index], context: Context) -> Index | None:
    if index.constraint is None:
        return duplicate_of(index, alike)
    if isinstance(owner, View) or context.engine.family == "sqlite":  # which makes one index of both
        return None
    is_beside = index.origin.statement == owner.origin.statement
    if is_beside and "SERIAL" in context.text(index.origin.span).upper():  # a type of MySQL that is unique in itself
        return None
    return repeated_constraint(owner, index, alike, merges=context.engine.family == "postgres")
