"""transactions/session-search-path-change."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Migration, Rule, Span
from sqlreview.operations import SetSetting
from sqlreview.queries import functions_of

_START = ("public", "$user, public", '"$user", public')


class SessionSearchPathChange(Rule[Migration]):
    """The migration changes search_path for everything that the session does after it.

    Why: SET lasts beyond COMMIT. The migrations that follow on the same connection, and the tool when it looks for
    its own table, find other objects than they do alone.

    Instead: `SET LOCAL search_path` in a transaction, qualified names, or `RESET search_path` at the end.
    """

    id = "transactions/session-search-path-change"
    sources = ("https://www.postgresql.org/docs/current/sql-set.html",)
    examples = (
        Bad(
            """
            SET search_path TO billing;
            ^^^^^^^^^^^^^^^^^^^^^^^^^^
            CREATE TABLE invoices (id bigint PRIMARY KEY);
            """,
            given="CREATE SCHEMA billing;",
        ),
        Good(
            """
            BEGIN;
            SET LOCAL search_path TO billing;
            CREATE TABLE invoices (id bigint PRIMARY KEY);
            COMMIT;
            """,
            given="CREATE SCHEMA billing;",
        ),
        Good("SET search_path TO billing;\nDROP TABLE IF EXISTS drafts;\nRESET search_path;", given=SHOP),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports the last change of the file, unless it puts things back."""
        if subject.is_dump:
            return
        changes = list(_changes(subject))
        if not changes:
            return
        position, span, value = changes[-1]
        if value is None or value == "" or (len(changes) > 1 and value.lower() in _START):
            return
        origin, text = subject.origins[position], subject.statements[position].text
        message = f"search_path is {value} for everything that this session does after the file, too."
        in_transaction = origin.transaction != origin.statement
        words = text.upper().split(None, 2)
        old = text[: text.upper().find("SEARCH_PATH")]
        fixes = []
        if in_transaction and words[0] == "SET" and old:
            edit = Edit.replace(Span(0, len(old)), "SET LOCAL ")
            fixes.append(Fix("Set it for the transaction", (edit,), FixKind.UNSAFE))
        yield self.finding(origin.within(span), message, *fixes)


def _changes(migration: Migration) -> Iterator[tuple[int, Span, str | None]]:
    """Where the session's search_path gets a value; None for its reset."""
    for position, statement in enumerate(migration.statements):
        if position in migration.downs:
            continue
        for operation in statement.operations:
            if isinstance(operation, SetSetting) and operation.name in ("search_path", "all") and not operation.local:
                yield position, operation.span, operation.value
        for query in statement.queries if "set_config" in statement.text.lower() else ():
            for call in functions_of(query):
                words = [statement.text[item.span.start : item.span.end].strip("'").lower() for item in call.arguments]
                if call.name == "set_config" and words[:1] == ["search_path"] and words[2:] in (["false"], ["f"]):
                    yield position, Span(0, len(statement.text)), words[1]
