"""Finds rule packs: Python packages named in the entry-point group `sqlreview.rules`."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import EntryPoint, entry_points
from types import ModuleType
from typing import Any

from sqlreview.rule import Rule

GROUP = "sqlreview.rules"


@dataclass(frozen=True, slots=True)
class Packs:
    """Every rule that is installed, by id, and what could not be loaded."""

    rules: tuple[type[Rule[Any]], ...]
    warnings: tuple[str, ...] = ()

    def rule(self, rule_id: str) -> type[Rule[Any]] | None:
        """The rule of that id."""
        return next((rule for rule in self.rules if rule.id == rule_id), None)

    @property
    def names(self) -> tuple[str, ...]:
        """The packs' names."""
        return tuple(dict.fromkeys(rule.id.partition("/")[0] for rule in self.rules))


@lru_cache(maxsize=1)
def load_packs() -> Packs:
    """All installed packs; one that cannot be imported becomes a warning naming its distribution."""
    rules: list[type[Rule[Any]]] = []
    warnings: list[str] = []
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name):
        try:
            rules += rules_of(entry.load())
        except Exception as error:  # the boundary to foreign packages: one broken pack must not stop the others
            warnings.append(f"rule pack {entry.name} of {_distribution(entry)} cannot be loaded: {error}")
    return Packs(tuple(sorted(rules, key=lambda rule: rule.id)), tuple(warnings))


def rules_of(package: ModuleType) -> list[type[Rule[Any]]]:
    """The rules defined in the modules of a package, one a module."""
    found: list[type[Rule[Any]]] = []
    for module_info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if module_info.ispkg:
            continue
        module = importlib.import_module(module_info.name)
        found += [
            value
            for value in vars(module).values()
            if isinstance(value, type) and issubclass(value, Rule) and "id" in vars(value)
            if value.__module__ == module.__name__
        ]
    return found


def _distribution(entry: EntryPoint) -> str:
    return entry.dist.name if entry.dist else entry.value
