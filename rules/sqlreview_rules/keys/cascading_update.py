"""keys/cascading-update."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import AddColumn, AddForeignKey, CreateTable, ForeignKey
from sqlreview.operations.written import words_of, written_constraints

_CODES = frozenset(("code", "iso", "country", "currency", "language", "locale"))


class CascadingUpdate(Rule[CreateTable | AddColumn | AddForeignKey]):
    """ON UPDATE CASCADE rewrites child rows when a key changes.

    Why: a key that changes is no key; one UPDATE of the parent becomes as many as there are children, in tables that
    its author may not know.

    Instead: a key that never changes, with the value that may as a plain unique column.
    """

    id = "keys/cascading-update"
    engines = EVERY_ENGINE
    severity = Severity.HINT
    enabled = False
    examples = (
        Bad(
            """
            CREATE TABLE pets (id bigint PRIMARY KEY, owner bigint REFERENCES owners (id) ON UPDATE CASCADE);
                                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given="CREATE TABLE owners (id bigint PRIMARY KEY);",
        ),
        Good("CREATE TABLE pets (id bigint PRIMARY KEY, owner bigint NOT NULL);"),
    )

    def check(self, subject: CreateTable | AddColumn | AddForeignKey, context: Context) -> Iterator[Finding]:
        """Reports foreign keys with the clause, but for those to codes of a standard."""
        for item in written_constraints(subject):
            if isinstance(item, ForeignKey) and item.on_update == "CASCADE":
                names = (*item.columns, *item.referenced_columns)
                if _CODES.isdisjoint({word for name in names for word in words_of(name.text)[-1:]}):
                    message = f"A new key in `{item.referenced.text}` rewrites rows of `{subject.table.text}`."
                    yield self.finding(item.span, message)
