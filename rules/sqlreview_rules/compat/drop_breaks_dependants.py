"""compat/drop-breaks-dependants."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Related, Rule, Severity
from sqlreview.operations import DropColumn, DropRoutine, DropTable, DropType, DropView, SetColumnType
from sqlreview.schema import Key
from sqlreview.schema.dependants import Dependant, dependants_of_column_type, dependants_of_drop, listed

Change = DropTable | DropView | DropColumn | DropType | DropRoutine | SetColumnType
_VIEW = "CREATE VIEW order_totals AS SELECT id, total FROM orders;\n"


class DropBreaksDependants(Rule[Change]):
    """Something still depends on the object that is dropped or retyped, so the server refuses.

    Why: PostgreSQL refuses to drop what a view, foreign key, policy, generated column, trigger or column depends on
    (2BP01), and to change the type of a column that a view, policy or generated column reads (0A000).

    Instead: drop or redefine the dependants first, and create them again afterwards.
    """

    id = "compat/drop-breaks-dependants"
    severity = Severity.ERROR
    sources = ("https://www.postgresql.org/docs/current/ddl-depend.html",)
    examples = (
        Bad(
            """
            ALTER TABLE orders DROP COLUMN total;
                               ^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            DROP VIEW order_totals;
            ALTER TABLE orders DROP COLUMN total;
            """,
            given=SHOP + _VIEW,
            sqlstate="2BP01",
        ),
        Good("DROP VIEW order_totals;", given=SHOP + _VIEW),
        Good("CREATE TABLE notes (id bigint PRIMARY KEY);\nDROP TABLE notes;", given=SHOP + _VIEW),
    )

    def check(self, subject: Change, context: Context) -> Iterator[Finding]:
        """Reports what the server refuses because of objects the history knows."""
        if getattr(subject, "cascade", False):
            return
        gone = _dropped_together(context)
        found = [item for item in _dependants(subject, context) if item.key not in gone]
        if found:
            state = "0A000" if isinstance(subject, SetColumnType) else "2BP01"
            message = f"The server refuses this ({state}): {listed(found)} {'needs' if len(found) == 1 else 'need'} it."
            related = tuple(Related(f"This is the {item}.", item.origin) for item in found[:3])
            yield self.finding(subject.span, message, *_drop_first(found, context), related=related)


def _dependants(subject: Change, context: Context) -> Iterator[Dependant]:
    if not isinstance(subject, SetColumnType):
        return dependants_of_drop(subject, context.catalog)
    table = context.catalog.table(subject.table)
    return dependants_of_column_type(table, subject.column.text, context.catalog) if table else iter(())


def _dropped_together(context: Context) -> set[Key | None]:
    """The relations that the same statement drops."""
    relations: set[Key | None] = set()
    for operation in context.statement.operations:
        if isinstance(operation, DropTable | DropView):
            name = operation.table if isinstance(operation, DropTable) else operation.view
            relations.add(context.catalog.resolve("relation", name))
    return relations


def _drop_first(found: list[Dependant], context: Context) -> Iterator[Fix]:
    if context.body is None and all(item.kind in ("view", "materialized view") for item in found):
        drops = "".join(f"DROP {item.kind.upper()} {item.name};\n" for item in found)
        yield Fix("Drop the views first", (Edit.insert(0, drops),), FixKind.GUIDANCE)
