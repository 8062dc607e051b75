"""keys/missing-required-column."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Good, Rule
from sqlreview.operations.written import table_creation
from sqlreview.schema import Table
from sqlreview.schema.table_roles import is_junction, is_own_design


class MissingRequiredColumn(Rule[Table]):
    """A table lacks a column the team requires, or has it with another type or nullable.

    Why: tools and code that work on every table, such as replication, deletion on request or an admin page, rely on it.

    Instead: add the column as the option `columns` says. Without the option the rule is silent.
    """

    id = "keys/missing-required-column"
    engines = EVERY_ENGINE
    enabled = False
    examples = (
        Bad(
            """
            CREATE TABLE mugs (id bigint PRIMARY KEY, colour text NOT NULL);
                         ^^^^
            """,
            options={"columns": ("id", "created_at timestamptz not null")},
        ),
        Good("CREATE TABLE mugs (id bigint PRIMARY KEY, colour text NOT NULL);", options={"columns": ("id bigint",)}),
    )

    columns: tuple[str, ...] = ()
    """What every table needs: names, each with a type and "not null" where these count: "created_at timestamptz"."""
    exempt_tables: frozenset[str] = frozenset()
    """Tables that need none of them."""

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports tables, but for junctions and copies, with what is missing after the last migration."""
        creation = table_creation(context.statement.operations, subject.origin.span)
        if creation is None or creation.likes or not is_own_design(subject) or is_junction(subject):
            return
        missing = [wanted for wanted in self.columns if wanted.strip() and not _has(subject, wanted)]
        if missing and subject.name not in self.exempt_tables:
            names = " and no ".join(f"`{' '.join(wanted.split())}`" for wanted in missing)
            message = f"`{subject.name}` has no {names}."
            yield self.finding(subject.origin.within(creation.table.span), message)


def _has(table: Table, wanted: str) -> bool:
    name, *words = wanted.lower().split()
    column = table.column(type(table.name)(name))
    if column is None:
        return False
    is_required = words[-2:] == ["not", "null"]
    kind = " ".join(words[:-2] if is_required else words)
    has_kind = not kind or (column.type is not None and kind in (column.type.name, str(column.type)))
    return has_kind and (column.not_null or not is_required)
