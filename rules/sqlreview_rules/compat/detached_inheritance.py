"""compat/detached-inheritance."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import DetachPartition, SetInheritance

_READINGS = "CREATE TABLE readings (id bigint NOT NULL, day date NOT NULL) PARTITION BY RANGE (day);\n"
_OLD = "CREATE TABLE readings_2020 PARTITION OF readings FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');\n"


class DetachedInheritance(Rule[DetachPartition | SetInheritance]):
    """A partition or child is taken off its parent, and its rows disappear from queries on the parent.

    Why: queries, sums and foreign keys that go through the parent do not see the rows any more, without an error.

    Instead: detach what nothing reads through the parent any more, and keep the table until that is certain.
    """

    id = "compat/detached-inheritance"
    severity = Severity.HINT
    enabled = False
    sources = ("https://www.postgresql.org/docs/current/ddl-partitioning.html",)
    examples = (
        Bad(
            """
            ALTER TABLE readings DETACH PARTITION readings_2020;
                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=_READINGS + _OLD,
        ),
        Good("ALTER TABLE readings ADD COLUMN note text;", given=_READINGS + _OLD),
    )

    def check(self, subject: DetachPartition | SetInheritance, context: Context) -> Iterator[Finding]:
        """Reports tables in use whose rows their parent loses."""
        if isinstance(subject, DetachPartition):
            parent, child = subject.table, subject.partition
        elif subject.inherits or subject.parent is None:
            return
        else:
            parent, child = subject.parent, subject.table
        if context.is_live(child) and context.is_live(parent):
            shown = [str(name).removeprefix("public.") for name in (child, parent)]
            yield self.finding(subject.span, f"Queries on `{shown[1]}` do not see the rows of `{shown[0]}` any more.")
