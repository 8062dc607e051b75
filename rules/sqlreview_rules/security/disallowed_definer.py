"""security/disallowed-definer."""

from collections.abc import Iterator

from sqlreview import SHOP_MYSQL, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity, Statement
from sqlreview.operations.definers import definer_in
from sqlreview.operations.written import space_before


class DisallowedDefiner(Rule[Statement]):
    """A stored object names a definer account that may not exist elsewhere.

    Why: it runs with the rights of that account. Where the account does not exist, MariaDB and MySQL create the object
    with a note and fail with error 1449 at every use.

    Instead: leave the clause out, so that the migrating account is meant, or say `SQL SECURITY INVOKER`.
    """

    id = "security/disallowed-definer"
    engines = ("mysql", "mariadb")
    severity = Severity.INFO
    sources = ("https://dev.mysql.com/doc/refman/8.4/en/stored-objects-security.html", "measured on MariaDB 10.11")
    examples = (
        Bad(
            """
            CREATE DEFINER = 'root'@'localhost' VIEW paid AS SELECT id FROM orders WHERE status = 'paid';
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            CREATE VIEW paid AS SELECT id FROM orders WHERE status = 'paid';
            """,
            given=SHOP_MYSQL,
            engine="mysql",
        ),
        Good(
            "CREATE SQL SECURITY INVOKER VIEW paid AS SELECT id FROM orders WHERE status = 'paid';",
            given=SHOP_MYSQL,
            engine="mysql",
        ),
    )

    accounts: frozenset[str] = frozenset()
    """Accounts that may be named, as `user@host` or `user`; without any every account is reported."""

    def check(self, subject: Statement, context: Context) -> Iterator[Finding]:
        """Reports accounts in DEFINER clauses, root more loudly."""
        definer = definer_in(subject.text, context.engine)
        if definer is None or {definer.account, definer.user} & self.accounts:
            return
        message = f"The object runs as `{definer.account}`, and fails where that account does not exist."
        severity = Severity.WARNING if definer.user == "root" else None
        fix = Fix("Take the clause out", (Edit.delete(space_before(definer.span, subject.text)),), FixKind.UNSAFE)
        yield self.finding(definer.span, message, fix, severity=severity)
