"""security/hardcoded-credential."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity, Statement
from sqlreview.operations import CreateRole
from sqlreview.operations.secrets import Secret, role_password, secrets_in

_WEIGHTS = {"real": Severity.ERROR, "placeholder": Severity.WARNING, "hash": Severity.INFO}


class HardcodedCredential(Rule[CreateRole | Statement]):
    """A real credential stands in the SQL text.

    Why: everybody who can read the repository, its backups or the log of the server can log in, also after the line is
    deleted.

    Instead: set the password outside of versioned SQL, or from a variable (`:'app_password'` in psql, `${...}` in many
    tools), and replace one that was committed.
    """

    id = "security/hardcoded-credential"
    engines = ("postgres", "mysql", "mariadb")
    severity = Severity.ERROR
    sources = ("https://www.postgresql.org/docs/current/sql-createrole.html",)
    examples = (
        Bad(
            """
            CREATE ROLE app LOGIN PASSWORD 'r4inyD4y';
                                           ^^^^^^^^^^
            """
        ),
        Bad(
            """
            CREATE SUBSCRIPTION orders CONNECTION 'host=db user=copy password=r4inyD4y' PUBLICATION orders
                                                                              ^^^^^^^^
                WITH (connect = false, slot_name = NONE, enabled = false);
            """
        ),
        Good("CREATE ROLE reader LOGIN;"),
        Good("CREATE ROLE writer LOGIN; ALTER ROLE writer PASSWORD NULL;"),
    )

    def check(self, subject: CreateRole | Statement, context: Context) -> Iterator[Finding]:
        """Reports passwords of roles, and those in URLs, connection strings and options."""
        for secret in _secrets(subject):
            if secret.worth != "none":
                yield self.finding(secret.span, _message(secret), severity=_WEIGHTS[secret.worth])


def _secrets(subject: CreateRole | Statement) -> Iterator[Secret]:
    if isinstance(subject, Statement):
        yield from secrets_in(subject.text)
    elif secret := role_password(subject):
        yield secret


def _message(secret: Secret) -> str:
    match secret.worth:
        case "hash":
            return f"The hash of a password stands in {secret.where}; whoever reads it can try passwords."
        case "placeholder":
            return f"A guessable password stands in {secret.where}, and is set unless somebody replaces it."
    return f"A password stands in {secret.where}, so everybody who reads the migration can log in."
