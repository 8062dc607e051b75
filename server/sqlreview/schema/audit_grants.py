"""Privileges on tables that keep what has happened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sqlreview.frozen import frozen
from sqlreview.operations import Grant, Name
from sqlreview.operations.written import words_of
from sqlreview.schema.origins import Origin

_CHANGING = {"UPDATE": "change", "DELETE": "delete", "TRUNCATE": "delete"}
_EVERYTHING = frozenset(("ALL", "ALL PRIVILEGES"))
_SCHEMA = "all tables in schema"


@frozen
class AuditRight:
    """What a GRANT lets a role do to rows of an audit table, and no later REVOKE takes back."""

    tables: tuple[Name, ...]
    role: str
    words: frozenset[str]
    """UPDATE, DELETE and TRUNCATE, as far as they are granted."""
    origin: Origin

    @property
    def verbs(self) -> str:
        """What that is: "change and delete"."""
        return " and ".join(sorted({_CHANGING[word] for word in self.words}))


def after_grant(
    rights: tuple[AuditRight, ...], grant: Grant, tables: Iterable[tuple[str, str]], origin: Origin
) -> tuple[AuditRight, ...]:
    """The rights behind a GRANT or REVOKE; `tables` are those of the history, by schema and name."""
    words = frozenset(grant.privileges)
    changing = frozenset(_CHANGING) if words & _EVERYTHING else words & frozenset(_CHANGING)
    if not changing:
        return rights
    roles = [role.text for role in grant.grantees]
    if grant.revoke:
        left = (_without(right, changing, grant) if right.role in roles else right for right in rights)
        return tuple(right for right in left if right.words)
    named = tuple(_audit_tables(grant, tables))
    return rights + tuple(AuditRight(tables=named, role=role, words=changing, origin=origin) for role in roles if named)


def _without(right: AuditRight, words: frozenset[str], revoke: Grant) -> AuditRight:
    if revoke.kind == _SCHEMA:
        schemas = {name.text for name in revoke.objects}
        left = tuple(name for name in right.tables if (name.schema or "public") not in schemas)
    else:
        left = tuple(name for name in right.tables if name not in revoke.objects)
    return right if left else replace(right, words=right.words - words)


def _audit_tables(grant: Grant, tables: Iterable[tuple[str, str]]) -> Iterator[Name]:
    if grant.kind == "table":
        yield from (name for name in grant.objects if _is_audit(name.text))
    elif grant.kind == _SCHEMA:
        spans = {name.text: name.span for name in grant.objects}
        for schema, table in tables:
            if schema in spans and _is_audit(table):
                yield Name(schema, table, spans[schema])


def _is_audit(name: str) -> bool:
    """Whether a table keeps what has happened, by its name; a plain `_log` or `_history` may be anything."""
    return not {"audit", "audits", "auditlog"}.isdisjoint(words_of(name))
