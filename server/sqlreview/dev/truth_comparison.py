"""What comparing a lock model with a truth table comes to, whatever the engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlreview.dev.measure.ranges import Version, versions_in
from sqlreview.operations import CreateMaterializedView, CreateView, Operation
from sqlreview.reading import read_statement
from sqlreview.schema import Catalog, CatalogEditor, Origin, Session
from sqlreview.schema.catalog import SESSION
from sqlreview.schema.fold import apply
from sqlreview.schema.view_columns import note_columns_read
from sqlreview.sql.engines import SUPPORTED_VERSIONS, Engine

Case = Mapping[str, Any]
Facts = Mapping[str, Any]
Difference = tuple[str, str, str]
"""A fact, what the server did, and what the model says."""


def is_supported(engine: str, version: Version) -> bool:
    """Whether sqlreview knows a version of an engine whose versions have two numbers."""
    oldest, newest, _ = SUPPORTED_VERSIONS[engine]
    major, _, minor = str(version).partition(".")
    return oldest <= (int(major), int(minor or 0)) <= newest


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One fact of one case on one version in which model and server differ."""

    case: str
    version: Version
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
    by_version: Mapping[Version, int]
    """How many cases each version has."""

    @property
    def agreement(self) -> float:
        """Share of the runs without any difference, explained or not."""
        return 1 - len(_runs_of((*self.disagreements, *self.explained))) / max(self.runs, 1)

    def agreement_on(self, version: Version) -> float:
        """The same of one version."""
        differing = _runs_of((*self.disagreements, *self.explained))
        return 1 - sum(found == version for _, found in differing) / max(self.by_version.get(version, 0), 1)


def _runs_of(items: Iterable[Disagreement]) -> set[tuple[str, Version]]:
    return {(item.case, item.version) for item in items}


def compared(
    truth: Mapping[str, Any], known: Callable[[Version], bool], differences: Callable[..., Iterator[Difference]]
) -> Comparison:
    """Compares every case on every version it was measured on and the model knows.

    `differences` gets the case, its fixtures as one script, the facts and the version.
    """
    found: list[Disagreement] = []
    explained: list[Disagreement] = []
    counted: dict[Version, int] = {}
    for case in truth["cases"]:
        fixtures = "\n;".join(truth["fixtures"][name] for name in case["with"])
        goes_to = explained if "undecided" in case else found
        for facts in case["facts"]:
            for version in filter(known, versions_in(facts["versions"])):
                counted[version] = counted.get(version, 0) + 1
                items = differences(case, fixtures, facts, version)
                goes_to += [Disagreement(case["id"], version, *difference) for difference in items]
    return Comparison(sum(counted.values()), tuple(found), tuple(explained), counted)


def empty_catalog(engine: Engine) -> Catalog:
    """A catalog with nothing in it but a session on that engine."""
    editor = CatalogEditor(Catalog())
    if engine.family != "postgres":
        editor.put(SESSION, Session(family=engine.family, engine=engine))
    return editor.finished()


def folded(catalog: Catalog, operation: Operation, origin: Origin, text: str, engine: Engine) -> Catalog:
    """The catalog after an operation, with what a new view reads, as a review of migrations has it."""
    editor = CatalogEditor(catalog)
    apply(editor, operation, origin)
    if isinstance(operation, CreateView | CreateMaterializedView):
        note_columns_read(editor, operation.view, read_statement(text, engine).queries, catalog)
    return editor.finished()


def words(relations: Iterable[str]) -> str:
    """Relations as a disagreement shows them."""
    return ", ".join(sorted(relations)) or "-"
