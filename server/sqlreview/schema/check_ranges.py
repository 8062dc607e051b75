"""The numbers and values that simple CHECKs of one column admit."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.frozen import frozen
from sqlreview.operations import Expression
from sqlreview.schema.records import Constraint, Table
from sqlreview.schema.value_lists import listed_values
from sqlreview.sql.engines import engine_of
from sqlreview.sql.tokens import Tokens

_POSTGRES = engine_of("postgres")
_LOWER = frozenset((">", ">="))
_UPPER = frozenset(("<", "<="))


@frozen
class Admitted:
    """A list of values, or a range with both ends; an end is exclusive where the flag says so."""

    values: frozenset[str] = frozenset()
    low: tuple[float, bool] = (float("-inf"), False)
    high: tuple[float, bool] = (float("inf"), False)

    def excludes(self, other: Admitted) -> bool:
        """Whether no value is in both."""
        if self.values and other.values:
            return self.values.isdisjoint(other.values)
        if self.values or other.values:
            return False
        return _is_empty(self.low, other.high) or _is_empty(other.low, self.high)


def admitted_by(condition: Expression) -> tuple[str, Admitted] | None:
    """The column of a literal list or range and what it admits; None for every other condition."""
    if len(condition.columns) != 1:
        return None
    column = condition.columns[0]
    values = listed_values(condition)
    if values:
        return column, Admitted(values=frozenset(values))
    if condition.functions:
        return None
    words = [word for word in Tokens(condition.text, _POSTGRES).words if word not in ("(", ")", "")]
    return _range(column, words)


def _range(column: str, words: list[str]) -> tuple[str, Admitted] | None:
    """What `c > 1`, `c >= 1 AND c < 5` or `c BETWEEN 1 AND 5` admits."""
    if len(words) == 5 and words[1] == "BETWEEN" and words[3] == "AND":
        low, high = _number(words[2]), _number(words[4])
        return (
            (column, Admitted(low=(low, False), high=(high, False))) if low is not None and high is not None else None
        )
    found = Admitted()
    for at in range(0, len(words), 4):
        part = words[at : at + 4]
        number = _number(part[2]) if len(part) > 2 else None
        if number is None or part[3:] not in ([], ["AND"]):
            return None
        if part[1] in _LOWER:
            found = Admitted(low=(number, part[1] == ">"), high=found.high)
        elif part[1] in _UPPER:
            found = Admitted(low=found.low, high=(number, part[1] == "<"))
        else:
            return None
    return (column, found) if words else None


def _number(word: str) -> float | None:
    return float(word) if word.replace(".", "", 1).isdecimal() else None


def _is_empty(low: tuple[float, bool], high: tuple[float, bool]) -> bool:
    return low[0] > high[0] or (low[0] == high[0] and (low[1] or high[1]))


def contradictions(table: Table) -> Iterator[tuple[Constraint, Constraint]]:
    """Pairs of CHECKs of one column that no value but NULL passes, the later one second."""
    known: list[tuple[str, Admitted, Constraint]] = []
    for item in table.constraints:
        found = admitted_by(item.expression) if item.kind == "check" and item.expression and item.enforced else None
        if found is None or item.inherited:
            continue
        first = next((old for name, range_, old in known if name == found[0] and range_.excludes(found[1])), None)
        if first is not None:
            yield first, item
        known.append((*found, item))
