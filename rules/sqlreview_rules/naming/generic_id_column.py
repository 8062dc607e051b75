"""naming/generic-id-column."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import CreateTable, PrimaryKey
from sqlreview.operations.written import written_constraints


class GenericIdColumn(Rule[CreateTable]):
    """The primary key is called just id.

    Why: in a join every table has an `id`, so each needs an alias, `USING` cannot be used, and a wrong join does not
    look wrong. This is a matter of taste, so the rule is off.

    Instead: the name of the table with `_id`.
    """

    id = "naming/generic-id-column"
    engines = EVERY_ENGINE
    severity = Severity.HINT
    enabled = False
    examples = (
        Bad(
            """
            CREATE TABLE ship (id bigint PRIMARY KEY);
                               ^^
            """
        ),
        Good("CREATE TABLE ship (ship_id bigint PRIMARY KEY);"),
    )

    names: tuple[str, ...] = ("id",)
    """The names that say too little."""

    def check(self, subject: CreateTable, context: Context) -> Iterator[Finding]:
        """Reports primary keys of one column with such a name."""
        keys = [part for part in written_constraints(subject) if isinstance(part, PrimaryKey)]
        for column in subject.columns:
            is_key = any([item.text for item in key.columns] == [column.name.text] for key in keys)
            if is_key and column.name.text.lower() in self.names and not subject.temporary:
                message = f"`{column.name}` does not say that it is the key of `{subject.table.text}`."
                yield self.finding(column.name.span, message)
