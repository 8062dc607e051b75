"""queries/and-in-set-list."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity, Span
from sqlreview.queries import Assignment, Insert, Merge, Predicate, Update

_LAMPS = "CREATE TABLE lamps (id bigint PRIMARY KEY, is_on boolean NOT NULL, room_id bigint NOT NULL, watts integer);"


class AndInSetList(Rule[Update | Insert | Merge]):
    """AND joins two assignments, so the first column receives a boolean.

    Why: `SET a = true AND b = 4` sets a to the truth of "true and b is 4" and leaves b alone. MySQL, MariaDB and
    SQLite store 0 or 1; PostgreSQL accepts it when a is boolean.

    Instead: a comma between the assignments; brackets around a boolean value that is meant.
    """

    id = "queries/and-in-set-list"
    engines = EVERY_ENGINE
    severity = Severity.ERROR
    examples = (
        Bad(
            """
            UPDATE lamps SET is_on = true AND room_id = 4 WHERE id = 9;
                                     ^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            UPDATE lamps SET is_on = true, room_id = 4 WHERE id = 9;
            """,
            given=_LAMPS,
        ),
        Bad(
            """
            UPDATE lamps SET watts = 40 AND room_id = 4 WHERE id = 9;
                                     ^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            UPDATE lamps SET watts = 40, room_id = 4 WHERE id = 9;
            """,
            given=_LAMPS,
            sqlstate="42804",
        ),
        Good("UPDATE lamps SET is_on = true, room_id = 4 WHERE id = 9;", given=_LAMPS),
        Good("UPDATE lamps SET is_on = (watts > 5 AND room_id = 4) WHERE id = 9;", given=_LAMPS),
        Good("UPDATE lamps SET is_on = watts > 5 AND room_id = 4 WHERE id = 9;", given=_LAMPS),
    )

    def check(self, subject: Update | Insert | Merge, context: Context) -> Iterator[Finding]:
        """Reports assigned values such as `true AND b = 4`."""
        for assignment in _assignments(subject):
            predicate = assignment.value.predicate
            if predicate is None or assignment.value.parenthesised or predicate.kind not in ("and", "or"):
                continue
            first, *rest = predicate.operands
            if first.kind == "truth" and any(_is_assignment(operand) for operand in rest):
                column = assignment.columns[0]
                message = f"`{column}` receives the truth of the whole expression, and nothing else is assigned."
                yield self.finding(assignment.value.span, message, *_fixes(predicate, context))


def _assignments(subject: Update | Insert | Merge) -> Iterator[Assignment]:
    match subject:
        case Update(assignments=assignments):
            yield from assignments
        case Insert(on_conflict=conflict) if conflict:
            yield from conflict.assignments
        case Merge(actions=actions):
            yield from (assignment for action in actions for assignment in action.assignments)


def _is_assignment(operand: Predicate) -> bool:
    return operand.kind == "equality" and not operand.parenthesised and bool(operand.left and operand.left.column)


def _fixes(predicate: Predicate, context: Context) -> Iterator[Fix]:
    if predicate.kind != "and" or not all(_is_assignment(operand) for operand in predicate.operands[1:]):
        return
    edits = []
    for word in predicate.connectors:
        start = word.start
        while context.statement.text[start - 1].isspace():
            start -= 1
        edits.append(Edit.replace(Span(start, word.end), ","))
    yield Fix("Separate the assignments by commas", tuple(edits), FixKind.UNSAFE)
