"""keys/polymorphic-association."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations.written import words_of
from sqlreview.schema import Column, Table
from sqlreview.schema.keys import primary_key_columns
from sqlreview.schema.table_roles import holds_things, points_to

_RECORDS = frozenset(("outbox", "inbox", "notification", "notifications", "queue", "jobs", "webhook", "webhooks"))
_TEXTS = frozenset(("text", "varchar", "char", "bpchar", "enum"))


class PolymorphicAssociation(Rule[Table]):
    """A pair of type and id points at rows of several tables, so no foreign key is possible.

    Why: nothing stops a pair that points nowhere, deleting a row leaves its pairs behind, and every join needs a
    condition on the type.

    Instead: one nullable foreign key for each table with `CHECK (num_nonnulls(a_id, b_id) = 1)`, or one table of links
    for each.
    """

    id = "keys/polymorphic-association"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    examples = (
        Bad(
            """
            CREATE TABLE remarks (id bigint PRIMARY KEY, subject_type text NOT NULL, subject_id bigint NOT NULL);
                                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^
            """
        ),
        Good("CREATE TABLE audit_log (id bigint PRIMARY KEY, record_type text NOT NULL, record_id bigint NOT NULL);"),
    )

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports pairs <x>_type and <x>_id without a foreign key after the last migration, but for logs."""
        if not holds_things(subject) or not _RECORDS.isdisjoint(words_of(subject.name)):
            return
        bound = {name for key in subject.foreign_keys for name in key.columns}.union(primary_key_columns(subject))
        for column in subject.columns:
            stem = "record" if column.name == "record_id" and subject.column("table_name") else points_to(column.name)
            if stem and not column.generated and column.name not in bound and _says_kind(subject, column, stem):
                message = f"`{subject.name}.{column.name}` points to rows of several tables, which nothing checks."
                yield self.finding(column.origin, message)


def _says_kind(table: Table, column: Column, stem: str) -> bool:
    names = ("table_name",) if column.name == "record_id" else ()
    names = (*names, f"{stem}_type", f"{column.name[:-2]}Type")
    found = (table.column(name) for name in names)
    return any(item is not None and item.type is not None and item.type.name in _TEXTS for item in found)
