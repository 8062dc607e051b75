"""keys/repeated-key-column."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.operations import AddForeignKey, AddPrimaryKey, AddUnique, CreateTable, ForeignKey, PrimaryKey, Unique
from sqlreview.operations.written import without_item, written_constraints


class RepeatedKeyColumn(Rule[CreateTable | AddPrimaryKey | AddUnique | AddForeignKey]):
    """A column appears twice in one key.

    Why: PostgreSQL, MySQL and MariaDB refuse it; SQLite takes it. The second one mostly was to be another column,
    without which the key allows too little.

    Instead: each column once.
    """

    id = "keys/repeated-key-column"
    engines = EVERY_ENGINE
    severity = Severity.ERROR
    sources = ("measured on PostgreSQL 15, MariaDB 10.11 and SQLite 3.40",)
    examples = (
        Bad(
            """
            CREATE TABLE pairs (a bigint NOT NULL, b bigint NOT NULL, PRIMARY KEY (a, a));
                                                                                      ^
            """,
            fixed="""
            CREATE TABLE pairs (a bigint NOT NULL, b bigint NOT NULL, PRIMARY KEY (a));
            """,
            sqlstate="42701",
        ),
        Good("CREATE TABLE pairs (a bigint NOT NULL, b bigint NOT NULL, PRIMARY KEY (a, b));"),
    )

    def check(
        self, subject: CreateTable | AddPrimaryKey | AddUnique | AddForeignKey, context: Context
    ) -> Iterator[Finding]:
        """Reports the second mention in the column list of a key."""
        kind = FixKind.UNSAFE if context.engine.family == "sqlite" else FixKind.SAFE
        for constraint in written_constraints(subject):
            if not isinstance(constraint, PrimaryKey | Unique | ForeignKey):
                continue
            seen: set[str] = set()
            spans = [column.span for column in constraint.columns]
            for column in constraint.columns:
                if column.text in seen:
                    gap = without_item(column.span, spans)
                    is_foreign = isinstance(constraint, ForeignKey) or any(key.length for key in constraint.keys)
                    fixes = (Fix("Remove it", (Edit.delete(gap),), kind),) if gap and not is_foreign else ()
                    yield self.finding(column.span, f"`{column}` is in this key twice.", *fixes)
                seen.add(column.text)
