"""indexes/gist-without-btree-gist."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import AddExclusion, ColumnType, CreateIndex, CreateTable, Exclusion, IndexKey, Name
from sqlreview.schema import Table
from sqlreview.schema.type_comparison import base_type

_SCALARS = """
    uuid smallint integer bigint numeric real text varchar char boolean date time timetz timestamp timestamptz interval
    bytea oid
"""
_WITHOUT_CLASS = frozenset((*_SCALARS.split(), "double precision"))
_Carrier = CreateTable | AddExclusion | CreateIndex


class GistWithoutBtreeGist(Rule[CreateTable | AddExclusion | CreateIndex]):
    """A GiST index or exclusion constraint over a scalar column needs the extension btree_gist.

    Why: GiST knows ranges, geometry and text search by itself. For numbers, texts, times and uuids PostgreSQL answers
    "data type ... has no default operator class for access method gist" unless btree_gist is installed.

    Instead: `CREATE EXTENSION IF NOT EXISTS btree_gist;` before the statement.
    """

    id = "indexes/gist-without-btree-gist"
    severity = Severity.ERROR
    sources = ("https://www.postgresql.org/docs/current/btree-gist.html",)
    examples = (
        Bad(
            """
            CREATE TABLE room_uses (
                id bigint PRIMARY KEY,
                room_id uuid NOT NULL,
                during tstzrange NOT NULL,
                EXCLUDE USING gist (room_id WITH =, during WITH &&)
                                    ^^^^^^^
            );
            """,
            sqlstate="42704",
        ),
        Good("CREATE TABLE closings (during tstzrange PRIMARY KEY, EXCLUDE USING gist (during WITH &&));"),
    )

    provided_extensions: frozenset[str] = frozenset()
    """Extensions that databases have before the first migration."""

    def check(self, subject: _Carrier, context: Context) -> Iterator[Finding]:
        """Reports scalar columns without an operator class of their own."""
        if "btree_gist" in self.provided_extensions or context.catalog.extension("btree_gist"):
            return
        for key in _gist_keys(subject):
            kind = _type_of(key, subject, context)
            if kind is not None and _is_scalar(kind, context):
                message = f"GiST cannot index {kind} without the extension btree_gist, which no migration creates."
                others = (table for table in context.catalog.all(Table) if not context.created_in_file(table))
                severity = Severity.WARNING if next(others, None) else None
                yield self.finding(key.span, message, severity=severity)


def _gist_keys(subject: _Carrier) -> Iterator[IndexKey]:
    if isinstance(subject, CreateIndex):
        yield from subject.keys if subject.method == "gist" else ()
        return
    parts = subject.constraints if isinstance(subject, CreateTable) else (subject.constraint,)
    for part in parts:
        if isinstance(part, Exclusion) and part.method == "gist":
            yield from part.keys


def _type_of(key: IndexKey, subject: _Carrier, context: Context) -> ColumnType | None:
    if key.column is None or key.operator_class:
        return None
    if isinstance(subject, CreateTable):
        return next((column.type for column in subject.columns if column.name.text == key.column.text), None)
    table = context.catalog.table(subject.table)
    column = table.column(key.column.text) if table else None
    return column.type if column else None


def _is_scalar(kind: ColumnType, context: Context) -> bool:
    real = base_type(kind, context.catalog)
    found = context.catalog.user_type(Name(real.schema, real.name, real.span))
    return not real.dimensions and (real.name in _WITHOUT_CLASS or (found is not None and found.kind == "enum"))
