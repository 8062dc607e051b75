"""types/pg-upgrade-blocking-type."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule
from sqlreview.operations import CreateCompositeType
from sqlreview.schema import Table
from sqlreview.schema.typed_columns import typed_columns

_NAMES = """
    regproc regprocedure regoper regoperator regconfig regdictionary regnamespace regcollation
"""
_BLOCKING = frozenset(_NAMES.split())


class PgUpgradeBlockingType(Rule[Table | CreateCompositeType]):
    """A column stores object numbers that pg_upgrade cannot carry over.

    Why: these types hold numbers of rows of the system catalogs, which a new version numbers anew. pg_upgrade refuses
    to run as long as there is such a column.

    Instead: the name as `text`. `regclass`, `regrole` and `regtype` are carried over.
    """

    id = "types/pg-upgrade-blocking-type"
    sources = ("https://www.postgresql.org/docs/current/pgupgrade.html",)
    examples = (
        Bad(
            """
            CREATE TABLE searches (id bigint PRIMARY KEY, language regconfig NOT NULL);
                                                                   ^^^^^^^^^
            """
        ),
        Good("CREATE TABLE searches (id bigint PRIMARY KEY, language text NOT NULL, source regclass);"),
    )

    def check(self, subject: Table | CreateCompositeType, context: Context) -> Iterator[Finding]:
        """Reports columns, and parts of composite types, of such a type."""
        if isinstance(subject, CreateCompositeType):
            kinds = [part.type for part in subject.attributes if part.type]
            yield from (self.finding(kind.span, _message(kind.name)) for kind in kinds if kind.name in _BLOCKING)
            return
        for column in typed_columns(subject):
            if column.type.name in _BLOCKING:
                yield self.finding(column.at, _message(column.type.name))


def _message(name: str) -> str:
    return f"pg_upgrade refuses a database with a column of type {name}."
