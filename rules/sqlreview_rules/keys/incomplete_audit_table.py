"""keys/incomplete-audit-table."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations.written import table_creation, words_of
from sqlreview.schema import Table
from sqlreview.schema.keys import primary_key_columns
from sqlreview.schema.table_roles import is_own_design, points_to

_OPERATIONS = frozenset(
    ("operation", "action", "op", "change_type", "operation_type", "action_type", "event_type", "dml")
)
_ACTORS = frozenset(("by", "actor", "user", "author", "username", "performer", "who", "principal", "admin", "operator"))
_TIMES = ("timestamp", "timestamptz", "datetime", "date")
_TIME_WORDS = frozenset(("at", "on", "time", "timestamp", "ts", "date", "when"))
_TABLES = frozenset(("table_name", "entity_type", "entity", "object_type", "resource_type", "relation", "target_type"))


class IncompleteAuditTable(Rule[Table]):
    """An audit table cannot say which row changed, who did it or when.

    Why: the day it is needed, the entry that matters is there but cannot be found, or does not say whose it is.

    Instead: the key of the row, the actor and a time that is never NULL, and an index that begins with the table's name
    and the key, where one audit table is for several.
    """

    id = "keys/incomplete-audit-table"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    examples = (
        Bad(
            """
            CREATE TABLE audit_log (id bigint PRIMARY KEY, table_name text NOT NULL, action text NOT NULL);
                         ^^^^^^^^^
            """
        ),
        Good(
            """
            CREATE TABLE audit_log (
                id bigint PRIMARY KEY, table_name text NOT NULL, record_id bigint NOT NULL,
                action text NOT NULL, changed_by bigint NOT NULL,
                changed_at timestamptz NOT NULL
            );
            CREATE INDEX audit_log_record_idx ON audit_log (table_name, record_id, changed_at);
            """
        ),
    )

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports audit tables of changes with what they lack after the last migration."""
        creation = table_creation(context.statement.operations, subject.origin.span)
        words = words_of(subject.name)
        is_audit = not {"audit", "audits"}.isdisjoint(words) or words[-2:] in (("change", "log"), ("change", "logs"))
        if creation is None or not is_audit or not is_own_design(subject):
            return
        if not any(column.name.lower() in _OPERATIONS for column in subject.columns):
            return
        missing = list(_missing(subject))
        if missing:
            message = f"`{subject.name}` has no {', no '.join(missing)}."
            yield self.finding(subject.origin.within(creation.table.span), message)


def _missing(table: Table) -> Iterator[str]:
    own = primary_key_columns(table)
    actor_ids = {column.name for column in table.columns if not _ACTORS.isdisjoint(words_of(column.name))}
    keys = [
        column.name
        for column in table.columns
        if column.name not in own and column.name not in actor_ids and (points_to(column.name) or _is_key(column.name))
    ]
    if not keys:
        yield "key of the row that changed"
    if not actor_ids:
        yield "actor"
    times = [item for item in table.columns if item.type and item.type.name.startswith(_TIMES)]
    times += [
        item for item in table.columns if not item.type or words_of(item.name)[-1:] in {(w,) for w in _TIME_WORDS}
    ]
    if not any(column.not_null for column in times):
        yield "time that is always set"
    several = next((column.name for column in table.columns if column.name.lower() in _TABLES), None)
    if several and keys and not any({several, *keys} & set(index.columns[:1]) for index in table.indexes if index.name):
        yield f"index that begins with ({several}, {keys[0]})"


def _is_key(name: str) -> bool:
    return words_of(name)[-1:] in (("pk",), ("key",), ("uuid",)) and len(words_of(name)) > 1
