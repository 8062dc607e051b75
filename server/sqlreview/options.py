"""Classes whose annotated attributes are options: plain while a program runs, pydantic models when values are checked.

Importing pydantic and building a hundred models takes longer than reviewing a file, and most runs set no option at
all; so a model is made when there is something to check or to document.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar, Self

if TYPE_CHECKING:
    from pydantic import BaseModel


class Options:
    """Named values that never change: annotated class attributes with a default, each followed by a docstring."""

    underscores: ClassVar[bool] = True
    """Whether a configuration may write `an_option` for `an-option`."""

    def __init__(self, **values: object) -> None:
        self.__dict__.update(values)  # what is not given stays the default, an attribute of the class

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} does not change; its {name} cannot be set")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and _values(self) == _values(other)

    def __hash__(self) -> int:
        return hash(type(self))

    def __str__(self) -> str:
        return " ".join(f"{name}={value!r}" for name, value in _values(self).items())

    def but_with(self, **values: object) -> Self:
        """The same options with other values for some."""
        return type(self)(**{**self.__dict__, **values})


class Shown:
    """Values that the documentation of an option shows: `name: Annotated[str, Shown("a", "b")] = "a"`."""

    __slots__ = ("values",)

    def __init__(self, *values: object) -> None:
        self.values = values


def kebab(name: str) -> str:
    """An option's name as it is written in the configuration; a name that pydantic needs ends with `_` in the class."""
    return name.rstrip("_").replace("_", "-")


def option_names(declaration: type[Options]) -> tuple[str, ...]:
    """The options a class declares, in order."""
    from inspect import get_annotations

    annotated: dict[str, object] = {}
    for ancestor in reversed(declaration.__mro__[:-1]):
        annotated |= get_annotations(ancestor)
    return tuple(name for name, kind in annotated.items() if name[0] != "_" and "ClassVar" not in str(kind))


_models: dict[type[Options], type[BaseModel]] = {}


def model_of(declaration: type[Options]) -> type[BaseModel]:
    """The pydantic model that checks values for the options of a class and describes them by their docstrings."""
    if declaration not in _models:
        _models[declaration] = _made_model(declaration)
    return _models[declaration]


def _made_model(declaration: type[Options]) -> type[BaseModel]:
    from typing import Annotated, get_type_hints

    from pydantic import ConfigDict, Field, create_model

    kinds = get_type_hints(declaration, include_extras=True)
    meanings = meanings_of(declaration)
    fields: dict[str, Any] = {}
    for name in option_names(declaration):
        extras = getattr(kinds[name], "__metadata__", ())
        shown = next((list(extra.values) for extra in extras if isinstance(extra, Shown)), None)
        described = Field(description=meanings.get(name), examples=shown)
        fields[name] = (Annotated[kinds[name], described], getattr(declaration, name, ...))
    named = declaration.underscores
    config = ConfigDict(frozen=True, extra="forbid", alias_generator=kebab, populate_by_name=named)
    return create_model(
        declaration.__name__,
        __config__=config,
        __doc__=declaration.__doc__,
        __module__=declaration.__module__,
        **fields,
    )


def values_of(model: BaseModel) -> dict[str, Any]:
    """The values that were given to a model, by the names of the options."""
    return {name: getattr(model, name) for name in type(model).model_fields if name in model.model_fields_set}


def _values(options: Options) -> dict[str, object]:
    return {name: getattr(options, name) for name in option_names(type(options))}


def meanings_of(declaration: type[Options]) -> dict[str, str]:
    """What the options of a class mean, by their names."""
    return {name: text for ancestor in reversed(declaration.__mro__[:-1]) for name, text in _docstrings(ancestor)}


def _docstrings(declaration: type[Options]) -> Iterator[tuple[str, str]]:
    """The string below each option in the source of the class, where there is a source."""
    import ast
    from inspect import cleandoc, getsource
    from itertools import pairwise
    from textwrap import dedent

    try:
        parsed = ast.parse(dedent(getsource(declaration)))
    except (OSError, TypeError, SyntaxError):
        return
    for statement, following in pairwise(getattr(parsed.body[0], "body", ())):
        match statement, following:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                yield name, cleandoc(text)
