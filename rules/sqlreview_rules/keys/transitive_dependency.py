"""keys/transitive-dependency."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Good, Related, Rule, Severity
from sqlreview.schema import Table
from sqlreview.schema.repeated_facts import copied_attributes
from sqlreview.schema.table_roles import holds_things


class TransitiveDependency(Rule[Table]):
    """A column repeats an attribute of the row that a foreign key already points to.

    Why: when the name of the depot changes, the copies keep the old one, and two rows about one depot disagree.

    Instead: read it through the foreign key. Where the value of that moment is meant, as in an invoice, say so in a
    comment that contains "snapshot".
    """

    id = "keys/transitive-dependency"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    examples = (
        Bad(
            """
            CREATE TABLE vans (
                id bigint PRIMARY KEY,
                depot_id bigint NOT NULL REFERENCES depots (id),
                depot_name text NOT NULL
                ^^^^^^^^^^^^^^^^^^^^^^^^
            );
            """,
            given="CREATE TABLE depots (id bigint PRIMARY KEY, name text NOT NULL);",
        ),
        Good(
            """
            CREATE TABLE vans (id bigint PRIMARY KEY, depot_id bigint NOT NULL REFERENCES depots (id));
            CREATE INDEX vans_depot_id_idx ON vans (depot_id);
            """,
            given="CREATE TABLE depots (id bigint PRIMARY KEY, name text NOT NULL);",
        ),
    )

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports columns that a table shares with one that its foreign keys point to, but for parts of its key."""
        if not holds_things(subject):
            return
        key = subject.primary_key.columns if subject.primary_key else ()
        for column, parent, name in copied_attributes(subject, context.catalog):
            if not (
                len(key) > 1
                and parent.key in {item.referenced for item in subject.foreign_keys if set(item.columns) <= set(key)}
            ):
                message = f"`{subject.name}.{column.name}` repeats `{parent.name}.{name}`, which may change."
                related = (Related(f"`{parent.name}` is created here", parent.origin),)
                yield self.finding(column.origin, message, related=related)
