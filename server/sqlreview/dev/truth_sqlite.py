"""Compares the lock model of SQLite with what it did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, partial
from typing import Any

from sqlreview.dev.measure.ranges import Version
from sqlreview.dev.truth_comparison import (
    Case,
    Comparison,
    Difference,
    Facts,
    compared,
    empty_catalog,
    folded,
    is_supported,
    words,
)
from sqlreview.locks.impact import SQLITE_DATABASE, Impact, combined
from sqlreview.locks.sqlite import impact_of
from sqlreview.operations import CreateTable, WriteRows
from sqlreview.operations.lower import operations_of
from sqlreview.schema import Catalog, Origin, Table
from sqlreview.sql.engines import Engine, engine_of
from sqlreview.sql.statements import split_statements
from sqlreview.sql.tokens import Tokens

_STOPS_COMMIT = {"waits_for": ["readers", "writers"], "waits_for_wal": ["writers"]}


def compare_sqlite(truth: Mapping[str, Any]) -> Comparison:
    """Compares every case on every version it was measured on."""
    return compared(truth, partial(is_supported, "sqlite"), _differences)


def _differences(case: Case, fixtures: str, facts: Facts, version: Version) -> Iterator[Difference]:
    if "error" in facts:
        return  # what fails is undone, and lets go of its locks before anybody could look
    engine = engine_of(f"sqlite {version}")
    before = _run(_start(fixtures, engine), _split(case, engine), engine)[0]
    impact = _run(before, case["run"], engine)[1]
    yield from _lock_differences(facts, impact)
    alone = bool(facts.get("refused_in_transaction"))
    if alone is impact.transaction_allowed:
        yield "transaction", "refused" if alone else "allowed", "allowed" if alone else "refused"
    if _reads_by_query(case, engine):
        return
    rewritten = set(facts.get("rewrites", ()))
    old = {table.name for table in before.all(Table)}
    stated = {
        "rewrites": (rewritten, impact.rewrites),
        "scans": (set(facts.get("scans", ())) - rewritten, impact.scans),
        "index_builds": (set(facts.get("index_builds", ())), impact.index_builds),
    }
    for fact, (server, model) in stated.items():
        found = {name.removeprefix("public.") for name in model} & old
        if server != found:
            yield fact, words(server), words(found)


def _lock_differences(facts: Facts, impact: Impact) -> Iterator[Difference]:
    mode = impact.lock_on(SQLITE_DATABASE)
    if "refused_in_transaction" not in facts:
        in_wal = "RESERVED" if mode else None
        for fact, model in (("lock", mode.split()[0] if mode else None), ("lock_wal", in_wal)):
            if facts.get(fact) != model:
                yield fact, facts.get(fact) or "-", model or "-"
    for fact, stopped in _STOPS_COMMIT.items():
        model_waits = stopped if mode else []
        known = facts.get(fact, [])
        if known != model_waits and not (fact == "waits_for_wal" and not known and "lock_wal" not in facts):
            yield fact, words(known), words(model_waits)


def _split(case: Case, engine: Engine) -> list[str]:
    scripts = (case.get("setup", ""), case.get("session", ""))
    return [statement.text for script in scripts for statement in split_statements(script, engine)]


def _reads_by_query(case: Case, engine: Engine) -> bool:
    """Whether a query or a condition decides what is read, which no impact of an operation states."""
    operations = [item for text in case["run"] for item in operations_of(Tokens(text, engine), engine)]
    return any(
        (isinstance(item, CreateTable) and item.as_query is not None)
        or (isinstance(item, WriteRows) and (item.filtered or item.kind in ("insert", "replace", "delete")))
        for item in operations
    ) or not any(operations)


@cache
def _start(fixtures: str, engine: Engine) -> Catalog:
    return _run(empty_catalog(engine), [item.text for item in split_statements(fixtures, engine)], engine)[0]


def _run(catalog: Catalog, statements: list[str], engine: Engine) -> tuple[Catalog, Impact]:
    impacts: list[Impact] = []
    for number, text in enumerate(statements):
        operations = operations_of(Tokens(text, engine), engine)
        for operation in operations:
            origin = Origin("truth.sql", number, operation.span, number)
            impacts.append(impact_of(operation, catalog, engine, operations, origin))
            catalog = folded(catalog, operation, origin, text, engine)
    return catalog, combined(*impacts)
