"""keys/table-inheritance."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import Check, CreateTable, SetInheritance


class TableInheritance(Rule[CreateTable | SetInheritance]):
    """Table inheritance does not inherit keys, so uniqueness and references stop at each table.

    Why: the same primary key can stand in the parent and in a child, a SELECT from the parent returns both rows, and a
    foreign key to the parent does not see the rows of its children.

    Instead: declarative partitioning for the parts of one table; for kinds of one thing a shared table and one table
    for each kind with a foreign key to it.
    """

    id = "keys/table-inheritance"
    sources = ("https://www.postgresql.org/docs/current/ddl-inherit.html#DDL-INHERIT-CAVEATS",)
    examples = (
        Bad(
            """
            CREATE TABLE trucks (payload int NOT NULL, PRIMARY KEY (id)) INHERITS (vehicles);
                         ^^^^^^
            """,
            given="CREATE TABLE vehicles (id bigint PRIMARY KEY);",
        ),
        Good(
            "CREATE TABLE trucks (vehicle_id bigint PRIMARY KEY REFERENCES vehicles (id), payload int NOT NULL);",
            given="CREATE TABLE vehicles (id bigint PRIMARY KEY);",
        ),
    )

    def check(self, subject: CreateTable | SetInheritance, context: Context) -> Iterator[Finding]:
        """Reports what makes a table a child; parts of a table that CHECKs tell apart, as before version 10, softly."""
        if isinstance(subject, SetInheritance):
            if subject.inherits and subject.parent is not None:
                message = f"`{subject.table.text}` will share no key with `{subject.parent.text}`."
                yield self.finding(subject.span, message)
            return
        if not subject.inherits or subject.temporary:
            return
        is_part = not subject.columns and any(isinstance(item, Check) for item in subject.constraints)
        parents = ", ".join(f"`{name.text}`" for name in subject.inherits)
        message = f"`{subject.table.text}` inherits columns, but no keys from {parents}."
        yield self.finding(subject.table.span, message, severity=Severity.INFO if is_part else None)
