"""locks/blocking-reindex."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Edit, Finding, Fix, Good, Rule
from sqlreview.operations import Reindex
from sqlreview.schema import Table


class BlockingReindex(Rule[Reindex]):
    """The index is rebuilt while writes (and readers of that index) wait.

    Why: REINDEX holds SHARE on the table, so writes wait, and ACCESS EXCLUSIVE on the index, so queries wait that are
    planned meanwhile, as the planner looks at every index of a table.

    Instead: `REINDEX ... CONCURRENTLY`, outside of a transaction. It takes longer and lets reads and writes go on;
    when it fails it leaves an invalid index whose name ends in `_ccnew`, which has to be dropped.
    """

    id = "locks/blocking-reindex"
    versions = "postgres >= 12; partitioned tables: postgres >= 14"
    sources = ("https://www.postgresql.org/docs/current/sql-reindex.html#SQL-REINDEX-CONCURRENTLY",)
    examples = (
        Bad(
            """
            REINDEX INDEX orders_user_id_idx;
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            REINDEX INDEX CONCURRENTLY orders_user_id_idx;
            """,
            given=SHOP,
        ),
        Bad(
            """
            REINDEX (VERBOSE) TABLE orders;
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            REINDEX (VERBOSE) TABLE CONCURRENTLY orders;
            """,
            given=SHOP,
        ),
        Good("REINDEX INDEX CONCURRENTLY orders_user_id_idx;", given=SHOP),
        Good("REINDEX (CONCURRENTLY) TABLE orders;", given=SHOP),
    )

    def check(self, subject: Reindex, context: Context) -> Iterator[Finding]:
        """Reports a rebuild of indexes in use that is not concurrent."""
        if subject.concurrently or subject.kind == "system" or _is_spared(subject, context):
            return
        message = f"Rebuilds {_what(subject)} while writes, and queries that are planned meanwhile, wait."
        yield self.finding(subject.span, message, *_fixes(subject, context))


def _what(subject: Reindex) -> str:
    if subject.kind == "index":
        return f"`{subject.name}`"
    return f"all indexes of `{subject.name}`" if subject.name else f"all indexes of the {subject.kind}"


def _is_spared(subject: Reindex, context: Context) -> bool:
    """Whether nobody waits, or no concurrent form exists: new tables, catalogs, partitioned tables before 14."""
    if subject.kind not in ("index", "table") or subject.name is None:
        return False
    if subject.name.schema == "pg_catalog" or subject.name.text.startswith("pg_"):
        return True
    found = context.catalog.index(subject.name) if subject.kind == "index" else None
    owner = found[0] if found else context.catalog.table(subject.name)
    partitioned = isinstance(owner, Table) and owner.partition_by is not None
    return not context.is_live(subject.name) or (partitioned and context.version < 14)


def _fixes(subject: Reindex, context: Context) -> Iterator[Fix]:
    # the server refuses it for the index of an EXCLUDE constraint, the only kind of constraint without a unique index
    found = context.catalog.index(subject.name) if subject.name and subject.kind == "index" else None
    excludes = found is not None and found[1].constraint is not None and not found[1].unique
    if not context.in_transaction and not excludes:
        yield Fix("Rebuild it CONCURRENTLY", (Edit.insert(subject.kind_word.end, " CONCURRENTLY"),))
