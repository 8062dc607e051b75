"""queries/self-assignment."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule
from sqlreview.operations.written import without_item
from sqlreview.queries import Assignment, Insert, Query, Update


class SelfAssignment(Rule[Update | Insert]):
    """A column is set to its own value.

    Why: the row is written again, with all that follows from it, and nothing changes. Mostly the value was to be a
    parameter or a column of another table.

    Instead: assign the value that is meant, or leave the column out.
    """

    id = "queries/self-assignment"
    engines = EVERY_ENGINE
    examples = (
        Bad(
            """
            UPDATE orders SET status = 'paid', note = note WHERE id = 5;
                                               ^^^^^^^^^^^
            """,
            fixed="""
            UPDATE orders SET status = 'paid' WHERE id = 5;
            """,
            given=SHOP,
        ),
        Good("UPDATE orders SET status = 'paid', note = $1 WHERE id = 5;", given=SHOP),
    )

    def check(self, subject: Update | Insert, context: Context) -> Iterator[Finding]:
        """Reports assignments of UPDATE and ON CONFLICT."""
        assignments = _assignments(subject)
        for assignment in assignments:
            if not _is_own(assignment, subject, context):
                continue
            gap = without_item(assignment.span, [item.span for item in assignments])
            fixes = (Fix("Remove the assignment", (Edit.delete(gap),), FixKind.UNSAFE),) if gap else ()
            message = f"`{assignment.columns[0]}` is set to the value it has."
            yield self.finding(assignment.span, message, *fixes)


def _assignments(query: Update | Insert) -> tuple[Assignment, ...]:
    if isinstance(query, Update):
        return query.assignments
    found = query.on_conflict.assignments if query.on_conflict else ()
    return found if len(found) > 1 else ()  # one alone is there to have RETURNING or no error


def _is_own(assignment: Assignment, query: Update | Insert, context: Context) -> bool:
    column = assignment.value.column
    if column is None or len(assignment.columns) != 1 or column.column != assignment.columns[0].text:
        return False
    if column.qualifier is None:
        # a routine may have a variable of that name
        is_certain = len(query.sources) == 1 and context.body is None
    else:
        is_certain = column.qualifier == query.target.exposed_name and _has_one_target(query, context)
    return is_certain and not _stops_the_clock(column.column, query, context)


def _has_one_target(query: Query, context: Context) -> bool:
    return context.engine.family != "mysql" or len(query.sources) == 1


def _stops_the_clock(name: str, query: Update | Insert, context: Context) -> bool:
    """Whether the assignment keeps MySQL from setting the column to the present time."""
    table = context.catalog.table(query.target.name) if query.target.name else None
    column = table.column(name) if table else None
    if column is None:
        return context.engine.family == "mysql" and name.lower().startswith(("updated", "modified", "changed"))
    return column.on_update is not None or (column.type is not None and column.type.name == "timestamp")
