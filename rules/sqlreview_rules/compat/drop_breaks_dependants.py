"""compat/drop-breaks-dependants."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Related, Rule, Severity
from sqlreview.operations import DropColumn, DropRoutine, DropTable, DropType, DropView, RenameColumn, SetColumnType
from sqlreview.schema import dependants as uses

Change = DropTable | DropView | DropColumn | DropType | DropRoutine | SetColumnType | RenameColumn
_VIEW = "CREATE VIEW order_totals AS SELECT id, total FROM orders;\n"


class DropBreaksDependants(Rule[Change]):
    """Something still depends on the object that is dropped or retyped, so the server refuses, or it fails later.

    Why: PostgreSQL refuses to drop what a view, foreign key, policy, generated column, trigger or column depends on
    (2BP01), and to change the type of a column that a view, policy or generated column reads (0A000). MySQL and MariaDB
    refuse it for foreign keys and generated columns; their views, and those of SQLite, stay behind and fail.

    Instead: drop or redefine the dependants first, and create them again afterwards.
    """

    id = "compat/drop-breaks-dependants"
    engines = EVERY_ENGINE
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
    )

    def check(self, subject: Change, context: Context) -> Iterator[Finding]:
        """Reports what the server refuses because of objects the history knows."""
        follows = getattr(subject, "cascade", False) or isinstance(subject, RenameColumn)
        if follows and context.engine.family == "postgres":
            return
        gone = uses.dropped_together(context.statement.operations, context.catalog)
        found = [item for item in _dependants(subject, context) if item.key not in gone]
        if context.engine.family != "postgres":
            yield from self._elsewhere(subject, found, context)
        elif found:
            state = "0A000" if isinstance(subject, SetColumnType) else "2BP01"
            message = f"The server refuses this ({state}): {uses.listed(found)} {'need' if found[1:] else 'needs'} it."
            related = tuple(Related(f"This is the {item}.", item.origin) for item in found[:3])
            yield self.finding(subject.span, message, *_drop_first(found, context), related=related)

    def _elsewhere(self, subject: Change, found: list[uses.Dependant], context: Context) -> Iterator[Finding]:
        """What MySQL and SQLite refuse, and the views they leave behind; SQLite's columns have a rule of their own."""
        is_sqlite = context.engine.family == "sqlite"
        if context.rebuild or not isinstance(
            subject, DropTable if is_sqlite else DropTable | DropColumn | RenameColumn
        ):
            return
        unchecked = (
            is_sqlite
            or isinstance(subject, RenameColumn)
            or context.session.setting("foreign_key_checks") in ("0", "OFF", "off")
        )
        views = [item for item in found if item.kind == "view"]
        others = [] if unchecked else [item for item in found if item.kind in ("foreign key", "generated column")]
        broken = others or ([] if getattr(subject, "if_exists", False) else views)
        if broken:
            refused = f"{context.product} refuses this: {uses.listed(broken)} {'need' if broken[1:] else 'needs'} it."
            message = refused if others else f"From here on {uses.listed(broken)} cannot be read."
            related = tuple(Related(f"This is the {item}.", item.origin) for item in broken[:3])
            yield self.finding(subject.span, message, related=related, severity=None if others else Severity.WARNING)


def _dependants(subject: Change, context: Context) -> Iterator[uses.Dependant]:
    if not isinstance(subject, SetColumnType | RenameColumn):
        return uses.dependants_of_drop(subject, context.catalog)
    table = context.catalog.table(subject.table)
    return uses.dependants_of_column_type(table, subject.column.text, context.catalog) if table else iter(())


def _drop_first(found: list[uses.Dependant], context: Context) -> Iterator[Fix]:
    if context.body is None and all(item.kind in ("view", "materialized view") for item in found):
        drops = "".join(f"DROP {item.kind.upper()} {item.name};\n" for item in found)
        yield Fix("Drop the views first", (Edit.insert(0, drops),), FixKind.GUIDANCE)
