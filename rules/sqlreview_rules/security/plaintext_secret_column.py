"""security/plaintext-secret-column."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import AddColumn, CreateTable
from sqlreview.operations.written import words_of, written_columns
from sqlreview.queries.vocabulary import words_of as words

_TEXTS = ("text", "varchar", "char", "citext", "tinytext", "mediumtext", "longtext")
_LAST = frozenset({"token", "secret", "otp"})
_PAIRS = frozenset({("api", "key"), ("access", "key"), ("private", "key"), ("totp", "secret")})
_KEPT_SAFE = frozenset({"hash", "hashed", "digest", "enc", "encrypted", "cipher", "sealed", "wrapped"})
_HARMLESS = words("csrf xsrf push device fcm apns page next continuation sync cursor public stop start max min num")
_FOR_A_WHILE = frozenset({"temp", "tmp"})
"""How tables are called that are written anew and get their name later."""


class PlaintextSecretColumn(Rule[CreateTable | AddColumn]):
    """By its name a column holds a token or key as plain text.

    Why: whoever gets hold of the table or a backup can act for all whose tokens it holds.

    Instead: a digest, where tokens are only compared (`token_hash`), or an encrypted value where they are needed again.
    """

    id = "security/plaintext-secret-column"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    sources = ("https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html",)
    examples = (
        Bad(
            """
            CREATE TABLE sessions (id bigint PRIMARY KEY, refresh_token text NOT NULL);
                                                          ^^^^^^^^^^^^^
            """
        ),
        Good("CREATE TABLE sessions (id bigint PRIMARY KEY, refresh_token_hash text NOT NULL, token_type text);"),
    )

    def check(self, subject: CreateTable | AddColumn, context: Context) -> Iterator[Finding]:
        """Reports columns of texts whose names say that they hold a secret."""
        if not _FOR_A_WHILE.isdisjoint(words_of(subject.table.text)):
            return
        for column in written_columns(subject):
            if column.type.name in _TEXTS and not column.type.dimensions and _is_secret(column.name.text):
                message = f"By its name, `{column.table.text}.{column.name}` holds a secret as plain text."
                yield self.finding(column.name.span, message)


def _is_secret(name: str) -> bool:
    parts = words_of(name)
    if not parts or not (_KEPT_SAFE | _HARMLESS).isdisjoint(parts):
        return False
    return (parts[-1] in _LAST and len(parts) > 1) or parts[-2:] in _PAIRS or parts == ("otp",)
