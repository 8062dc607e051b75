"""indexes/low-selectivity-index."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import Name
from sqlreview.operations.written import words_of
from sqlreview.schema import Catalog, Column, Index, Table
from sqlreview.schema.column_definitions import is_flag
from sqlreview.schema.value_lists import admitted_values

_QUEUES = frozenset(("queue", "queues", "outbox", "job", "jobs"))
_FEW = 6


class LowSelectivityIndex(Rule[Table]):
    """A plain index stands on a column with only a few distinct values.

    Why: where a value covers a large part of the table the planner reads the table instead, while every write still
    keeps the index up to date.

    Instead: in PostgreSQL and SQLite an index on what is sorted by `WHERE NOT done`; elsewhere the column as the first
    of several.
    """

    id = "indexes/low-selectivity-index"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    examples = (
        Bad(
            """
            CREATE TABLE tasks (id bigint PRIMARY KEY, done boolean NOT NULL);
            CREATE INDEX tasks_done ON tasks (done);
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """
        ),
        Good(
            """
            CREATE TABLE tasks (id bigint PRIMARY KEY, done boolean NOT NULL, due timestamptz);
            CREATE INDEX tasks_open ON tasks (due) WHERE NOT done;
            """
        ),
    )

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports indexes of one such column, as they are after the last migration."""
        pointing = {name for key in subject.foreign_keys for name in key.columns}
        if not _QUEUES.isdisjoint(words_of(subject.name)) or subject.temporary:
            return
        for index in subject.indexes:
            name = index.columns[0] if _is_plain(index) else None
            column = subject.column(name) if name and name not in pointing else None
            if column is None or column.type is None:
                continue
            count = _values_of(subject, column, context.catalog)
            if 0 < count <= _FEW:
                message = f"`{column.name}` has at most {count} values, so an index of it alone finds nothing fast."
                yield self.finding(index.origin, message)
            elif count == 0 and _is_named_so(column.name):
                message = f"`{column.name}` seems to have few values, so an index of it alone finds little."
                yield self.finding(index.origin, message, severity=Severity.HINT)


def _is_plain(index: Index) -> bool:
    is_whole = index.predicate is None and not index.include and index.constraint is None and index.parent is None
    return is_whole and not index.unique and len(index.keys) == 1 and index.method == "btree" and not index.generated


def _values_of(table: Table, column: Column, catalog: Catalog) -> int:
    """How many values the column may have; 0 where that is not known."""
    kind = column.type
    if kind is None or kind.dimensions:
        return 0
    if is_flag(column):
        return 2
    known = catalog.user_type(Name(kind.schema, kind.name, kind.span))
    if known is not None and known.kind == "enum":
        return len(known.labels)
    return len(kind.arguments) if kind.name == "enum" else len(admitted_values(table, column))


def _is_named_so(name: str) -> bool:
    words = words_of(name)
    return words[:1] in (("is",), ("has",)) or words in (("gender",), ("sex",))
