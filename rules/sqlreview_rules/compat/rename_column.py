"""compat/rename-column."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Finding, Good, Migration, Rule, Step, renamed_in_steps
from sqlreview.operations import AlterCompositeType, DropColumn, DropTable, Name, RenameColumn, RenameTable
from sqlreview.schema import Key


class RenameLiveColumn(Rule[Migration | AlterCompositeType]):
    """Renaming the column breaks code that still uses the old name.

    Why: between the migration and the last restarted instance both versions of the code run. Views follow the new
    name, but statements of the application and bodies of functions fail at their next call.

    Instead: add the new column, write both, fill it, read the new one, and drop the old one in a later release; or
    rename the table and put a view with the old names in its place.
    """

    id = "compat/rename-column"
    engines = EVERY_ENGINE
    sources = ("https://www.postgresql.org/docs/current/ddl-alter.html#DDL-ALTER-RENAMING-COLUMN",)
    examples = (
        Bad(
            """
            ALTER TABLE users RENAME COLUMN name TO full_name;
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            ALTER TABLE users ADD COLUMN full_name text;
            -- file: ...
            """,
            given=SHOP,
        ),
        Good("CREATE TABLE carts (id bigint PRIMARY KEY, n text);\nALTER TABLE carts RENAME COLUMN n TO label;"),
        Good("ALTER TABLE users RENAME CONSTRAINT users_email_key TO users_email_unique;", given=SHOP),
    )

    def check(self, subject: Migration | AlterCompositeType, context: Context) -> Iterator[Finding]:
        """Reports renamed columns of tables, views and composite types that existed before the file."""
        if isinstance(subject, AlterCompositeType):
            if subject.action == "rename" and not context.created_in_run(context.catalog.user_type(subject.type)):
                yield self.finding(subject.span, _message(subject.type, subject.attribute.text))
            return
        yield from self._taken_over(subject)
        drops = _drops(subject)
        for step in subject.steps_of(RenameColumn):
            operation = step.operation
            if not isinstance(operation, RenameColumn) or not step.names_live:
                continue
            elsewhere = drops.get((step.key, operation.new_name.text), set()) - {step.at.transaction}
            if _breaks(operation, step, subject, context, takes_over=bool(elsewhere)):
                fixes = renamed_in_steps(operation, step, subject)
                yield self.finding(step.at, _message(operation.table, operation.column.text), *fixes)

    def _taken_over(self, migration: Migration) -> Iterator[Finding]:
        """The columns that a table which is written anew has under another name."""
        for step in migration.steps_of(DropTable):
            columns = step.rebuild.columns if step.rebuild and step.names_live else ()
            names = {new for new, _ in columns}
            for old in (old for _, old in columns if old not in names):
                yield self.finding(step.at, _message(step.rebuild.home[2] if step.rebuild else "", old))


def _message(owner: Name | str, old: str) -> str:
    return f"Code that still uses `{str(owner).removeprefix('public.')}.{old}` fails as soon as this is committed."


def _breaks(operation: RenameColumn, step: Step, migration: Migration, context: Context, *, takes_over: bool) -> bool:
    old = operation.column.text
    if context.catalog.view(operation.table) is not None:  # one that stands in for the table keeps the old name alive
        return migration.before.view(operation.table) is not None
    after = context.catalog.table(operation.table)
    if after is not None and after.column(old) is not None:
        return False
    moves = ((item.new_name.text, item.table) for _, item in migration.operations(RenameTable))
    if any(new == operation.table.text and context.catalog.view(name) for new, name in moves):
        return False  # the table has moved away, and a view stands under its name
    column = step.table.column(old) if step.table else None
    return column is None or not column.origin.is_beside(step.at) or takes_over


def _drops(migration: Migration) -> dict[tuple[Key | None, str], set[int]]:
    """The transactions in which columns are dropped: readers of one find another one when its name is given anew."""
    drops: dict[tuple[Key | None, str], set[int]] = {}
    for step in migration.steps_of(DropColumn):
        if isinstance(step.operation, DropColumn):
            drops.setdefault((step.key, step.operation.column.text), set()).add(step.at.transaction)
    return drops
