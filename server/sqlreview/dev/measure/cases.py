"""The cases of a truth table: what each sets up and runs, and what was measured of it so far."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlreview.dev.measure.ranges import Version, ordered, versions_in, written_versions
from sqlreview.patterns import regex
from sqlreview.sql.engines import Engine, engine_of
from sqlreview.sql.statements import split_statements

Facts = dict[str, Any]
"""What one server did in one case; docs/TRUTH.md explains the keys."""

FACTS = (
    *("error", "refused_in_transaction", "waits", "locks", "index_locks", "other_locks"),
    *("algorithm", "ignores", "lock", "lock_wal", "copies"),
    *("rewrites", "emptied", "scans", "index_builds"),
    *("waits_for_readers_of", "waits_for_writers_of", "waits_for", "waits_for_wal"),
)
"""The keys of facts in the order in which they are written; what did not happen has no key."""


@dataclass(frozen=True, slots=True)
class Case:
    """Statements that share one transaction, and what they stand on."""

    id: str
    setup: tuple[str, ...]
    session: tuple[str, ...]
    """Settings of the session that runs them."""
    run: tuple[str, ...]


def cases_of(table: Mapping[str, Any], pattern: str = "") -> list[Case]:
    """The cases whose id the regular expression finds."""
    wanted = regex(pattern)
    engine = engine_of(table.get("engine", "postgres"))
    return [
        Case(
            id=entry["id"],
            setup=tuple(
                text
                for part in (*(table["fixtures"][name] for name in entry["with"]), entry.get("setup", ""))
                for text in _statements(part, engine)
            ),
            session=_statements(entry.get("session", ""), engine),
            run=tuple(entry["run"]),
        )
        for entry in table["cases"]
        if wanted.search(entry["id"])
    ]


def _statements(script: str, engine: Engine) -> tuple[str, ...]:
    return tuple(item.text for item in split_statements(script, engine))


def known_facts(entry: Mapping[str, Any]) -> dict[Version, Facts]:
    """The facts the table has of a case, by version."""
    return {
        version: canonical(facts)
        for facts in entry["facts"]
        for version in versions_in(facts["versions"])
    }  # fmt: skip


def canonical(facts: Mapping[str, Any]) -> Facts:
    """Facts without versions and without what did not happen, in the order of `FACTS`, relations sorted."""
    return {key: _sorted(facts[key]) for key in FACTS if facts.get(key)}


def _sorted(value: Any) -> Any:
    if isinstance(value, dict):
        return dict(sorted(value.items()))
    return sorted(value) if isinstance(value, list | tuple | set) else value


def folded(facts: Mapping[Version, Facts]) -> list[Facts]:
    """Facts by version as the table keeps them: versions that agree share one entry."""
    groups: dict[str, list[Version]] = {}
    for version in ordered(facts):
        groups.setdefault(json.dumps(facts[version], sort_keys=True), []).append(version)
    return [{"versions": written_versions(versions), **facts[versions[0]]} for versions in groups.values()]


def write_table(path: Path, table: Mapping[str, Any]) -> None:
    """Writes a truth table, one case a line."""
    fixtures = ",\n".join(f"{_json(name)}: {_json(text)}" for name, text in table["fixtures"].items())
    cases = ",\n".join(_json(case) for case in table["cases"])
    engine = f'"engine": {_json(table["engine"])},\n' if "engine" in table else ""
    path.write_text(
        f'{{"about": {_json(table["about"])},\n{engine}"fixtures": {{\n{fixtures}}},\n"cases": [\n{cases}\n]}}\n',
        encoding="utf-8",
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
