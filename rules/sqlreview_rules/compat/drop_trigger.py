"""compat/drop-trigger."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Finding, Good, Migration, Rule, Severity
from sqlreview.operations import CreateTrigger, DropColumn, DropTable, DropTrigger
from sqlreview.schema import Table, Trigger, View

_AUDIT = f"""{SHOP}
CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER audit_orders BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION audit();
"""


class DropTriggerInUse(Rule[Migration]):
    """A trigger is dropped, and what it did to every written row ends.

    Why: audit rows, derived columns and checks that the trigger wrote or made are missing from here on, and no
    statement fails that would tell.

    Instead: drop it when the application does its work, or create it again in the same migration; PostgreSQL 14 and
    later have `CREATE OR REPLACE TRIGGER`.
    """

    id = "compat/drop-trigger"
    engines = ("postgres", "mysql", "mariadb")
    severity = Severity.INFO
    sources = ("https://www.postgresql.org/docs/current/sql-droptrigger.html",)
    examples = (
        Bad(
            """
            DROP TRIGGER audit_orders ON orders;
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=_AUDIT,
        ),
        Good(
            """
            DROP TRIGGER IF EXISTS audit_orders ON orders;
            CREATE TRIGGER audit_orders AFTER UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION audit();
            """,
            given=_AUDIT,
        ),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports triggers that the file found and does not make again, of tables and columns that stay."""
        created = [item for _, item in subject.operations(CreateTrigger)]
        made = {item.name.text for item in created}
        changed = {item.table.text for _, item in subject.operations(DropColumn, DropTable)}
        for position, operation in subject.operations(DropTrigger):
            owner = _owner(operation, subject)
            is_known = owner is not None and _trigger(owner, operation) is not None
            if operation.name.text in made or not (is_known or (not operation.if_exists and _may_be_there(owner))):
                continue
            table = operation.table.text if operation.table else owner.name if owner else ""
            successors = any(item.table.text == table and _shares_event(item, owner, operation) for item in created)
            if table in changed or successors or context.created_in_run(owner):
                continue
            of = f" on `{table}`" if table else ""
            at = subject.origins[position].within(operation.span)
            yield self.finding(at, f"What the trigger `{operation.name}`{of} did to written rows is not done any more.")


def _owner(drop: DropTrigger, migration: Migration) -> Table | View | None:
    """The table or view of the trigger as the file finds it; MySQL names none."""
    if drop.table is not None:
        return migration.before.table(drop.table) or migration.before.view(drop.table)
    return next((table for table in migration.before.all(Table) if _trigger(table, drop) is not None), None)


def _shares_event(created: CreateTrigger, owner: Table | View | None, drop: DropTrigger) -> bool:
    """Whether a new trigger of the table can do what the old one did."""
    old = _trigger(owner, drop) if owner is not None else None
    return old is None or not set(old.events).isdisjoint(created.events)


def _may_be_there(owner: Table | View | None) -> bool:
    return not isinstance(owner, Table) or not owner.complete


def _trigger(owner: Table | View, drop: DropTrigger) -> Trigger | None:
    return next((trigger for trigger in owner.triggers if trigger.name == drop.name.text), None)
