"""Makes the classes of facts: as frozen, slotted, keyword-only dataclasses, at a quarter of their price.

Python writes and compiles six methods for every frozen dataclass, half a millisecond each time the program starts. The
readers' two hundred classes share theirs here; type checkers see and enforce a frozen dataclass.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, TypeVar, dataclass_transform

_Class = TypeVar("_Class")


@dataclass_transform(frozen_default=True, kw_only_default=True, eq_default=True)
def frozen(declaration: type[_Class]) -> type[_Class]:
    """The dataclass that a class declares; instances compare by value, and no one may assign to them."""
    own = vars(declaration)
    for name, method in (("__eq__", _equals), ("__hash__", _hash), ("__repr__", _shown)):
        if name not in own:
            setattr(declaration, name, method)
    return dataclass(slots=True, kw_only=True, eq=False, repr=False)(declaration)


_compared: dict[type, tuple[str, ...]] = {}


def _values(instance: Any) -> tuple[object, ...]:
    names = _compared.get(type(instance))
    if names is None:
        names = tuple(field.name for field in fields(instance) if field.compare)
        _compared[type(instance)] = names
    return tuple([getattr(instance, name) for name in names])


def _equals(self: object, other: object) -> bool:
    if self is other:
        return True
    return type(other) is type(self) and _values(self) == _values(other)


def _hash(self: object) -> int:
    return hash(_values(self))


def _shown(self: Any) -> str:
    shown = (f"{field.name}={getattr(self, field.name)!r}" for field in fields(self) if field.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"
