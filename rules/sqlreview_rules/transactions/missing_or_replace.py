"""transactions/missing-or-replace."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Migration, Rule, Severity, Span
from sqlreview.operations import CreateRoutine, CreateTrigger, CreateView, DropRoutine, DropTrigger, DropView, Operation


class MissingOrReplace(Rule[Migration]):
    """A script that is run again stops at a view, routine or trigger that is there already.

    Why: scripts of views and routines are kept as files that are run whenever they change. Without OR REPLACE the
    second run fails; migrations that run once are left out.

    Instead: `CREATE OR REPLACE`, or `DROP ... IF EXISTS` before it, which also allows other columns and arguments.
    """

    id = "transactions/missing-or-replace"
    engines = ("postgres", "mysql", "mariadb")
    severity = Severity.HINT
    enabled = False
    versions = "triggers: postgres >= 14, mariadb; routines: postgres, mariadb"
    sources = ("https://www.postgresql.org/docs/current/sql-createview.html",)
    examples = (
        Bad(
            """
            -- file: R__totals.sql
            CREATE VIEW totals AS SELECT 1 AS a;
            ^^^^^^
            """,
            fixed="""
            -- file: R__totals.sql
            CREATE OR REPLACE VIEW totals AS SELECT 1 AS a;
            """,
        ),
        Good(
            """
            -- file: R__totals.sql
            DROP VIEW IF EXISTS totals;
            CREATE VIEW totals AS SELECT 1 AS a;
            """
        ),
        Good("-- file: V7__totals.sql\nCREATE VIEW totals AS SELECT 1 AS a;"),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports what the file creates, neither replaces nor drops first, and is not versioned."""
        if subject.is_versioned or subject.is_dump:
            return
        dropped = {("view", item.view.text): place for place, item in subject.operations(DropView)}
        dropped |= {("routine", item.name.text): place for place, item in subject.operations(DropRoutine)}
        dropped |= {("trigger", item.name.text): place for place, item in subject.operations(DropTrigger)}
        for position, operation in subject.operations(*_KINDS):
            found = _created(operation, context)
            if found is None or dropped.get(found, position) < position:
                continue
            text = subject.statements[position].text
            if text[:6].upper() == "CREATE":
                at = subject.origins[position].within(Span(0, 6))
                fix = Fix("Insert OR REPLACE", (Edit.insert(6, " OR REPLACE"),), FixKind.UNSAFE)
                yield self.finding(at, f"Run a second time, this fails because `{found[1]}` is there already.", fix)


_KINDS: tuple[type[Operation], ...] = (CreateView, CreateRoutine, CreateTrigger)


def _created(operation: Operation, context: Context) -> tuple[str, str] | None:
    """Kind and name of what cannot be created twice, and could be where OR REPLACE were written."""
    is_mysql, is_postgres = context.engine.name == "mysql", context.engine.family == "postgres"
    match operation:
        case CreateView(or_replace=False, if_not_exists=False, view=view):
            return "view", view.text
        case CreateRoutine(or_replace=False, name=name) if not is_mysql:
            return "routine", name.text
        case CreateTrigger(or_replace=False, if_not_exists=False, constraint=False, name=trigger):
            can_replace = context.version >= 14 if is_postgres else not is_mysql
            return ("trigger", trigger.text) if can_replace else None
    return None
