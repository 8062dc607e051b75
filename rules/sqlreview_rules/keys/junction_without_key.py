"""keys/junction-without-key."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Finding, Fix, FixKind, Good, Rule
from sqlreview.operations.written import appended_element, table_creation, words_of
from sqlreview.schema import Table
from sqlreview.schema.naming import quoted

_EXTRAS = frozenset(("at", "on", "by", "position", "role", "order", "rank", "sort", "weight", "primary", "default"))
_REPEATED = frozenset(
    ("history", "log", "booking", "item", "event", "audit", "line", "message", "comment", "order", "visit", "view")
)


class JunctionWithoutKey(Rule[Table]):
    """A link table between two tables allows the same pair twice.

    Why: a pair that is stored twice is counted twice by every join, and deleting one of its rows does not undo the
    link.

    Instead: PRIMARY KEY of both columns, or UNIQUE beside a surrogate key.
    """

    id = "keys/junction-without-key"
    engines = EVERY_ENGINE
    subsumes = ("keys/missing-primary-key",)
    examples = (
        Bad(
            """
            CREATE TABLE castings (
                         ^^^^^^^^
                id bigint PRIMARY KEY,
                user_id bigint NOT NULL REFERENCES users (id),
                product_id bigint NOT NULL REFERENCES products (id)
            );
            """,
            fixed="""
            CREATE TABLE castings (
                id bigint PRIMARY KEY,
                user_id bigint NOT NULL REFERENCES users (id),
                product_id bigint NOT NULL REFERENCES products (id),
                UNIQUE (user_id, product_id)
            );
            """,
            given=SHOP,
        ),
        Good(
            """
            CREATE TABLE castings (
                user_id bigint REFERENCES users (id),
                product_id bigint REFERENCES products (id),
                PRIMARY KEY (user_id, product_id)
            );
            CREATE INDEX castings_product_id_idx ON castings (product_id);
            """,
            given=SHOP,
        ),
    )

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports tables that are little more than two foreign keys, none of whose keys covers the pair."""
        keys = subject.foreign_keys
        creation = table_creation(context.statement.operations, subject.origin.span)
        if len(keys) != 2 or creation is None or not subject.complete or subject.temporary or subject.partition_of:
            return
        pair = [name for key in keys for name in key.columns]
        last = (words_of(subject.name) or ("",))[-1].removesuffix("s")
        if last in _REPEATED or len(set(pair)) != len(pair) or not _is_link(subject, set(pair)):
            return
        unique = [set(index.columns) for index in subject.indexes if index.unique]
        unique += [set(item.columns) for item in subject.constraints if item.kind in ("primary key", "unique")]
        if any(not columns.isdisjoint(pair) for columns in unique):
            return
        kind = "UNIQUE" if subject.primary_key else "PRIMARY KEY"
        written = f"{kind} ({', '.join(quoted(name) for name in pair)})"
        edit = appended_element(creation, written, context.statement.text)
        fixes = (Fix("Make the pair unique", (edit,), FixKind.UNSAFE),) if edit else ()
        message = f"`{subject.name}` may hold the same pair ({', '.join(pair)}) more than once."
        yield self.finding(subject.origin.within(creation.table.span), message, *fixes)


def _is_link(table: Table, pair: set[str]) -> bool:
    one, other = table.foreign_keys
    if one.referenced == other.referenced and one.referenced_columns != other.referenced_columns:
        return False
    own = set(table.primary_key.columns) if table.primary_key and len(table.primary_key.columns) == 1 else set()
    rest = [column.name for column in table.columns if column.name not in pair | own and column.name != "id"]
    return len(rest) <= 2 and all((words_of(name) or ("",))[-1] in _EXTRAS for name in rest)
