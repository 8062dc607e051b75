"""security/literal-encryption-key."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import AddColumn, CreateTable
from sqlreview.queries import Query
from sqlreview.schema.literal_keys import Programmed, literal_keys

_CARDS = """
CREATE FUNCTION pgp_sym_decrypt(bytea, text) RETURNS text LANGUAGE sql AS $$ SELECT '' $$;
CREATE TABLE cards (id bigint PRIMARY KEY, pan bytea NOT NULL);
"""


class LiteralEncryptionKey(Rule[Query | CreateTable | AddColumn | Programmed]):
    """An encryption key is a string in the SQL.

    Why: it stands in the repository, in the server's log, in `pg_stat_activity` and in the definition of the view or
    function; whoever reads one of them can read the data.

    Instead: a parameter, or a setting, `current_setting('app.key')`; and another key, as this one is known.
    """

    id = "security/literal-encryption-key"
    engines = ("postgres", "mysql", "mariadb")
    severity = Severity.ERROR
    sources = ("https://www.postgresql.org/docs/current/pgcrypto.html",)
    examples = (
        Bad(
            """
            SELECT pgp_sym_decrypt(pan, 'k3y-of-2024') AS pan FROM cards WHERE id = 1;
                                        ^^^^^^^^^^^^^
            """,
            given=_CARDS,
        ),
        Good("SELECT pgp_sym_decrypt(pan, $1) AS pan FROM cards WHERE id = 1;", given=_CARDS),
        Good("SELECT encode(sha256(pan), 'hex') AS hash FROM cards;", given=_CARDS),
    )

    def check(self, subject: Query | CreateTable | AddColumn | Programmed, context: Context) -> Iterator[Finding]:
        """Reports keys in calls of encryption functions."""
        for span in literal_keys(subject, context.statement.text, context.engine):
            yield self.finding(span, "The key stands in the SQL, so everybody who reads it can read the data.")
