"""transactions/unnamed-concurrent-index."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Edit, Finding, Fix, Good, Rule
from sqlreview.operations import CreateIndex
from sqlreview.schema.naming import addition_of, index_column_names, object_name, quoted

_WORD = "CONCURRENTLY"


class UnnamedConcurrentIndex(Rule[CreateIndex]):
    """A concurrent index without a name cannot be found again after a failed build.

    Why: a build that fails leaves an INVALID index behind. PostgreSQL picks a new name each time (`..._idx`,
    `..._idx1`), so every retry adds one more, and no script can drop them by name.

    Instead: name it, so that the next run can `DROP INDEX CONCURRENTLY IF EXISTS` it first.
    """

    id = "transactions/unnamed-concurrent-index"
    sources = ("https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY",)
    examples = (
        Bad(
            """
            CREATE INDEX CONCURRENTLY ON orders (status);
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            CREATE INDEX CONCURRENTLY orders_status_idx ON orders (status);
            """,
            given=SHOP,
        ),
        Good("CREATE INDEX CONCURRENTLY orders_status_idx ON orders (status);", given=SHOP),
        Good(
            """
            CREATE TABLE carts (id bigint PRIMARY KEY, note text);
            CREATE INDEX ON carts (note);
            """
        ),
    )

    def check(self, subject: CreateIndex, context: Context) -> Iterator[Finding]:
        """Reports a concurrent build without a name."""
        if not subject.concurrently or subject.name is not None:
            return
        columns = index_column_names(subject.keys, (column.text for column in subject.include))
        name = quoted(object_name(subject.table.text, addition_of(columns), "idx"))
        at = context.statement.text.upper().find(_WORD, subject.index_word.end)
        fix = Fix(f"Name it {name}", (Edit.insert(at + len(_WORD), f" {name}"),))
        message = (
            f"The index on `{subject.table.text}` has no name, so a failed build cannot be dropped by the next run."
        )
        yield self.finding(subject.span, message, *([fix] if at >= 0 and len(fix.title) <= 40 else []))
