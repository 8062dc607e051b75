"""Compares the lock model with what real servers did, as measured in tests/locks/truth.json."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from sqlreview.dev.measure.ranges import versions_in
from sqlreview.locks.impact import LOCK_MODES, Impact, combined
from sqlreview.locks.postgres import impact_of
from sqlreview.operations import CreateTable, Do, Operation
from sqlreview.operations.lower import operations_of
from sqlreview.schema import Catalog, CatalogEditor, IndexName, Origin
from sqlreview.schema import Sequence as SequenceRecord
from sqlreview.schema.fold import apply
from sqlreview.sql.bodies import body_text, static_statements
from sqlreview.sql.engines import SUPPORTED_VERSIONS, Engine
from sqlreview.sql.statements import split_statements
from sqlreview.sql.tokens import Tokens
from sqlreview.text import Span

TRUTH = Path("tests/locks/truth.json")
_PRELUDE = "CREATE SCHEMA app; SET search_path = app, public;"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One fact of one case on one version in which model and server differ."""

    case: str
    version: int
    fact: str
    server: str
    model: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """The result of comparing all cases on all versions they were measured on."""

    runs: int
    """Cases times versions."""
    disagreements: tuple[Disagreement, ...]
    explained: tuple[Disagreement, ...]
    """Those of cases whose text does not decide what happens; the case says why ("undecided")."""

    @property
    def agreement(self) -> float:
        """Share of the runs without any difference, explained or not."""
        differing = {(item.case, item.version) for item in (*self.disagreements, *self.explained)}
        return 1 - len(differing) / max(self.runs, 1)


def check(path: Path = TRUTH) -> Comparison:
    """Compares the model with a truth file and prints in what it differs."""
    truth = json.loads(path.read_text(encoding="utf-8"))
    comparison = compare(truth)
    reasons = {case["id"]: case["undecided"] for case in truth["cases"] if "undecided" in case}
    for item in comparison.disagreements:
        print(f"{item.case:55} {item.version:3} {item.fact:12} server {item.server}  model {item.model}")
    for name in dict.fromkeys(item.case for item in comparison.explained):
        print(f"{name:55} {reasons[name]}")
    print(f"{comparison.runs} runs, {comparison.agreement:.2%} agree in every fact")
    return comparison


def compare(truth: dict[str, Any]) -> Comparison:
    """Compares every case on every version it was measured on."""
    runs = 0
    found: list[Disagreement] = []
    explained: list[Disagreement] = []
    for case in truth["cases"]:
        fixtures = "\n;".join(truth["fixtures"][name] for name in case["with"])
        for facts in case["facts"]:
            for version in versions_of(facts["versions"]):
                runs += 1
                differences = _differences(case, fixtures, facts, Engine("postgres", version))
                (explained if "undecided" in case else found).extend(differences)
    return Comparison(runs, tuple(found), tuple(explained))


def versions_of(written: str) -> tuple[int, ...]:
    """Those of the versions "12-13,15" stands for that the model knows."""
    (oldest, _), (newest, _), _ = SUPPORTED_VERSIONS["postgres"]
    return tuple(version for version in versions_in(written) if oldest <= version <= newest)


def _differences(case: dict[str, Any], fixtures: str, facts: dict[str, Any], engine: Engine) -> Iterator[Disagreement]:
    before = _after(_after(_start(fixtures, engine), case.get("setup", ""), engine), case.get("session", ""), engine)
    catalog, impact = _run(before, ["BEGIN", *case["run"]], engine)
    visible = _without_new(impact, before, catalog)
    if _reads_by_query(case["run"], engine):
        facts, visible = _of_operations(facts), replace(visible, scans=(), locks=_strong(visible.locks))
    for fact, server, model in _facts(facts, visible, before):
        yield Disagreement(case["id"], engine.version, fact, server, model)


_QUERIES = ("SELECT", "WITH", "VALUES", "INSERT", "UPDATE", "DELETE", "MERGE", "COPY")
_WEAK = ("ACCESS SHARE", "ROW SHARE")


def _reads_by_query(statements: Sequence[str], engine: Engine) -> bool:
    """Whether a query decides what is read, which no impact of an operation states."""
    operations = [item for text in statements for item in _operations(text, engine)]
    has_query = any(isinstance(item, CreateTable) and item.as_query is not None for item in operations)
    return has_query or Tokens(statements[-1], engine).words[0] in _QUERIES


def _of_operations(facts: dict[str, Any]) -> dict[str, Any]:
    """The facts of a statement on rows without what its query does: locks of reading, and scans."""
    return {**facts, "locks": dict(_strong(facts.get("locks", {}).items())), "index_locks": {}, "scans": ()}


def _strong(locks: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((relation, mode) for relation, mode in locks if mode not in _WEAK)


@cache
def _start(fixtures: str, engine: Engine) -> Catalog:
    return _after(Catalog(), f"{_PRELUDE}{fixtures}", engine)


def _after(catalog: Catalog, script: str, engine: Engine) -> Catalog:
    return _run(catalog, [item.text for item in split_statements(script, engine)], engine)[0] if script else catalog


def _run(catalog: Catalog, statements: Sequence[str], engine: Engine) -> tuple[Catalog, Impact]:
    impacts: list[Impact] = []
    transaction = 0 if statements[:1] == ["BEGIN"] else -1
    for number, text in enumerate(statements):
        operations = _operations(text, engine)
        for operation in operations:
            origin = Origin("truth.sql", number, operation.span, transaction)
            impacts.append(impact_of(operation, catalog, engine, operations, origin))
            editor = CatalogEditor(catalog)
            apply(editor, operation, origin)
            catalog = editor.finished()
    return catalog, combined(*impacts)


def _operations(text: str, engine: Engine) -> tuple[Operation, ...]:
    operations = operations_of(Tokens(text, engine), engine)
    inner = [item for item in operations if isinstance(item, Do)]
    for block in inner:
        body = body_text(text, block.body)
        for statement in static_statements(body, block.body, block.language, engine):
            span: Span = statement.span
            operations += operations_of(Tokens(body, engine, span.start, span.end), engine)
    return operations


def _without_new(impact: Impact, before: Catalog, after: Catalog) -> Impact:
    """The impact on relations that were there before: nobody else sees those a transaction creates."""

    def is_old(relation: str) -> bool:
        schema, _, name = relation.partition(".")
        key = ("relation", schema, name)
        return key in before.objects or key not in after.objects

    return Impact(
        locks=tuple((relation, mode) for relation, mode in impact.locks if is_old(relation)),
        rewrites=tuple(filter(is_old, impact.rewrites)),
        scans=tuple(filter(is_old, impact.scans)),
        index_builds=tuple(filter(is_old, impact.index_builds)),
        waits_for_transactions=impact.waits_for_transactions,
        transaction_allowed=impact.transaction_allowed,
    )


def _facts(facts: dict[str, Any], impact: Impact, catalog: Catalog) -> Iterator[tuple[str, str, str]]:
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
            yield fact, _words(server), _words(model)
    if bool(facts.get("waits")) is not impact.waits_for_transactions:
        yield "waits", str(bool(facts.get("waits"))), str(impact.waits_for_transactions)


def _lock_facts(
    facts: dict[str, Any], impact: Impact, catalog: Catalog, failed: bool, outside: bool
) -> Iterator[tuple[str, str, str]]:
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


def _words(relations: set[str]) -> str:
    return ", ".join(sorted(relations)) or "-"
