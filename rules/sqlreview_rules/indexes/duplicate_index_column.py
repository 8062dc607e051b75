"""indexes/duplicate-index-column."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity, Span
from sqlreview.operations import CreateIndex, CreateTable, IndexKey
from sqlreview.operations.written import normal_text, without_item


class DuplicateIndexColumn(Rule[CreateIndex | CreateTable]):
    """An index lists the same column twice.

    Why: PostgreSQL accepts it without a word and stores the value twice in every entry; nothing can use the second.
    MySQL and MariaDB refuse it.

    Instead: leave it out. Most often another column was meant.
    """

    id = "indexes/duplicate-index-column"
    engines = ("postgres", "mysql", "mariadb")
    sources = ("https://www.postgresql.org/docs/current/sql-createindex.html",)
    examples = (
        Bad(
            """
            CREATE INDEX CONCURRENTLY orders_sum_idx ON orders (status, total, status);
                                                                               ^^^^^^
            """,
            fixed="""
            CREATE INDEX CONCURRENTLY orders_sum_idx ON orders (status, total);
            """,
            given=SHOP,
        ),
        Bad(
            """
            CREATE INDEX CONCURRENTLY orders_sum_idx ON orders (status) INCLUDE (status, total);
                                                                                 ^^^^^^
            """,
            fixed="""
            CREATE INDEX CONCURRENTLY orders_sum_idx ON orders (status) INCLUDE (total);
            """,
            given=SHOP,
        ),
        Good("CREATE INDEX CONCURRENTLY users_email_idx ON users (name, lower(name));", given=SHOP),
        Good("CREATE INDEX CONCURRENTLY users_email_idx ON users (name, name text_pattern_ops);", given=SHOP),
    )

    def check(self, subject: CreateIndex | CreateTable, context: Context) -> Iterator[Finding]:
        """Reports the second mention of a column or expression."""
        if isinstance(subject, CreateTable):
            for index in subject.indexes:
                yield from self._twice(index.keys, context)
            return
        yield from self._twice(subject.keys, context)
        stored = {key.column.text for key in subject.keys if key.column}
        for column in subject.include:
            if column.text in stored:
                yield self._repeated(column.span, [item.span for item in subject.include], context)
            stored.add(column.text)

    def _twice(self, keys: tuple[IndexKey, ...], context: Context) -> Iterator[Finding]:
        seen: set[tuple[str, str | None, str | None]] = set()
        for key in keys:
            identity = (_text(key), key.collation, key.operator_class)
            if identity in seen:
                yield self._repeated(key.span, [item.span for item in keys], context)
            seen.add(identity)

    def _repeated(self, span: Span, items: list[Span], context: Context) -> Finding:
        edit = without_item(span, items)
        fixes = (Fix("Leave it out", (Edit.delete(edit),), FixKind.UNSAFE),) if edit else ()
        message = f"`{context.text(span)}` is in this index already"
        if context.engine.family == "mysql":
            return self.finding(span, f"{message}, so {context.product} refuses it.", *fixes, severity=Severity.ERROR)
        return self.finding(span, f"{message}.", *fixes)


def _text(key: IndexKey) -> str:
    return key.column.text if key.column else f"({normal_text(key.expression)})"
