"""keys/foreign-key-forbidden."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Good, Rule
from sqlreview.operations import AddColumn, AddForeignKey, CreateTable, ForeignKey
from sqlreview.operations.written import written_constraints


class ForeignKeyForbidden(Rule[CreateTable | AddColumn | AddForeignKey]):
    """The project forbids foreign keys.

    Why: tools that change schemas while they are in use, and proxies that spread tables over servers, often cannot
    handle them; a team that relies on such a tool wants none to slip in.

    Instead: an index on the column, and the check in the program.
    """

    id = "keys/foreign-key-forbidden"
    engines = EVERY_ENGINE
    enabled = False
    examples = (
        Bad(
            """
            CREATE TABLE pets (id bigint PRIMARY KEY, owner_id bigint REFERENCES owners (id));
                                                                      ^^^^^^^^^^^^^^^^^^^^^^
            """,
            given="CREATE TABLE owners (id bigint PRIMARY KEY);",
        ),
        Good("CREATE TABLE pets (id bigint PRIMARY KEY, owner_no bigint NOT NULL);"),
    )

    def check(self, subject: CreateTable | AddColumn | AddForeignKey, context: Context) -> Iterator[Finding]:
        """Reports every foreign key that a statement writes and the engine keeps."""
        for item in written_constraints(subject):
            if isinstance(item, ForeignKey):
                yield self.finding(item.span, f"`{subject.table.text}` gets a foreign key to `{item.referenced.text}`.")
