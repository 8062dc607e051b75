"""Compares the lock model of MariaDB with what servers did."""

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
from sqlreview.locks.impact import EXCLUSIVE_METADATA, Impact, combined
from sqlreview.locks.mysql import impact_of
from sqlreview.operations import WriteRows
from sqlreview.operations.lower import operations_of
from sqlreview.schema import Catalog, Origin, Table
from sqlreview.sql.engines import Engine, engine_of
from sqlreview.sql.statements import split_statements
from sqlreview.sql.tokens import Tokens

_REFUSED = (1845, 1846)
"""What the server answers to an ALGORITHM= or LOCK= that it cannot do."""


_STOPPED_BY_READERS = ("TABLE WRITE", EXCLUSIVE_METADATA)


def compare_mariadb(truth: Mapping[str, Any]) -> Comparison:
    """Compares every case on every version it was measured on."""
    return compared(truth, partial(is_supported, "mariadb"), _differences)


def _differences(case: Case, fixtures: str, facts: Facts, version: Version) -> Iterator[Difference]:
    engine = engine_of(f"mariadb {version}")
    before = _run(_start(fixtures, engine), (case.get("setup", ""), case.get("session", "")), engine)[0]
    impact = _run(before, case["run"], engine)[1]
    refused = impact.online is not None and impact.online.refused is not None
    if refused is not (facts.get("error") in _REFUSED):
        yield "refused", str(not refused), str(refused)
    if "error" in facts:
        return  # locks and work of what fails are not observed
    stated = _stated(impact, before, facts)
    if any(isinstance(item, WriteRows) for text in case["run"] for item in operations_of(Tokens(text, engine), engine)):
        del stated["waits_for_writers_of"]  # its rows decide
    for fact, found in stated.items():
        server = facts.get(fact)
        if isinstance(found, set):
            if set(server or ()) != found:
                yield fact, words(server or ()), words(found)
        elif (server or None) != (found or None):
            yield fact, str(server or "-"), str(found or "-")


def _stated(impact: Impact, before: Catalog, facts: Facts) -> dict[str, Any]:
    """The facts as the model has them; those that only a clause would show only where there was one."""
    old = {table.name for table in before.all(Table)}
    locks = {relation.removeprefix("public."): mode for relation, mode in impact.locks}
    locks = {name: mode for name, mode in locks.items() if name in old}
    found: dict[str, Any] = {
        "copies": impact.online is not None and impact.online.copies,
        "rewrites": {name.removeprefix("public.") for name in impact.rewrites},
        "index_builds": {name.removeprefix("public.") for name in impact.index_builds},
        "waits_for_readers_of": {name for name, mode in locks.items() if mode in _STOPPED_BY_READERS},
        "waits_for_writers_of": {*locks, *(name.removeprefix("public.") for name in impact.held_up_by)} & old,
    }
    if "algorithm" in facts and impact.online is not None:
        found |= {"algorithm": impact.online.algorithm, "lock": impact.online.lock}
    elif "algorithm" in facts:
        found |= {"algorithm": None, "lock": None}
    return found


@cache
def _start(fixtures: str, engine: Engine) -> Catalog:
    return _run(empty_catalog(engine), (fixtures,), engine)[0]


def _run(catalog: Catalog, scripts: tuple[str, ...], engine: Engine) -> tuple[Catalog, Impact]:
    impacts: list[Impact] = []
    statements = [statement.text for script in scripts for statement in split_statements(script, engine)]
    for number, text in enumerate(statements):
        operations = operations_of(Tokens(text, engine), engine)
        for operation in operations:
            origin = Origin("truth.sql", number, operation.span, number)
            impacts.append(impact_of(operation, catalog, engine, operations, origin))
            catalog = folded(catalog, operation, origin, text, engine)
    return catalog, combined(*impacts)
