"""locks/exclusion-constraint-build."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Fix, FixKind, Good, Rule
from sqlreview.operations import AddExclusion, AddPrimaryKey, AddUnique

_BOOKINGS = "CREATE TABLE bookings (id bigint PRIMARY KEY, during tstzrange NOT NULL);\n"


class ExclusionConstraintBuild(Rule[AddExclusion | AddUnique | AddPrimaryKey]):
    """Adding the EXCLUDE constraint builds its index under an exclusive lock and no gentler way exists.

    Why: PostgreSQL holds ACCESS EXCLUSIVE until all rows are compared and the index is complete. Neither NOT VALID
    nor USING INDEX exists for EXCLUDE and for keys WITHOUT OVERLAPS.

    Instead: build a new table with the constraint, copy the rows into it and swap the names, or run the statement in
    a maintenance window with `lock_timeout` set.
    """

    id = "locks/exclusion-constraint-build"
    versions = "EXCLUDE on a partitioned table: postgres >= 17; WITHOUT OVERLAPS: postgres >= 18"
    sources = ("https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-EXCLUDE",)
    examples = (
        Bad(
            """
            ALTER TABLE bookings ADD CONSTRAINT bookings_no_overlap EXCLUDE USING gist (during WITH &&);
                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=_BOOKINGS,
        ),
        Good(
            """
            CREATE TABLE bookings (
                id bigint PRIMARY KEY,
                during tstzrange NOT NULL,
                CONSTRAINT bookings_no_overlap EXCLUDE USING gist (during WITH &&)
            );
            """
        ),
    )

    small_tables: frozenset[str] = frozenset()
    """Tables with so few rows that nobody notices the wait."""

    def check(self, subject: AddExclusion | AddUnique | AddPrimaryKey, context: Context) -> Iterator[Finding]:
        """Reports an exclusion constraint, or a key without overlaps, that is built on a table in use."""
        if subject.table.text in self.small_tables or not context.is_live(subject.table):
            return
        if not isinstance(subject, AddExclusion) and not subject.constraint.without_overlaps:
            return
        if context.impact.index_builds:
            yield self.finding(subject.span, context.impact.explain(), _GUIDANCE)


_GUIDANCE = Fix("Copy into a new table and swap names", (), FixKind.GUIDANCE)
