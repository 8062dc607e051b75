"""Folds one statement into the catalog and runs the rules on everything it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sqlreview.context import BodyKind, Context
from sqlreview.findings import Finding, Severity
from sqlreview.locks import SQLITE_DATABASE, STOPPING_MODES, Impact
from sqlreview.operations import (
    Call,
    Comment,
    CreateMaterializedView,
    CreateRoutine,
    CreateTable,
    CreateView,
    Do,
    Name,
    Operation,
    Other,
    Savepoint,
    SetSetting,
    Unknown,
    WriteRows,
)
from sqlreview.queries import Query, Write
from sqlreview.reading import Body, Reading
from sqlreview.ruleset import INTERNAL_ERROR, RuleSet
from sqlreview.schema import EVERYTHING, Catalog, CatalogEditor, Key, Origin, Record, Session, Table, View
from sqlreview.schema.doubts import doubt_tables
from sqlreview.schema.filled_columns import note_columns_filled
from sqlreview.schema.fold import apply
from sqlreview.schema.fold_sessions import STORED_TIMEOUTS
from sqlreview.schema.records import StoredTimeouts
from sqlreview.schema.routine_uses import note_routine_uses
from sqlreview.schema.view_columns import note_columns_read
from sqlreview.subjects import Statement, Step, Transaction
from sqlreview.text import Span

_WITHOUT_IMPACT = (Unknown, Other, SetSetting, Savepoint, Comment, Do, Call)


@dataclass(slots=True)
class Evaluation:
    """What one statement did to the catalog and what the rules found on it."""

    changes: dict[Key, Record | None]
    reads: frozenset[Key]
    findings: list[Finding]
    steps: tuple[Step, ...]
    origin: Origin
    session: Session
    """The session as the statement found it."""

    def depends_on(self, keys: frozenset[Key]) -> bool:
        """Whether the result may change when these objects change."""
        return EVERYTHING in self.reads or not keys.isdisjoint(self.reads)


class Evaluator:
    """Evaluates statements of one file with one set of rules."""

    __slots__ = ("findings", "place", "released", "rules", "steps")

    def __init__(self, rules: RuleSet, released: bool = False, place: str = "") -> None:
        self.rules = rules
        self.released = released
        self.place = place
        self.findings: list[Finding] = []
        self.steps: list[Step] = []

    def evaluate_safely(
        self, statement: Statement, reading: Reading, catalog: Catalog, origin: Origin
    ) -> tuple[Evaluation, Catalog]:
        """As `evaluate`; a statement that cannot be folded changes nothing and gets one internal-error finding."""
        try:
            return self.evaluate(statement, reading, catalog, origin)
        except Exception as error:  # the boundary to fold and lock model: one statement must not stop the others
            message = f"This statement could not be folded ({type(error).__name__}: {error}); please report the bug."
            finding = Finding(INTERNAL_ERROR, Severity.WARNING, message, Span(0, len(statement.text)))
            return Evaluation({}, frozenset({EVERYTHING}), [finding], (), origin, catalog.session), catalog

    def evaluate(
        self, statement: Statement, reading: Reading, catalog: Catalog, origin: Origin
    ) -> tuple[Evaluation, Catalog]:
        """Runs the rules on a statement and folds it; returns the result and the catalog after it."""
        self.findings, self.steps = [], []
        reads: set[Key] = set()
        tracked = catalog.tracked(reads)
        session = tracked.session
        editor = CatalogEditor(tracked)
        if self.rules.rules_for(Statement):
            self._check(statement, tracked, statement, origin, None, None)
        self._run(reading, editor, statement, origin, None)
        steps = tuple(self.steps)
        if steps and not session.in_transaction:
            self._check_alone(statement, steps, tracked, origin, session)
        findings = self.rules.without_subsumed(self.findings)
        evaluation = Evaluation(editor.changes, frozenset(reads), findings, steps, origin, session)
        return evaluation, Catalog(editor.objects)

    def _run(
        self, reading: Reading, editor: CatalogEditor, statement: Statement, origin: Origin, body: BodyKind | None
    ) -> None:
        before = Catalog(editor.objects, editor.reads)
        for query in reading.queries:
            self._check(query, before, statement, origin, None, body, reading.queries)
        for operation in reading.operations:
            if body != "function":
                self._operate(operation, reading, editor, statement, origin, body)
        if reading.problem is not None and body != "function":
            self._doubt(reading, editor)
        if body != "function" and (reading.problem is not None or _is_dynamic(reading, statement)):
            doubt_tables(editor, statement.text, self.rules.engine)
        for inner in reading.bodies:
            kind = _kind_inside(inner, body)
            for part in inner.readings:
                self._run(part, editor, statement, origin, kind)

    def _operate(
        self,
        operation: Operation,
        reading: Reading,
        editor: CatalogEditor,
        statement: Statement,
        origin: Origin,
        body: BodyKind | None,
    ) -> None:
        before = Catalog(editor.objects, editor.reads)
        context = self._context(before, statement, origin, operation, body)
        self.findings += self.rules.check(operation, context)
        at = origin.within(operation.span)
        if not isinstance(operation, _WITHOUT_IMPACT) or _locks_all_the_same(operation, context):
            self._step(operation, reading, context, at)
        apply(editor, operation, at)
        if isinstance(operation, WriteRows) and operation.kind in ("update", "delete"):
            note_columns_filled(editor, reading.queries, at)
        if isinstance(operation, CreateView | CreateMaterializedView):
            note_columns_read(editor, operation.view, reading.queries, before)
        if isinstance(operation, CreateRoutine):
            note_routine_uses(editor, operation, statement.text, _queries_within(reading), before)

    @staticmethod
    def _doubt(reading: Reading, editor: CatalogEditor) -> None:
        """A table whose definition could not be read to the end may have more than is known."""
        for operation in reading.operations:
            table = editor.table(operation.table) if isinstance(operation, CreateTable) else None
            if table is not None and table.complete:
                editor.put(table.key, replace(table, complete=False))

    def _step(self, operation: Operation, reading: Reading, context: Context, at: Origin) -> None:
        impact: Impact = context.impact
        named = getattr(operation, "table", None)
        name = named if isinstance(named, Name) else None
        if _is_step(impact, name, context):
            held = [(name, mode) for name, mode in impact.locks if _is_live(name, context)]
            step = Step(
                operation=operation,
                impact=impact,
                live=tuple(name for name, _ in held),
                at=at,
                in_body=context.body == "do",
                table=context.catalog.table(name) if name else None,
                key=(context.catalog.resolve("relation", name) or context.catalog.key_for_new("relation", name))
                if name
                else None,
                write=_write_of(operation, reading),
                names_live=name is not None and context.is_live(name),
                blocked=tuple(name for name, mode in held if mode in STOPPING_MODES),
                sealed=tuple(name for name, mode in held if mode == "ACCESS EXCLUSIVE"),
                rebuild=context.rebuild,
                timeouts=_stored_timeouts(context),
            )
            self.steps.append(step)

    def _check_alone(
        self, statement: Statement, steps: tuple[Step, ...], catalog: Catalog, origin: Origin, session: Session
    ) -> None:
        if self.rules.rules_for(Transaction):
            settings = session.local_settings + session.settings
            alone = Transaction(steps, False, False, True, False, settings, None)
            self._check(alone, catalog, statement, origin, None, None)

    def _check(
        self,
        subject: object,
        catalog: Catalog,
        statement: Statement,
        origin: Origin,
        operation: Operation | None,
        body: BodyKind | None,
        queries: tuple[Query, ...] = (),
    ) -> None:
        if self.rules.rules_for(type(subject)):
            context = self._context(catalog, statement, origin, operation, body, queries)
            self.findings += self.rules.check(subject, context)

    def _context(
        self,
        catalog: Catalog,
        statement: Statement,
        origin: Origin,
        operation: Operation | None,
        body: BodyKind | None,
        queries: tuple[Query, ...] = (),
    ) -> Context:
        return Context(
            engine=self.rules.engine,
            catalog=catalog,
            statement=statement,
            origin=origin,
            operation=operation,
            body=body,
            place=self.place,
            released=self.released,
            queries=queries,
        )


def statement_of(text: str, reading: Reading, terminated: bool) -> Statement:
    """A statement as rules see it: operations and queries of nested bodies stand in the reading only."""
    parts = (part for body in reading.bodies if body.kind == "function" for part in body.readings)
    inner = tuple(operation for part in parts for operation in part.operations)
    nested = [part for body in reading.bodies for part in body.readings]
    within: list[Operation | Query] = [operation for part in nested for operation in part.operations]
    within += [query for part in nested for query in part.queries]
    return Statement(text, reading.operations, reading.queries, reading.problem, terminated, inner, tuple(within))


def origin_of(path: str, serial: int, length: int, session: Session, file_serial: int, run: int) -> Origin:
    """The place of a statement; statements of a wrapped file share the file's transaction."""
    if session.transaction is not None:
        transaction = session.transaction
    else:
        transaction = file_serial if session.wrapped else serial
    return Origin(path, serial, Span(0, length), transaction, run)


def _write_of(operation: Operation, reading: Reading) -> Write | None:
    """The query that is the same INSERT, UPDATE, DELETE or MERGE as the operation."""
    if not isinstance(operation, WriteRows):
        return None
    writes = [query for query in reading.queries if isinstance(query, Write)]
    return next((query for query in writes if query.target.name == operation.table), None)


def _queries_within(reading: Reading) -> Iterator[Query]:
    """The queries of the bodies in a statement, and of the bodies in these."""
    for body in reading.bodies:
        for part in body.readings:
            yield from part.queries
            yield from _queries_within(part)


def _kind_inside(body: Body, outer: BodyKind | None) -> BodyKind | None:
    if body.kind == "schema":
        return outer
    return "function" if "function" in (body.kind, outer) else "do"


def _is_dynamic(reading: Reading, statement: Statement) -> bool:
    """Whether it is a block that puts statements together while it runs."""
    return bool(reading.operations) and isinstance(reading.operations[0], Do) and "EXECUTE" in statement.text.upper()


def _locks_all_the_same(operation: Operation, context: Context) -> bool:
    """Whether a comment, or a statement known by its first words only, locks something or has to stand alone."""
    if not isinstance(operation, Comment | Other):
        return False
    return bool(context.impact.locks) or not context.impact.transaction_allowed


def _is_step(impact: Impact, table: Name | None, context: Context) -> bool:
    """Whether an operation belongs to the steps of its transaction; without a lock model, if it is about a table."""
    if context.engine.family != "postgres":
        return table is not None or bool(impact.locks)
    return bool(impact.locks or impact.is_slow or impact.unknown or not impact.transaction_allowed)


def _stored_timeouts(context: Context) -> tuple[tuple[str, str], ...]:
    """What ALTER ROLE and the like of earlier files left; it is not in force in the session that says it."""
    stored = context.catalog.get(STORED_TIMEOUTS)
    return stored.values if isinstance(stored, StoredTimeouts) and stored.origin.path != context.origin.path else ()


def _is_live(relation: str, context: Context) -> bool:
    schema, _, name = relation.partition(".")
    if relation == SQLITE_DATABASE:
        return any(not context.created_in_run(table) for table in context.catalog.all(Table))
    record = context.catalog.get(("relation", schema, name))
    if record is None:
        return schema != "pg_temp"
    if isinstance(record, Table | View) and record.temporary:
        return False
    return not context.created_in_run(record)
