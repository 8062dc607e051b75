"""indexes/duplicate-index-column."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Span
from sqlreview.operations import CreateIndex, IndexKey
from sqlreview.operations.written import normal_text, without_item


class DuplicateIndexColumn(Rule[CreateIndex]):
    """An index lists the same column twice.

    Why: PostgreSQL accepts it without a word and stores the value twice in every entry; nothing can use the second.

    Instead: leave it out. Most often another column was meant.
    """

    id = "indexes/duplicate-index-column"
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

    def check(self, subject: CreateIndex, context: Context) -> Iterator[Finding]:
        """Reports the second mention of a column or expression."""
        seen: set[tuple[str, str | None, str | None]] = set()
        for key in subject.keys:
            identity = (_text(key), key.collation, key.operator_class)
            if identity in seen:
                yield self._repeated(key.span, [item.span for item in subject.keys], context)
            seen.add(identity)
        stored = {key.column.text for key in subject.keys if key.column}
        for column in subject.include:
            if column.text in stored:
                yield self._repeated(column.span, [item.span for item in subject.include], context)
            stored.add(column.text)

    def _repeated(self, span: Span, items: list[Span], context: Context) -> Finding:
        edit = without_item(span, items)
        fixes = (Fix("Leave it out", (Edit.delete(edit),), FixKind.UNSAFE),) if edit else ()
        return self.finding(span, f"`{context.text(span)}` is in this index already.", *fixes)


def _text(key: IndexKey) -> str:
    return key.column.text if key.column else f"({normal_text(key.expression)})"
