"""data/durability-disabled."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule
from sqlreview.operations import CreateRole, Other, SetSetting

_OFF = ("off", "false", "no", "0")
_UNSAFE = {
    "postgres": {
        "fsync": _OFF,
        "full_page_writes": _OFF,
        "synchronous_commit": (*_OFF, "local"),
        "wal_level": ("minimal",),
    },
    "mysql": {
        "innodb_flush_log_at_trx_commit": ("0", "2"),
        "sync_binlog": ("0",),
        "innodb_doublewrite": _OFF,
    },
}


class DurabilityDisabled(Rule[SetSetting | Other | CreateRole]):
    """The setting trades what a crash may cost for speed.

    Why: without fsync or full_page_writes a power cut can leave a database that cannot be read; with
    synchronous_commit = off, or innodb_flush_log_at_trx_commit other than 1, transactions that were reported as
    committed are gone.

    Instead: `SET LOCAL synchronous_commit = off` in the one transaction that may be lost, and nothing elsewhere.
    """

    id = "data/durability-disabled"
    engines = ("postgres", "mysql", "mariadb")
    sources = (
        "https://www.postgresql.org/docs/current/runtime-config-wal.html",
        "https://dev.mysql.com/doc/refman/8.0/en/innodb-parameters.html",
    )
    examples = (
        Bad(
            """
            ALTER ROLE CURRENT_USER SET synchronous_commit = off;
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """
        ),
        Good("BEGIN;\nSET LOCAL synchronous_commit = off;\nCOMMIT;"),
        Bad(
            """
            SET GLOBAL innodb_flush_log_at_trx_commit = 2;
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            engine="mysql",
        ),
        Good("SET GLOBAL innodb_flush_log_at_trx_commit = 1;", engine="mysql"),
    )

    scratch_paths: tuple[str, ...] = ("test", "tests", "fixtures", "bench", "benchmarks")
    """Folders of files that only run where data may be lost."""

    def check(self, subject: SetSetting | Other | CreateRole, context: Context) -> Iterator[Finding]:
        """Reports settings that are given up for more than one transaction."""
        if isinstance(subject, SetSetting):
            is_mysql = context.engine.family == "mysql"
            setting = (subject.name, subject.value) if subject.everywhere or not (is_mysql or subject.local) else None
        else:
            setting = subject.setting
        if setting is None or not set(context.place.lower().split("/")[:-1]).isdisjoint(self.scratch_paths):
            return
        name, value = setting
        if value is not None and value.lower() in _UNSAFE[context.engine.family].get(name, ()):
            yield self.finding(subject.span, f"With {name} = {value.lower()} a crash can lose or damage data.")
