"""types/hidden-json-attribute."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Migration, Rule, Severity
from sqlreview.operations.written import words_of
from sqlreview.queries import Query, Value, row_conditions_of
from sqlreview.schema import Origin, Table
from sqlreview.schema.json_attributes import JsonAttribute, attribute_of, filtered_attributes, is_indexed
from sqlreview.schema.table_roles import keeps_records

_OFTEN = frozenset(("status", "type", "state", "email"))
_AS_RECEIVED = frozenset(("payload", "event", "log", "raw", "request", "response", "body"))


class HiddenJsonAttribute(Rule[Migration | Table]):
    """An attribute that is filtered again and again is buried in a JSON column.

    Why: nothing checks its type or its values, no foreign key can use it, and the planner has no statistics about what
    is inside a JSON value, so it guesses.

    Instead: a column of its own. A generated column can take the value out; adding it rewrites the table.
    """

    id = "types/hidden-json-attribute"
    engines = ("postgres", "mysql")
    severity = Severity.INFO
    examples = (
        Bad(
            """
            SELECT id FROM clients WHERE profile->>'status' = 'live';
                                         ^^^^^^^^^^^^^^^^^^
            """,
            given="CREATE TABLE clients (id bigint PRIMARY KEY, profile jsonb NOT NULL);",
        ),
        Bad(
            """
            SELECT id FROM clients WHERE profile->>'$.level' = 'high';
                                         ^^^^^^^^^^^^^^^^^^^
            SELECT count(*) FROM clients WHERE JSON_EXTRACT(profile, '$.level') = 'low';
            """,
            given="CREATE TABLE clients (id bigint PRIMARY KEY, profile json NOT NULL);",
            engine="mysql",
            mysql_only=True,
        ),
        Good(
            "SELECT profile->>'status' FROM clients WHERE status = 'live' ORDER BY id LIMIT 10;",
            given="CREATE TABLE clients (id bigint PRIMARY KEY, profile jsonb NOT NULL, status text NOT NULL);",
        ),
        Good(
            "SELECT id FROM clients WHERE profile->>'$.level' = 'high' ORDER BY id LIMIT 10;",
            given="CREATE TABLE clients (id bigint PRIMARY KEY, profile json NOT NULL);",
            engine="mysql",
            mysql_only=True,
        ),
    )

    def check(self, subject: Migration | Table, context: Context) -> Iterator[Finding]:
        """Reports the first of the conditions on such an attribute in a file, and conditions of indexes."""
        if isinstance(subject, Table):
            for at, index, column, key in filtered_attributes(subject):
                if not keeps_records(subject) and _AS_RECEIVED.isdisjoint(words_of(column)):
                    message = f"`{index.name}` looks for `{key}` inside `{column}`, which has no column of its own."
                    yield self.finding(at, message)
            return
        found: dict[tuple[str, str, str], list[tuple[Origin, JsonAttribute]]] = {}
        for statement, origin in zip(subject.statements, subject.origins, strict=True):
            for query in statement.queries:
                for value in _tested(query):
                    item = attribute_of(value, query, context.catalog)
                    if item is not None and _is_own(item):
                        names = (item.table.name, item.column.name, item.key)
                        found.setdefault(names, []).append((origin.within(value.span), item))
        for (table, column, key), places in found.items():
            if len(places) > 1 or key in _OFTEN or key.endswith("_id"):
                message = f"Conditions on `{table}` look for `{key}` inside `{column}`, which has no column of its own."
                yield self.finding(places[0][0], message)


def _tested(query: Query) -> Iterator[Value]:
    for condition in row_conditions_of(query):
        for part in condition.predicate.comparisons:
            yield from part.values


def _is_own(item: JsonAttribute) -> bool:
    if keeps_records(item.table) or not _AS_RECEIVED.isdisjoint(words_of(item.column.name)):
        return False
    return item.key.endswith("_id") or not is_indexed(item)
