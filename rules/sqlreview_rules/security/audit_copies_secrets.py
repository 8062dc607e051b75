"""security/audit-copies-secrets."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule
from sqlreview.operations import CreateRoutine
from sqlreview.schema import Routine
from sqlreview.schema.audit_copies import RowCopy, row_copies

_ACCOUNTS = """
CREATE TABLE accounts (id bigint PRIMARY KEY, password_hash text NOT NULL);
CREATE TABLE audit_log (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, doc jsonb NOT NULL);
"""


class AuditCopiesSecrets(Rule[Routine]):
    """An audit trigger copies whole rows, secrets included, into the audit table.

    Why: the audit table keeps every password hash and token there ever was, and more people read it than the table
    itself.

    Instead: take the columns out, `to_jsonb(NEW) - 'password_hash'`.
    """

    id = "security/audit-copies-secrets"
    examples = (
        Bad(
            """
            CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                INSERT INTO audit_log (doc) VALUES (to_jsonb(NEW));
                                                    ^^^^^^^^^^^^^
                RETURN NEW;
            END $$;
            CREATE TRIGGER keep AFTER UPDATE ON accounts FOR EACH ROW EXECUTE FUNCTION keep();
            """,
            fixed="""
            CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                INSERT INTO audit_log (doc) VALUES (to_jsonb(NEW) - 'password_hash');
                RETURN NEW;
            END $$;
            CREATE TRIGGER keep AFTER UPDATE ON accounts FOR EACH ROW EXECUTE FUNCTION keep();
            """,
            given=_ACCOUNTS,
        ),
        Good(
            """
            CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                INSERT INTO audit_log (doc) VALUES (to_jsonb(NEW) - 'password_hash');
                RETURN NEW;
            END $$;
            CREATE TRIGGER keep AFTER UPDATE ON accounts FOR EACH ROW EXECUTE FUNCTION keep();
            """,
            given=_ACCOUNTS,
        ),
    )

    def check(self, subject: Routine, context: Context) -> Iterator[Finding]:
        """Reports copies in functions that run for a table with credentials."""
        operations = (item for item in context.statement.operations if isinstance(item, CreateRoutine))
        creation = next((item for item in operations if item.span == subject.origin.span), None)
        if creation is None:
            return
        for copy in row_copies(subject, creation, context.statement.text, context.catalog):
            message = f"The copy of a row of `{copy.table}` holds its `{copy.column}`."
            yield self.finding(subject.origin.within(copy.span), message, *_fixes(copy, creation, context))


def _fixes(copy: RowCopy, creation: CreateRoutine, context: Context) -> Iterator[Fix]:
    is_quoted = creation.body is None or context.statement.text[creation.body.start - 1] != "$"
    if copy.missing and not is_quoted:
        text = "".join(f" - '{column}'" for column in copy.missing)
        yield Fix("Take the secrets out", (Edit.insert(copy.span.end, text),), FixKind.UNSAFE)
