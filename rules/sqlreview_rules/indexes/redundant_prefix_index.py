"""indexes/redundant-prefix-index."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Finding, Good, Related, Rule, Severity
from sqlreview.schema import Index, Table, View
from sqlreview.schema.keys import index_title, is_redundant_prefix, primary_key_columns

_WIDE = frozenset(("text", "json", "jsonb", "bytea", "xml", "tsvector"))


class RedundantPrefixIndex(Rule[Table | View]):
    """An index is only the leading part of another index of the table.

    Why: the longer index answers the same lookups and sorts; the shorter one costs every write and some memory.

    Instead: drop the shorter index, unless it is much smaller and very hot.
    """

    id = "indexes/redundant-prefix-index"
    tag = "unnecessary"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    sources = ("https://www.postgresql.org/docs/current/indexes-multicolumn.html",)
    examples = (
        Bad(
            """
            CREATE INDEX CONCURRENTLY orders_status_idx ON orders (status);
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            CREATE INDEX CONCURRENTLY orders_status_created_at_idx ON orders (status, created_at);
            """,
            given=SHOP,
        ),
        Good(
            """
            CREATE INDEX CONCURRENTLY orders_created_at_idx ON orders (created_at);
            CREATE INDEX CONCURRENTLY orders_status_created_at_idx ON orders (status, created_at);
            """,
            given=SHOP,
        ),
        Good("CREATE INDEX CONCURRENTLY users_email_status_idx ON users (email, status);", given=SHOP),
    )

    def check(self, subject: Table | View, context: Context) -> Iterator[Finding]:
        """Reports indexes, as they are after the last migration, that a longer one covers."""
        for index in subject.indexes:
            longer = is_redundant_prefix(index, subject.indexes) if index.parent is None else None
            if longer is not None and not (context.engine.family == "mysql" and _adds_key(subject, longer, index)):
                title = index_title(longer)
                message = f"Index {index_title(index)} of `{subject.name}` is only the beginning of {title}."
                related = (Related(f"{title[:1].upper()}{title[1:]} is created here", longer.origin),)
                clustered = context.engine.family == "mysql" and longer.constraint == "PRIMARY"  # holds whole rows
                severity = Severity.HINT if clustered or _is_wide(subject, longer, len(index.keys)) else None
                yield self.finding(index.origin, message, related=related, severity=severity)


def _adds_key(owner: Table | View, longer: Index, index: Index) -> bool:
    """Whether the longer index adds what InnoDB adds to every index, so that both are alike."""
    key = primary_key_columns(owner) if isinstance(owner, Table) else ()
    return longer.constraint is None and set(longer.columns[len(index.keys) :]) <= set(key)


def _is_wide(owner: Table | View, longer: Index, shared: int) -> bool:
    """Whether the columns the longer index adds may make it much larger."""
    if isinstance(owner, View):
        return False
    columns = [owner.column(name) for name in (*longer.columns[shared:], *longer.include) if name]
    return any(column is not None and column.type is not None and column.type.name in _WIDE for column in columns)
