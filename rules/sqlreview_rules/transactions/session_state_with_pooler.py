"""transactions/session-state-with-pooler."""

from collections.abc import Iterator
from typing import Literal

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Migration, Rule
from sqlreview.operations import (
    Begin,
    Commit,
    CreateTable,
    Operation,
    Other,
    Rollback,
    Savepoint,
    SetSetting,
    WriteRows,
)
from sqlreview.queries import FunctionCall, functions_of

_NO_MIGRATION = (Begin, Commit, Rollback, Savepoint, SetSetting, Other, CreateTable, WriteRows)
_STATEMENTS = ("listen", "unlisten", "prepare", "execute", "deallocate", "load")
_LOCKS = ("pg_advisory_lock", "pg_try_advisory_lock")


class SessionStateWithPooler(Rule[Migration]):
    """What the statement leaves in the session is not there for the next one.

    Why: a pooler in transaction mode gives every transaction another server connection. Settings, prepared statements,
    advisory locks, temporary tables and LISTEN stay behind on the last one, and surprise whoever gets it next.

    Instead: `SET LOCAL`, `pg_advisory_xact_lock` and `ON COMMIT DROP` within a transaction; LISTEN on a connection of
    its own. Migrations, which connect without the pooler, are left out.
    """

    id = "transactions/session-state-with-pooler"
    enabled = False
    sources = ("https://www.pgbouncer.org/features.html",)
    examples = (
        Bad(
            """
            SET search_path TO tenant_7;
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            options={"pooling": "transaction"},
        ),
        Good("BEGIN;\nSET LOCAL work_mem = '8MB';\nCOMMIT;", options={"pooling": "transaction"}),
    )

    pooling: Literal["session", "transaction"] = "session"
    """How connections are pooled; the rule is silent unless it is "transaction"."""

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports what a file that defines nothing leaves in its session."""
        if self.pooling != "transaction" or not all(issubclass(kind, _NO_MIGRATION) for kind in subject.kinds):
            return
        if not all(item.temporary for _, item in subject.operations(CreateTable)):
            return
        for position, statement in enumerate(subject.statements):
            at = subject.origins[position]
            what = next((said for item in statement.operations if (said := _left(item, statement.text))), "")
            if what:
                yield self.finding(at, f"{what} of this connection, which the next statement may not get.")
            calls = (call for query in statement.queries for call in functions_of(query))
            for call in (call for call in calls if call.name.startswith(_LOCKS)):
                message = "The lock stays with this connection, which the next statement may not get."
                yield self.finding(at.within(call.span), message, *_fix(call, statement.text))


def _left(operation: Operation, text: str) -> str:
    """What a statement leaves in the session; empty where nothing is."""
    match operation:
        case SetSetting(local=False, name=name, value=value) if name != "transaction" and value is not None:
            return f"`{name}` is set on the session"
        case Other(kind=kind) if kind in _STATEMENTS:
            return f"{kind.upper()} is about the session"
        case Other(kind="declare") if "WITH HOLD" in " ".join(text.upper().split()):
            return "The cursor belongs to the session"
        case CreateTable(temporary=True) if "ON COMMIT DROP" not in " ".join(text.upper().split()):
            return "The temporary table belongs to the session"
    return ""


def _fix(call: FunctionCall, text: str) -> Iterator[Fix]:
    at = text.lower().find("advisory_lock", call.span.start, call.span.end)
    if at >= 0:
        yield Fix("Keep it for the transaction", (Edit.insert(at + len("advisory_"), "xact_"),), FixKind.UNSAFE)
