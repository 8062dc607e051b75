"""Privileges on tables that keep what has happened."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol

from sqlreview.frozen import frozen
from sqlreview.operations import Grant
from sqlreview.operations.written import words_of
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.records import Table
from sqlreview.text import Span

_CHANGING = {"UPDATE": "change", "DELETE": "delete", "TRUNCATE": "delete"}
_EVERYTHING = frozenset(("ALL", "ALL PRIVILEGES"))


class OperationsOf(Protocol):
    """The operations of some kinds in a file, each with the position of its statement."""

    def __call__(self, *kinds: type[Any]) -> list[tuple[int, Any]]: ...


@frozen
class AuditGrant:
    """A GRANT with which roles may change an audit table."""

    span: Span
    position: int
    """Of the statement in its file."""
    table: str
    roles: tuple[str, ...]
    verbs: str
    """What they may do to rows: "change and delete"."""


def audit_grants(operations: OperationsOf, catalog: Catalog) -> Iterator[AuditGrant]:
    """The grants of UPDATE, DELETE or TRUNCATE on audit tables that no later REVOKE of the file takes back."""
    grants: list[tuple[int, Grant]] = operations(Grant)
    for place, (position, grant) in enumerate(grants):
        table = None if grant.revoke else _audit_table(grant, catalog)
        left = _changing(grant)
        for _, later in grants[place + 1 :]:
            if later.revoke and set(later.objects) & set(grant.objects):
                left = left - _changing(later)
        if table and left:
            verbs = " and ".join(sorted({_CHANGING[word] for word in left}))
            roles = tuple(role.text for role in grant.grantees)
            yield AuditGrant(span=grant.span, position=position, table=table, roles=roles, verbs=verbs)


def _changing(grant: Grant) -> frozenset[str]:
    words = frozenset(grant.privileges)
    return frozenset(_CHANGING) if words & _EVERYTHING else words & frozenset(_CHANGING)


def _audit_table(grant: Grant, catalog: Catalog) -> str | None:
    if grant.kind == "table":
        return next((name.text for name in grant.objects if _is_audit(name.text)), None)
    if grant.kind == "all tables in schema":
        schemas = {name.text for name in grant.objects}
        named = (table for table in catalog.all(Table) if table.schema in schemas)
        return next((table.name for table in named if _is_audit(table.name)), None)
    return None


def _is_audit(name: str) -> bool:
    """Whether a table keeps what has happened, by its name; a plain `_log` or `_history` may be anything."""
    return not {"audit", "audits", "auditlog"}.isdisjoint(words_of(name))
