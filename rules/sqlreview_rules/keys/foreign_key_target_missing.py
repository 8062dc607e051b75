"""keys/foreign-key-target-missing."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Finding, Good, Migration, Rule, Severity
from sqlreview.operations import AddColumn, AddForeignKey, CreateTable, DropTable, ForeignKey, RenameTable, SetSetting
from sqlreview.operations.written import written_constraints

_Carrier = CreateTable | AddColumn | AddForeignKey


class ForeignKeyTargetMissing(Rule[CreateTable | AddColumn | AddForeignKey | Migration]):
    """A foreign key refers to a table or column that does not exist at that point.

    Why: the server looks the target up when the constraint is made and refuses the statement; MySQL and MariaDB do not
    while `foreign_key_checks` is off. SQLite only fails when rows are written.

    Instead: create the parent first, or add the foreign key with ALTER TABLE when both tables are there.
    """

    id = "keys/foreign-key-target-missing"
    engines = EVERY_ENGINE
    severity = Severity.ERROR
    examples = (
        Bad(
            """
            CREATE TABLE pets (id bigint PRIMARY KEY, owner_id bigint NOT NULL UNIQUE REFERENCES owners (id));
                                                                                      ^^^^^^^^^^^^^^^^^^^^^^
            CREATE TABLE owners (id bigint PRIMARY KEY);
            """,
            sqlstate="42P01",
        ),
        Bad(
            """
            ALTER TABLE orders ADD FOREIGN KEY (product_id) REFERENCES products (product_id) NOT VALID;
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=SHOP,
            sqlstate="42703",
        ),
        Good(
            """
            CREATE TABLE owners (id bigint PRIMARY KEY, boss_id bigint UNIQUE REFERENCES owners (id));
            CREATE TABLE pets (id bigint PRIMARY KEY, owner_id bigint NOT NULL UNIQUE REFERENCES owners (id));
            """
        ),
    )

    complete: bool = False
    """Whether the migrations create every table, so that an unknown one is an error."""

    def check(self, subject: _Carrier | Migration, context: Context) -> Iterator[Finding]:
        """Reports references to missing columns at once, and those to later tables when the file has been read."""
        if isinstance(subject, Migration):
            yield from () if _is_looked_up_late(subject, context) else self._too_early(subject, context.product)
            return
        for part in written_constraints(subject):
            problem = self._problem(part, subject, context) if isinstance(part, ForeignKey) else None
            if problem:
                yield self.finding(part.span, problem)

    def _problem(self, key: ForeignKey, subject: _Carrier, context: Context) -> str | None:
        name, wanted = key.referenced.text, key.referenced_columns
        parent = context.catalog.table(key.referenced)
        if wanted and len(wanted) != len(key.columns):
            return f"Foreign key and target have {len(key.columns)} and {len(wanted)} columns, which no server accepts."
        if key.referenced == subject.table and not isinstance(subject, AddForeignKey):
            return None
        if parent is not None and parent.complete and parent.columns:
            missing = next((column.text for column in wanted if parent.column(column.text) is None), None)
            return f"`{name}` has no column `{missing}` to refer to." if missing else None
        is_known = context.catalog.resolve("relation", key.referenced) is not None if parent is None else parent.created
        return f"No migration creates `{name}`." if self.complete and not is_known else None

    def _too_early(self, migration: Migration, product: str) -> Iterator[Finding]:
        replaced = {item.table for _, item in migration.operations(DropTable)}
        replaced |= {item.table for _, item in migration.operations(RenameTable)}
        creations = reversed(migration.operations(CreateTable))
        created = {item.table: number for number, item in creations if not item.if_not_exists}
        for number, statement in enumerate(migration.statements if created else ()):
            for key in statement.foreign_keys:
                if created.get(key.referenced, 0) > number and key.referenced not in replaced:
                    message = f"`{key.referenced.text}` is created later, so {product} refuses the reference here."
                    yield self.finding(migration.origins[number].within(key.span), message)


def _is_looked_up_late(migration: Migration, context: Context) -> bool:
    """Whether SQLite or a MySQL that is told so, as dumps do, takes any target."""
    told = any(item.name == "foreign_key_checks" for _, item in migration.operations(SetSetting))
    return told or context.engine.family == "sqlite"
