"""The class every rule extends: options are its fields, documentation its docstring, tests its examples."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Generic, Literal, TypeVar, Union, get_args, get_origin

from sqlreview.context import Context
from sqlreview.examples import Example
from sqlreview.findings import Finding, Fix, Place, Related, Severity
from sqlreview.options import Options
from sqlreview.sql.engines import SUPPORTED_VERSIONS

EVERY_ENGINE: tuple[str, ...] = tuple(name for name in SUPPORTED_VERSIONS if name != "cql")
"""The names of all engines of SQL, for rules that hold for each of them; Cassandra's language is another one."""

Subject = TypeVar("Subject")


class Rule(Options, Generic[Subject]):
    """A rule about one kind of subject.

    `class MyRule(Rule[AddForeignKey])` is called with every AddForeignKey. Subjects are operations, queries,
    Statement, Transaction, Migration, IgnoreComment, and, for the schema as it is after the last migration, the records
    Table, View, Sequence, Type, Routine, or the whole Catalog. `Rule[A | B]` names several.

    Fields are options: each has a default and a docstring. A rule has no state and opens no files.
    """

    id: ClassVar[str]
    """`pack/rule-name`, the same as the path of its module."""
    engines: ClassVar[tuple[str, ...]] = ("postgres",)
    """The engines of which both the condition and the message are true."""
    severity: ClassVar[Severity] = Severity.WARNING
    enabled: ClassVar[bool] = True
    """Whether the default profile switches it on."""
    examples: ClassVar[tuple[Example, ...]] = ()
    versions: ClassVar[str] = ""
    """Engine versions it applies to, for the documentation: "postgres >= 14"."""
    sources: ClassVar[tuple[str, ...]] = ()
    """Manual sections and measurements it rests on, as links or short references."""
    subsumes: ClassVar[tuple[str, ...]] = ()
    """Ids of rules that stay silent on a place this rule reports."""
    tag: ClassVar[Literal["", "unnecessary", "deprecated"]] = ""
    """How editors may show the place: faded, for what can go without a change, or struck through, for what its engine
    is going to drop."""
    grows: ClassVar[bool] = False
    """Whether it is about work that takes longer the more rows a table has, as every rule with `small_tables` is."""

    def check(self, subject: Subject, context: Context) -> Iterator[Finding]:
        """The findings on one subject."""
        raise NotImplementedError(f"{type(self).__name__}.check")

    def finding(
        self,
        at: Place,
        message: str,
        *fixes: Fix,
        related: tuple[Related, ...] = (),
        severity: Severity | None = None,
    ) -> Finding:
        """A finding of this rule; `severity` weakens or strengthens it for this place."""
        return Finding(self.id, severity or self.severity, message, at, fixes, related)

    @classmethod
    def subjects(cls) -> tuple[type, ...]:
        """The types between the brackets of Rule[...]."""
        for base in (base for ancestor in cls.__mro__ for base in vars(ancestor).get("__orig_bases__", ())):
            if get_origin(base) is Rule:
                (subject,) = get_args(base)
                is_union = get_origin(subject) is Union or type(subject).__name__ == "UnionType"
                return get_args(subject) if is_union else (subject,)
        raise TypeError(f"{cls.__name__} does not say Rule[...]")
