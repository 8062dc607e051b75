"""keys/foreign-key-without-on-delete."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Edit, Finding, Fix, Good, Rule, Severity
from sqlreview.operations import AddColumn, AddForeignKey, CreateTable, ForeignKey
from sqlreview.operations.written import written_constraints


class ForeignKeyWithoutOnDelete(Rule[CreateTable | AddColumn | AddForeignKey]):
    """A foreign key does not say what happens when the parent row is deleted.

    Why: the reader cannot tell whether NO ACTION, the default of every engine, was chosen or nobody thought of it.

    Instead: write ON DELETE with RESTRICT, NO ACTION, CASCADE or SET NULL.
    """

    id = "keys/foreign-key-without-on-delete"
    engines = EVERY_ENGINE
    severity = Severity.HINT
    enabled = False
    examples = (
        Bad(
            """
            CREATE TABLE pets (id bigint PRIMARY KEY, owner bigint NOT NULL REFERENCES owners (id));
                                                                            ^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            CREATE TABLE pets (id bigint PRIMARY KEY, owner bigint NOT NULL REFERENCES owners (id) ON DELETE NO ACTION);
            """,
            given="CREATE TABLE owners (id bigint PRIMARY KEY);",
        ),
        Good(
            """
            CREATE TABLE pets (id bigint PRIMARY KEY, owner bigint NOT NULL REFERENCES owners (id) ON DELETE RESTRICT);
            CREATE INDEX pets_owner_idx ON pets (owner);
            """,
            given="CREATE TABLE owners (id bigint PRIMARY KEY);",
        ),
    )

    def check(self, subject: CreateTable | AddColumn | AddForeignKey, context: Context) -> Iterator[Finding]:
        """Reports foreign keys without ON DELETE, and offers to write the default."""
        for item in written_constraints(subject):
            if isinstance(item, ForeignKey) and item.on_delete is None:
                end = (item.referenced_columns[-1].span if item.referenced_columns else item.referenced.span).end
                at = context.statement.text.find(")", end) + 1 if item.referenced_columns else end
                # MariaDB tells the two apart in its catalog, though they mean the same there
                default = "RESTRICT" if context.engine.family == "mysql" else "NO ACTION"
                fix = Fix(f"Write ON DELETE {default}", (Edit.insert(at, f" ON DELETE {default}"),))
                message = f"It is not said what happens when a row of `{item.referenced.text}` is deleted."
                yield self.finding(item.span, message, fix)
