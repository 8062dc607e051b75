"""security/plaintext-password."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import AddColumn, CreateRoutine, CreateTable, CreateTrigger, Do
from sqlreview.operations.written import written_columns
from sqlreview.queries import Query
from sqlreview.schema.passwords import PasswordUse, fast_hashes_of, is_password_column, password_uses

_TEXTS = ("text", "varchar", "char", "citext", "tinytext", "mediumtext", "longtext")
Programmed = CreateRoutine | CreateTrigger | Do
Subject = CreateTable | AddColumn | Programmed | Query


class PlaintextPassword(Rule[Subject]):
    """A password is stored or compared as plain text or as a fast hash.

    Why: whoever gets hold of the table or a backup has all passwords; a fast hash like md5 is guessed in seconds.

    Instead: a column `password_hash` with a salted, slow hash that the application makes (argon2, bcrypt), or, on
    PostgreSQL, `crypt(password, gen_salt('bf'))` of pgcrypto.
    """

    id = "security/plaintext-password"
    engines = EVERY_ENGINE
    sources = ("https://www.postgresql.org/docs/current/pgcrypto.html#PGCRYPTO-PASSWORD-HASHING-FUNCS",)
    examples = (
        Bad(
            """
            CREATE TABLE logins (id bigint PRIMARY KEY, login text NOT NULL UNIQUE, password varchar(100) NOT NULL);
                                                                                    ^^^^^^^^
            """
        ),
        Bad(
            """
            SELECT id FROM logins WHERE password = md5($1);
                                                   ^^^^^^^
            """,
            given="""
            CREATE TABLE logins (id bigint PRIMARY KEY, password text);
                                                        ^^^^^^^^
            """,
        ),
        Good("CREATE TABLE logins (id bigint PRIMARY KEY, password_hash text, password_changed_at timestamptz);"),
        Good("SELECT md5(name) AS etag FROM products WHERE id = $1;", given=SHOP),
    )

    def check(self, subject: Subject, context: Context) -> Iterator[Finding]:
        """Reports columns for passwords, passwords written into them, fast hashes and comparisons."""
        if not isinstance(subject, CreateTable | AddColumn):
            for use in _uses(subject, context):
                severity = None if use.kind == "compared" else Severity.ERROR
                yield self.finding(use.span, _MESSAGES[use.kind].format(use.column), severity=severity)
            return
        for column in written_columns(subject):
            if column.type.name in _TEXTS and not column.type.dimensions and is_password_column(column.name.text):
                message = f"By its name, `{column.table.text}.{column.name}` holds passwords as plain text."
                yield self.finding(column.name.span, message)


def _uses(subject: Programmed | Query, context: Context) -> Iterator[PasswordUse]:
    if isinstance(subject, Query):
        return password_uses(subject)
    return fast_hashes_of(subject, context.statement.text, context.engine)


_MESSAGES = {
    "written": "A password is written into `{}` as plain text, and stands in the migration.",
    "fast hash": "`{}` is hashed with a function so fast that all short passwords can be tried.",
    "compared": "`{}` is compared as plain text, so it is stored as plain text.",
}
