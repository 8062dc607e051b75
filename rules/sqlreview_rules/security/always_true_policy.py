"""security/always-true-policy."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Span
from sqlreview.operations import AlterPolicy, CreatePolicy, Expression
from sqlreview.operations.written import words_of
from sqlreview.schema import Policy
from sqlreview.schema.truths import always_true_part

_SECURED = f"{SHOP}ALTER TABLE users ENABLE ROW LEVEL SECURITY; ALTER TABLE products ENABLE ROW LEVEL SECURITY;"


class AlwaysTruePolicy(Rule[CreatePolicy | AlterPolicy]):
    """A policy for writing lets every row through.

    Why: whoever has the table privilege may change every row, or, with `WITH CHECK (true)`, move a row of his own to
    another owner.

    Instead: state the owner or tenant in the condition. Without WITH CHECK, USING holds for the new row too.
    """

    id = "security/always-true-policy"
    sources = ("https://www.postgresql.org/docs/current/sql-createpolicy.html",)
    examples = (
        Bad(
            """
            CREATE POLICY all_write ON orders FOR ALL USING (true);
                                                             ^^^^
            """,
            given=SHOP,
        ),
        Bad(
            """
            CREATE POLICY edit ON users FOR UPDATE USING (name = current_user) WITH CHECK (true);
                                                                                           ^^^^
            """,
            fixed="CREATE POLICY edit ON users FOR UPDATE USING (name = current_user);",
            given=SHOP,
        ),
        Good("CREATE POLICY public_read ON products FOR SELECT USING (true);", given=_SECURED),
        Good("CREATE POLICY edit ON users FOR UPDATE USING (name = current_user);", given=_SECURED),
    )

    trusted_roles: frozenset[str] = frozenset({"service_role", "postgres", "dashboard_user"})
    """Roles that may write everything; those with "admin" or "service" in their names are trusted too."""

    def check(self, subject: CreatePolicy | AlterPolicy, context: Context) -> Iterator[Finding]:
        """Reports conditions of write policies that hold for every row."""
        policy = subject if isinstance(subject, CreatePolicy) else _altered(subject, context)
        is_unseen = policy is None and subject.check is not None  # only policies of writes have a WITH CHECK
        command, roles = (policy.command, policy.roles) if policy else ("update", ())
        if not (policy.permissive if policy else is_unseen) or command == "select" or self._is_trusted(roles):
            return
        condition = next((item for item in (subject.using, subject.check) if item and _always_true(item)), None)
        if condition is not None:
            may = {"insert": "insert any row into", "delete": "delete every row of"}.get(command, "change every row of")
            if condition is subject.check and subject.using and command != "insert":
                may = "give a row any new owner in"
            who = ", ".join(roles) or ("every role" if policy else "its roles")
            message = f"Policy `{subject.name}` lets {who} {may} `{subject.table.text}`."
            yield self.finding(condition.span, message, *_fixes(subject, context.statement.text))

    def _is_trusted(self, roles: tuple[str, ...]) -> bool:
        trusted = (role in self.trusted_roles or {"admin", "service"} & set(words_of(role)) for role in roles)
        return bool(roles) and all(trusted)


def _altered(subject: AlterPolicy, context: Context) -> Policy | None:
    table = context.catalog.table(subject.table)
    policies = table.policies if table else ()
    return next((policy for policy in policies if policy.name == subject.name.text), None)


def _always_true(condition: Expression) -> bool:
    return always_true_part(condition.text, lambda column: False) is not None


def _fixes(subject: CreatePolicy | AlterPolicy, sql: str) -> Iterator[Fix]:
    """Without WITH CHECK the server uses USING."""
    using, check = subject.using, subject.check
    if not isinstance(subject, CreatePolicy) or not using or not check or _always_true(using):
        return
    start, end = sql.find(")", using.span.end) + 1, sql.find(")", check.span.end) + 1
    if start and end and sql[start : check.span.start].split() in (["WITH", "CHECK", "("], ["WITH", "CHECK("]):
        yield Fix("Let USING hold for the new row too", (Edit.delete(Span(start, end)),), FixKind.UNSAFE)
