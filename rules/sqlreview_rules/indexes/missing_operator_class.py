"""indexes/missing-operator-class."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.operations import CreateIndex, IndexKey
from sqlreview.schema import Extension, Table
from sqlreview.schema.operator_classes import refused_type

_TEXTS = frozenset(("text", "varchar", "char", "bpchar"))


class MissingOperatorClass(Rule[CreateIndex]):
    """The index method has no default operator class for the column type.

    Why: PostgreSQL refuses the statement: GIN knows no scalar types without the extension btree_gin, a B-tree knows no
    json, xml or point.

    Instead: `gin_trgm_ops` with pg_trgm for a search in texts, btree_gin for a scalar beside an array, a B-tree for the
    rest; an expression of a json column.
    """

    id = "indexes/missing-operator-class"
    severity = Severity.ERROR
    sources = ("https://www.postgresql.org/docs/current/indexes-opclass.html", "measured on PostgreSQL 15 and 18")
    examples = (
        Bad(
            """
            CREATE TABLE members (id bigint PRIMARY KEY, team int NOT NULL, tags text[] NOT NULL);
            CREATE INDEX members_tags ON members USING gin (team, tags);
                                                            ^^^^
            """,
            sqlstate="42704",
        ),
        Good(
            """
            CREATE TABLE docs (id bigint PRIMARY KEY, tags text[], extra jsonb);
            CREATE INDEX docs_tags ON docs USING gin (tags);
            CREATE INDEX docs_extra ON docs USING gin (extra);
            """
        ),
    )

    provided_extensions: frozenset[str] = frozenset()
    """Extensions that databases have before the first migration."""

    def check(self, subject: CreateIndex, context: Context) -> Iterator[Finding]:
        """Reports the keys that the method cannot take; softly where an extension may have been there before."""
        table = context.catalog.table(subject.table)
        for key in subject.keys:
            kind = refused_type(subject.method, key, table, context.catalog)
            if kind and subject.method == "btree":
                yield self.finding(key.span, f"A B-tree cannot index {kind}, which has no order.")
            elif kind and not self._has("btree_gin", context):
                message = f"GIN cannot index {kind} without an operator class or the extension btree_gin."
                fixes = _fixes(subject, key, kind, context)
                yield self.finding(key.span, message, *fixes, severity=_severity(table, context))

    def _has(self, extension: str, context: Context) -> bool:
        return extension in self.provided_extensions or context.catalog.extension(extension) is not None


def _severity(table: Table | None, context: Context) -> Severity | None:
    """Softly where an earlier, unknown migration may have created the extension."""
    is_whole = context.created_in_file(table) or next(context.catalog.all(Extension), None) is not None
    return None if is_whole else Severity.WARNING


def _fixes(subject: CreateIndex, key: IndexKey, kind: str, context: Context) -> Iterator[Fix]:
    if kind in _TEXTS and len(subject.keys) == 1 and subject.span.start == 0 and context.body is None:
        start = (
            ()
            if context.catalog.extension("pg_trgm")
            else (Edit.insert(0, "CREATE EXTENSION IF NOT EXISTS pg_trgm;\n"),)
        )
        edits = (*start, Edit.insert(key.span.end, " gin_trgm_ops"))
        yield Fix("Index its trigrams", edits, FixKind.UNSAFE)
