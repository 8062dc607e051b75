"""compat/drop-breaks-dependants."""

from collections.abc import Iterator

from sqlreview import (
    EVERY_ENGINE,
    SHOP,
    Bad,
    Context,
    Edit,
    Finding,
    Fix,
    FixKind,
    Good,
    Migration,
    Related,
    Rule,
    Severity,
    broken_elsewhere,
    broken_routines,
)
from sqlreview.operations import DropColumn, DropRoutine, DropTable, DropType, DropView, RenameColumn, SetColumnType
from sqlreview.schema import dependants as uses

Change = DropTable | DropView | DropColumn | DropType | DropRoutine | SetColumnType | RenameColumn
_VIEW = "CREATE VIEW order_totals AS SELECT id, total FROM orders;\n"


class DropBreaksDependants(Rule[Change | Migration]):
    """Something still depends on the object that is dropped or retyped, so the server refuses, or it fails later.

    Why: PostgreSQL refuses to drop what a view, foreign key, policy, generated column, trigger or column depends on
    (2BP01), and to change the type of a column that a view, policy or generated column reads (0A000). MySQL and MariaDB
    refuse it for foreign keys and generated columns; their views, and those of SQLite, stay behind and fail. No server
    looks into the bodies of functions: one that names what is gone fails when it is called.

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

    def check(self, subject: Change | Migration, context: Context) -> Iterator[Finding]:
        """Reports what the server refuses because of objects the history knows, and functions that fail later."""
        if isinstance(subject, Migration):
            for item in broken_routines(subject, context):
                message = f"From here on the {item.routine.kind} `{item.routine.name}` fails: it uses `{item.missing}`."
                made = Related("It is made here.", item.routine.origin)
                yield self.finding(item.at, message, related=(made,), severity=Severity.WARNING)
            return
        follows = getattr(subject, "cascade", False) or isinstance(subject, RenameColumn)
        if follows and context.engine.family == "postgres":
            return
        gone = uses.dropped_together(context.statement.operations, context.catalog)
        found = [item for item in uses.dependants_of_change(subject, context.catalog) if item.key not in gone]
        if context.engine.family != "postgres":
            broken, message, severity = broken_elsewhere(subject, found, context)
            related = tuple(Related(f"This is the {item}.", item.origin) for item in broken[:3])
            yield from [self.finding(subject.span, message, related=related, severity=severity)] if broken else []
        elif found:
            state = "0A000" if isinstance(subject, SetColumnType) else "2BP01"
            message = f"The server refuses this ({state}): {uses.listed(found)} {'need' if found[1:] else 'needs'} it."
            related = tuple(Related(f"This is the {item}.", item.origin) for item in found[:3])
            yield self.finding(subject.span, message, *_drop_first(found, context), related=related)


def _drop_first(found: list[uses.Dependant], context: Context) -> Iterator[Fix]:
    if context.body is None and all(item.kind in ("view", "materialized view") for item in found):
        drops = "".join(f"DROP {item.kind.upper()} {item.name};\n" for item in found)
        yield Fix("Drop the views first", (Edit.insert(0, drops),), FixKind.GUIDANCE)
