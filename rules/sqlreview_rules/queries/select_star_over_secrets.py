"""queries/select-star-over-secrets."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule
from sqlreview.queries import Query, SetOperation
from sqlreview.schema.naming import quoted
from sqlreview.schema.secret_columns import is_secret
from sqlreview.schema.secret_stars import SecretStar, reveals_secrets_on_purpose, secret_stars

_MEMBERS = "CREATE TABLE members (id bigint PRIMARY KEY, email text NOT NULL, password_hash text NOT NULL);"


class SelectStarOverSecrets(Rule[Query]):
    """A star hands out a column that looks like a credential.

    Why: whatever receives the row, a log, a cache, an API, receives the password hash or the token with it.

    Instead: name the columns that are needed.
    """

    id = "queries/select-star-over-secrets"
    engines = EVERY_ENGINE
    subsumes = ("queries/select-star", "views/select-star-in-view")
    examples = (
        Bad(
            """
            SELECT m.* FROM members AS m WHERE m.id = 7;
                   ^^^
            """,
            fixed="""
            SELECT m.id, m.email FROM members AS m WHERE m.id = 7;
            """,
            given=_MEMBERS,
        ),
        Bad(
            """
            UPDATE members SET email = $1 WHERE id = 7 RETURNING *;
                                                                 ^
            """,
            fixed="""
            UPDATE members SET email = $1 WHERE id = 7 RETURNING id, email;
            """,
            given=_MEMBERS,
        ),
        Good("SELECT m.id, m.email FROM members AS m WHERE m.id = 7;", given=_MEMBERS),
    )

    def check(self, subject: Query, context: Context) -> Iterator[Finding]:
        """Reports stars over known tables in what leaves the statement or a view shows; sqlc expands its own."""
        if context.session.loader == "sqlc":
            return
        stars = list(secret_stars(subject, context.body is not None, context.catalog))
        if stars and not reveals_secrets_on_purpose(context.statement.operations, context.origin):
            for found in stars:
                message = f"The star hands out `{found.column}` of `{found.table}`."
                is_branch = isinstance(subject, SetOperation)  # the other branches have as many columns as the star
                yield self.finding(found.star.span, message, *(() if is_branch else _fixes(found)))


def _fixes(found: SecretStar) -> Iterator[Fix]:
    if found.columns:
        kept = [(source, name) for source, name in found.columns if not is_secret(name)]
        several = found.star.qualifier is not None or len({source for source, _ in kept}) > 1
        names = [f"{quoted(source)}.{quoted(name)}" if source and several else quoted(name) for source, name in kept]
        yield Fix("Name the other columns", (Edit.replace(found.star.span, ", ".join(names)),), FixKind.UNSAFE)
