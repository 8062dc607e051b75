"""Compares the lock model of PostgreSQL with what servers did."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import cache
from typing import Any

from sqlreview.dev.measure.ranges import Version
from sqlreview.dev.truth_comparison import Case, Comparison, Difference, Facts, compared, folded, words
from sqlreview.locks.impact import LOCK_MODES, Impact, combined
from sqlreview.locks.postgres import impact_of
from sqlreview.locks.situation import label
from sqlreview.operations import CreateTable, Do, Operation, RenameTable
from sqlreview.operations.lower import operations_of
from sqlreview.schema import Catalog, IndexName, Key, Origin
from sqlreview.schema import Sequence as SequenceRecord
from sqlreview.sql.bodies import body_text, static_statements
from sqlreview.sql.engines import SUPPORTED_VERSIONS, Engine
from sqlreview.sql.statements import split_statements
from sqlreview.sql.tokens import Tokens
from sqlreview.text import Span

_PRELUDE = "CREATE SCHEMA app; SET search_path = app, public;"


def compare_postgres(truth: Mapping[str, Any]) -> Comparison:
    """Compares every case on every version it was measured on."""
    return compared(truth, _is_known, _differences)


def _is_known(version: Version) -> bool:
    (oldest, _), (newest, _), _ = SUPPORTED_VERSIONS["postgres"]
    return isinstance(version, int) and oldest <= version <= newest


def _differences(case: Case, fixtures: str, facts: Facts, version: int) -> Iterator[Difference]:
    engine = Engine("postgres", version)
    before = _prepared(fixtures, case.get("setup", ""), case.get("session", ""), engine)
    visible = _run(before, ["BEGIN", *case["run"]], engine)[1]
    if _reads_by_query(case["run"], engine):
        facts, visible = _of_operations(facts), replace(visible, scans=(), locks=_strong(visible.locks))
    yield from _facts(facts, visible, before)


_QUERIES = ("SELECT", "WITH", "VALUES", "TABLE", "EXPLAIN", "INSERT", "UPDATE", "DELETE", "MERGE", "COPY")
_WEAK = ("ACCESS SHARE", "ROW SHARE")


def _reads_by_query(statements: Sequence[str], engine: Engine) -> bool:
    """Whether a query decides what is read, which no impact of an operation states."""
    operations = [item for text in statements for item in _operations(text, engine)]
    has_query = any(isinstance(item, CreateTable) and item.as_query is not None for item in operations)
    return has_query or Tokens(statements[-1], engine).words[0] in _QUERIES


def _of_operations(facts: Facts) -> Facts:
    """The facts of a statement on rows without what its query does: locks of reading, and scans."""
    locks, others = (dict(_strong(facts.get(kind, {}).items())) for kind in ("locks", "other_locks"))
    return {**facts, "locks": locks, "other_locks": others, "index_locks": {}, "scans": ()}


def _strong(locks: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((relation, mode) for relation, mode in locks if mode not in _WEAK)


@cache
def _prepared(fixtures: str, setup: str, session: str, engine: Engine) -> Catalog:
    return _after(_after(_start(fixtures, engine), setup, engine), session, engine)


@cache
def _start(fixtures: str, engine: Engine) -> Catalog:
    return _after(Catalog(), f"{_PRELUDE}{fixtures}", engine)


def _after(catalog: Catalog, script: str, engine: Engine) -> Catalog:
    return _run(catalog, [item.text for item in split_statements(script, engine)], engine)[0] if script else catalog


def _run(catalog: Catalog, statements: Sequence[str], engine: Engine) -> tuple[Catalog, Impact]:
    """The catalog after some statements, and their impact on relations that were there before."""
    impacts: list[Impact] = []
    before = catalog
    old_names: dict[str, str] = {}
    transaction = 0 if statements[:1] == ["BEGIN"] else -1
    for number, text in enumerate(statements):
        operations = _operations(text, engine)
        for operation in operations:
            origin = Origin("truth.sql", number, operation.span, transaction)
            impact = _renamed(impact_of(operation, catalog, engine, operations, origin), old_names)
            after = folded(catalog, operation, origin, text, engine)
            _note_renaming(operation, catalog, old_names)
            impacts.append(_without_new(impact, before, {*catalog.objects, *after.objects}))
            catalog = after
    return catalog, combined(*impacts)


@cache
def _operations(text: str, engine: Engine) -> tuple[Operation, ...]:
    operations = operations_of(Tokens(text, engine), engine)
    inner = [item for item in operations if isinstance(item, Do)]
    for block in inner:
        body = body_text(text, block.body)
        for statement in static_statements(body, block.body, block.language, engine):
            span: Span = statement.span
            operations += operations_of(Tokens(body, engine, span.start, span.end), engine)
    return operations


def _note_renaming(operation: Operation, catalog: Catalog, old_names: dict[str, str]) -> None:
    """Notes how a table that gets another name was called at the beginning of the transaction."""
    table = catalog.table(operation.table) if isinstance(operation, RenameTable) else None
    if isinstance(operation, RenameTable) and table is not None:
        present = label(table.key)
        old_names[f"{table.schema}.{operation.new_name.text}"] = old_names.pop(present, present)


def _renamed(impact: Impact, old_names: Mapping[str, str]) -> Impact:
    """The impact with the names that relations had at the beginning of the transaction."""
    if not old_names:
        return impact

    def of(relations: Iterable[str]) -> tuple[str, ...]:
        return tuple(old_names.get(relation, relation) for relation in relations)

    return replace(
        impact,
        locks=tuple((old_names.get(relation, relation), mode) for relation, mode in impact.locks),
        rewrites=of(impact.rewrites),
        scans=of(impact.scans),
        index_builds=of(impact.index_builds),
    )


def _without_new(impact: Impact, before: Catalog, known: Set[Key]) -> Impact:
    """The impact without that on relations the transaction has created, which nobody else sees."""

    def is_old(relation: str) -> bool:
        schema, _, name = relation.partition(".")
        key = ("relation", schema, name)
        return key in before.objects or key not in known

    return Impact(
        locks=tuple((relation, mode) for relation, mode in impact.locks if is_old(relation)),
        rewrites=tuple(filter(is_old, impact.rewrites)),
        scans=tuple(filter(is_old, impact.scans)),
        index_builds=tuple(filter(is_old, impact.index_builds)),
        waits_for_transactions=impact.waits_for_transactions,
        transaction_allowed=impact.transaction_allowed,
    )


def _facts(facts: Facts, impact: Impact, catalog: Catalog) -> Iterator[Difference]:
    """The facts in which server and model differ, both in words."""
    failed = "error" in facts
    outside = bool(facts.get("refused_in_transaction"))
    yield from _lock_facts(facts, impact, catalog, failed, outside)
    if outside is impact.transaction_allowed:
        yield "transaction", "refused" if outside else "allowed", "allowed" if outside else "refused"
    if failed:
        return
    emptied = set(facts.get("emptied", ()))
    rewritten = set(facts.get("rewrites", ()))
    pairs = (
        ("rewrites", rewritten, set(impact.rewrites) - emptied),
        ("scans", set(facts.get("scans", ())) - rewritten, set(impact.scans)),
        ("builds", set(facts.get("index_builds", ())) - rewritten - emptied, set(impact.index_builds)),
    )
    for fact, server, model in pairs:
        if server != model:
            yield fact, words(server), words(model)
    if bool(facts.get("waits")) is not impact.waits_for_transactions:
        yield "waits", str(bool(facts.get("waits"))), str(impact.waits_for_transactions)


def _lock_facts(facts: Facts, impact: Impact, catalog: Catalog, failed: bool, outside: bool) -> Iterator[Difference]:
    tables: dict[str, str] = facts.get("locks", {})
    others: dict[str, str] = {**facts.get("index_locks", {}), **facts.get("other_locks", {})}
    server = {**others, **tables}
    model = dict(impact.locks)
    for relation in sorted({*server, *model}):
        expected, stated = server.get(relation), model.get(relation)
        if expected == stated:
            continue
        if stated is None and relation in others and not _counts(relation, others[relation], tables, catalog):
            continue
        if expected is None and (failed or (outside and isinstance(_record(relation, catalog), IndexName))):
            continue  # a statement that fails stops halfway; indexes are not observed outside transactions
        yield f"lock {relation}", expected or "-", stated or "-"


def _counts(relation: str, mode: str, tables: dict[str, str], catalog: Catalog) -> bool:
    """Whether the model has to state the lock of an index: when it is stronger than that of the table.

    Sequences and the relations behind composite types may be left out: they are locked beside their table.
    """
    record = _record(relation, catalog)
    if isinstance(record, IndexName):
        table = tables.get(f"{record.table[1]}.{record.table[2]}")
        return table is None or LOCK_MODES.index(mode) > LOCK_MODES.index(table)
    return record is not None and not isinstance(record, SequenceRecord)


def _record(relation: str, catalog: Catalog) -> object | None:
    schema, _, name = relation.partition(".")
    return catalog.get(("relation", schema, name))
