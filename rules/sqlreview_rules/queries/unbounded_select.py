"""queries/unbounded-select."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.queries import Select
from sqlreview.schema.resolution import is_system_relation
from sqlreview.schema.row_counts import is_single_row


class UnboundedSelect(Rule[Select]):
    """The query can return every row of the table.

    Why: what is quick with a hundred rows fills the memory of the program with ten million.

    Instead: a condition, or LIMIT with an ORDER BY.
    """

    id = "queries/unbounded-select"
    engines = EVERY_ENGINE
    severity = Severity.HINT
    enabled = False
    examples = (
        Bad(
            """
            SELECT id, email FROM users ORDER BY id;
            ^^^^^^
            """,
            given=SHOP,
        ),
        Good("SELECT id, email FROM users ORDER BY id LIMIT 100;", given=SHOP),
        Good("SELECT count(*) FROM users;", given=SHOP),
    )

    tables: frozenset[str] = frozenset()
    """Tables that stay small."""

    def check(self, subject: Select, context: Context) -> Iterator[Finding]:
        """Reports queries for a program that have neither WHERE nor LIMIT; those of views and routines are parts."""
        if subject.role != "statement" or context.body is not None or subject.into:
            return
        if subject.where or subject.limit or is_single_row(subject, context.catalog):
            return
        names = [source.name for source in subject.sources if source.kind == "table" and source.name]
        large = [name for name in names if not is_system_relation(name) and name.text not in self.tables]
        if large and all(source.kind == "table" for source in subject.sources):
            yield self.finding(subject.keyword, f"The query can return every row of `{large[0]}`.")
