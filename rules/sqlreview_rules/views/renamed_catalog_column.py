"""views/renamed-catalog-column."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.queries import Query, functions_of, references_of
from sqlreview.schema.system_columns import FORMER, RENAMED_FUNCTIONS, SUCCESSORS, is_known, read_of, versions_with


class RenamedCatalogColumn(Rule[Query]):
    """A monitoring query uses a column that this version of PostgreSQL has renamed, moved or removed.

    Why: the query worked before the upgrade and fails with error 42703 after it: `total_time` of pg_stat_statements is
    `total_exec_time` since 13, the checkpoints of pg_stat_bgwriter stand in pg_stat_checkpointer since 17.

    Instead: the present name; for the source of a constraint or default `pg_get_constraintdef` and `pg_get_expr`.
    """

    id = "views/renamed-catalog-column"
    severity = Severity.ERROR
    sources = ("https://www.postgresql.org/docs/release/",)
    examples = (
        Bad(
            """
            SELECT pid, current_query FROM pg_stat_activity ORDER BY current_query LIMIT 10;
                        ^^^^^^^^^^^^^
                                                                     ^^^^^^^^^^^^^
            """,
            fixed="""
            SELECT pid, query FROM pg_stat_activity ORDER BY query LIMIT 10;
            """,
            sqlstate="42703",
        ),
        Good("SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint;"),
    )

    def check(self, subject: Query, context: Context) -> Iterator[Finding]:
        """Reports columns that another version has, or had, in that relation."""
        if context.body is not None and "server_version" in context.statement.text:
            return  # it asks which server it is on
        for call in functions_of(subject):
            known = RENAMED_FUNCTIONS.get(call.name) if call.schema in (None, "pg_catalog") else None
            if known:
                fix = Fix(f"Use {known}"[:40], (Edit.replace(call.name_span, known),), FixKind.UNSAFE)
                yield self.finding(call.name_span, f"The function is called `{known}` since PostgreSQL 10.", fix)
        for reference in references_of(subject):
            relation = read_of(reference, subject, context.catalog)
            if relation is None or is_known(relation, reference.column, context.version):
                continue
            versions = versions_with(relation, reference.column)
            if versions is None and reference.column not in FORMER.get(relation, ()):
                continue
            since = _since(versions, context.version)
            known = SUCCESSORS.get(relation, {}).get(reference.column)
            meant = f"; it is `{known}` now" if known else ""
            edit = Edit.replace(reference.column_span, known or reference.column)
            fixes = (Fix(f"Use {known}", (edit,), FixKind.UNSAFE),) if known else ()
            message = f"`{relation}` has no column `{reference.column}` in PostgreSQL {context.version}{since}{meant}."
            yield self.finding(reference.span, message, *fixes)


def _since(versions: tuple[int, int] | None, version: int) -> str:
    if versions is None:
        return ""
    first, last = versions
    return f", only since {first}" if version < first else f", only up to {last}"
