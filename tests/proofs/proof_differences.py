"""In what two databases differ, in words that the data file of expected differences can name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

_MOST_SHOWN = 60
_OF_RELATIONS = ("column", "constraint", "values", "rows", "trigger", "policy", "rewrite rule", "sequence")
"""What is not listed beside a relation that is gone or new."""


def differences(original: Mapping[tuple[str, str, str], str], fixed: Mapping[tuple[str, str, str], str]) -> list[str]:
    """One line for every object that is gone or new, and for every attribute that differs."""
    return list(dict.fromkeys(_lines(original, fixed)))


def _lines(original: Mapping[tuple[str, str, str], str], fixed: Mapping[tuple[str, str, str], str]) -> Iterator[str]:
    before = {part[:2] for part in original}
    after = {part[:2] for part in fixed}
    relations = {name for kind, name in before ^ after if kind == "relation"}
    for part in sorted({*original, *fixed}):
        kind, name, attribute = part
        if kind in _OF_RELATIONS and (name in relations or name.rpartition(".")[0] in relations):
            continue
        if (kind, name) not in after:
            yield f"{kind} {name} is gone"
        elif (kind, name) not in before:
            yield f"{kind} {name} is new"
        elif original.get(part) != fixed.get(part):
            if attribute == "order" and part not in original:
                continue  # a fix may sort what was not sorted
            if kind == "values":
                yield f"{kind} {name} differ"
            elif attribute == "as they are":
                yield from _only_rows(kind, name, original, fixed)
            else:
                yield f"{kind} {name} {attribute}: {_shown(original.get(part))} -> {_shown(fixed.get(part))}"


def _only_rows(
    kind: str, name: str, original: Mapping[tuple[str, str, str], str], fixed: Mapping[tuple[str, str, str], str]
) -> Iterator[str]:
    """Rows are told apart as a whole only where no column says more."""
    prefix = f"{name}."
    columns = {part for part in {*original, *fixed} if part[0] == "values" and part[1].startswith(prefix)}
    if all(original.get(part) == fixed.get(part) for part in columns):
        yield f"{kind} {name} differ"


def _shown(value: str | None) -> str:
    text = " ".join((value or "nothing").split())
    return text if len(text) <= _MOST_SHOWN else text[:_MOST_SHOWN] + "..."
