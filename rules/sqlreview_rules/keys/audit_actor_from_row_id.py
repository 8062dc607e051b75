"""keys/audit-actor-from-row-id."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, regex
from sqlreview.operations.written import words_of
from sqlreview.queries import Insert, Query, Select, Value, Values

_ACTORS = frozenset(("user_id", "actor_id", "changed_by", "modified_by", "performed_by", "created_by", "updated_by"))
_LOG = regex(r"audit|history|activit(?:y|ies)|(?:^|_)logs?$")


class AuditActorFromRowId(Rule[Insert]):
    """An audit trigger records the id of the changed row as the user who changed it.

    Why: with `user_id := NEW.id` the log of a change of user 7 says that user 7 made it, whoever did. Nobody notices
    until the log is needed.

    Instead: hand the user over in a setting of the session, `nullif(current_setting('app.user_id', true), '')::bigint`,
    and keep NEW.id for a column that names the row.
    """

    id = "keys/audit-actor-from-row-id"
    examples = (
        Bad(
            """
            CREATE FUNCTION note_change() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                INSERT INTO audit_log (table_name, user_id, at) VALUES (TG_TABLE_NAME, NEW.id, now());
                                                                                       ^^^^^^
                RETURN NEW;
            END $$;
            """
        ),
        Good(
            """
            CREATE FUNCTION note_change() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                INSERT INTO audit_log (record_id, user_id)
                VALUES (NEW.id, nullif(current_setting('app.user_id', true), '')::bigint);
                RETURN NEW;
            END $$;
            """
        ),
    )

    def check(self, subject: Insert, context: Context) -> Iterator[Finding]:
        """Reports the id of NEW or OLD in the column of the actor, in bodies of functions."""
        name = subject.target.name
        if context.body != "function" or name is None or not _LOG.search("_".join(words_of(name.text))):
            return
        for row in _rows(subject.source):
            for column, value in zip(subject.columns, row, strict=False):
                if column.text in _ACTORS and _is_row_id(value):
                    message = f"`{name.text}.{column.text}` gets the id of the changed row, not of who changed it."
                    yield self.finding(value.span, message)


def _rows(source: Query | None) -> tuple[tuple[Value, ...], ...]:
    match source:
        case Values(rows=rows):
            return rows
        case Select(outputs=outputs, stars=()):
            return (tuple(output.value for output in outputs),)
    return ()


def _is_row_id(value: Value) -> bool:
    if value.kind == "function" and value.function is not None and value.function.name == "coalesce":
        return bool(value.function.arguments) and all(map(_is_row_id, value.function.arguments))
    column = value.items[0].column if value.kind == "cast" and value.items else value.column
    return column is not None and column.qualifier in ("new", "old") and column.column == "id"
