"""Facts about row level security."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.schema.catalog import Catalog
from sqlreview.schema.origins import Key
from sqlreview.schema.records import Policy, Table, View


def secured_tables_behind(catalog: Catalog, view: View) -> Iterator[Table]:
    """The tables whose policies a reader of the view would expect to hold: those it reads as its owner.

    Policies forced on owners hold for the view too, and views that read as their caller are not looked through.
    """
    seen: set[Key] = set()
    waiting = list(view.uses)
    while waiting:
        key = waiting.pop()
        if key in seen:
            continue
        seen.add(key)
        record = catalog.get(key)
        if isinstance(record, Table) and record.row_security and not record.force_row_security:
            yield record
        elif isinstance(record, View) and not reads_as_caller(record):
            waiting += record.uses


def reads_as_caller(view: View) -> bool:
    """Whether a view reads with the rights of whoever queries it (security_invoker)."""
    written = dict(view.options).get("security_invoker") if view.options else None
    return written is not None and written.strip("'").lower() in ("", "true", "on", "yes", "1")


def speaks_of_web_users(policy: Policy) -> bool:
    """Whether a policy belongs to a database that browsers reach through an API, as with Supabase and PostgREST."""
    if {"anon", "authenticated"} & set(policy.roles):
        return True
    conditions = (item.text for item in (policy.using, policy.check) if item)
    return any("auth.uid()" in text or "auth.jwt()" in text or "auth.role()" in text for text in conditions)


def overlapping_policies(table: Table) -> Iterator[tuple[Policy, Policy]]:
    """The permissive policies of which an earlier one holds for the same role and command, with the first such one."""
    permissive = [policy for policy in table.policies if policy.permissive]
    for place, policy in enumerate(permissive):
        earlier = next((other for other in permissive[:place] if _overlap(policy, other)), None)
        if earlier is not None:
            yield policy, earlier


def _overlap(one: Policy, other: Policy) -> bool:
    same_command = "all" in (one.command, other.command) or one.command == other.command
    everybody = not one.roles or not other.roles or "public" in (*one.roles, *other.roles)
    return same_command and (everybody or not set(one.roles).isdisjoint(other.roles))
