"""data/protected-table."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Finding, Good, Migration, Rule
from sqlreview.operations import CreateTable, Name


class ProtectedTable(Rule[Migration]):
    """The statement changes a table that the team has put under protection.

    Why: some tables are written by others, audited, or too large for a migration; the list says which.

    Instead: talk to those who own the table, and silence the rule at the statement with the reason.
    """

    id = "data/protected-table"
    engines = EVERY_ENGINE
    enabled = False
    examples = (
        Bad(
            """
            ALTER TABLE users ADD COLUMN motto text;
                              ^^^^^^^^^^^^^^^^^^^^^
            """,
            given=SHOP,
            options={"tables": ["users"]},
        ),
        Good("ALTER TABLE users ADD COLUMN motto text;", given=SHOP),
    )

    tables: frozenset[str] = frozenset()
    """The protected tables, with their schema where it is not the usual one."""

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports what changes or writes one of these tables."""
        for step in subject.steps if self.tables else ():
            name = getattr(step.operation, "table", None)
            is_new = isinstance(step.operation, CreateTable) or not step.names_live
            if not is_new and isinstance(name, Name) and not {name.text, str(name)}.isdisjoint(self.tables):
                yield self.finding(step.at, f"`{name}` is protected by the configuration.")
