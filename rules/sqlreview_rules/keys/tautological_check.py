"""keys/tautological-check."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Finding, Good, Related, Rule, Severity
from sqlreview.operations import AddCheck, AddColumn, Check, CreateTable, NotNull, PrimaryKey
from sqlreview.operations.written import written_constraints
from sqlreview.schema import Table
from sqlreview.schema.check_ranges import contradictions
from sqlreview.schema.truths import always_true_part


class TautologicalCheck(Rule[CreateTable | AddColumn | AddCheck | Table]):
    """A CHECK can never fail, or two of them can never be passed.

    Why: either the CHECK or the NOT NULL beside it says something its author did not mean: with `email NOT NULL`,
    "an e-mail address or a phone number" is always given, and a contact with only a phone number is rejected.

    Instead: drop the NOT NULL, or the CHECK.
    """

    id = "keys/tautological-check"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    examples = (
        Bad(
            """
            CREATE TABLE contacts (
                id bigint PRIMARY KEY,
                email text NOT NULL,
                phone text,
                CONSTRAINT contacts_reachable CHECK (email IS NOT NULL OR phone IS NOT NULL)
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            );
            """
        ),
        Bad(
            """
            ALTER TABLE users ADD CONSTRAINT users_named CHECK (length(name) >= 0) NOT VALID;
                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=SHOP,
        ),
        Good(
            """
            CREATE TABLE contacts (
                id bigint PRIMARY KEY,
                email text,
                phone text,
                CONSTRAINT contacts_reachable CHECK (email IS NOT NULL OR phone IS NOT NULL)
            );
            """
        ),
        Good(
            """
            ALTER TABLE users ADD CONSTRAINT users_name_not_null CHECK (name IS NOT NULL) NOT VALID;
            ALTER TABLE users VALIDATE CONSTRAINT users_name_not_null;
            """,
            given=SHOP,
        ),
    )

    def check(self, subject: CreateTable | AddColumn | AddCheck | Table, context: Context) -> Iterator[Finding]:
        """Reports checks with a part that holds for every row, and two that no value passes together."""
        if isinstance(subject, Table):
            for one, other in contradictions(subject):
                message = f"No value of `{one.columns[0]}` passes this CHECK of `{subject.name}` and another one."
                yield self.finding(other.origin, message, related=(Related("The other CHECK", one.origin),))
            return
        required = _required_columns(subject, context)
        for part in written_constraints(subject):
            if isinstance(part, Check):
                true = always_true_part(part.expression.text, required.__contains__)
                if true is not None:
                    message = f"The CHECK of `{subject.table.text}` never fails, because `{true}` always holds."
                    yield self.finding(part.span, message)


def _required_columns(subject: CreateTable | AddColumn | AddCheck, context: Context) -> set[str]:
    """The columns that were or are made NOT NULL without the check's help."""
    table = None if isinstance(subject, CreateTable) else context.catalog.table(subject.table)
    required = {column.name for column in table.columns if column.not_null} if table else set()
    if isinstance(subject, CreateTable | AddColumn):
        columns = subject.columns if isinstance(subject, CreateTable) else (subject.column,)
        required |= {column.name.text for column in columns if not column.is_nullable}
    for part in written_constraints(subject):
        if isinstance(part, PrimaryKey | NotNull) and not part.timing.not_valid:
            required |= {column.text for column in part.columns}
    return required
