"""locks/enum-redefinition-copy."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule
from sqlreview.operations import ColumnType, ModifyColumn

_JOBS = "CREATE TABLE jobs (id int PRIMARY KEY, state enum('new', 'done'));"
_STEPS = {"enum": (255,), "set": (8, 16, 24, 32)}
"""After so many values the stored number takes another byte."""


class EnumRedefinitionCopy(Rule[ModifyColumn]):
    """The new list of an ENUM or SET is more than values at the end, so the whole table is copied.

    Why: the table stores the number of each value. New values at the end change nothing (ALGORITHM=INSTANT); one
    before them, another order, or one byte more for the number copies every row while writes wait.

    Instead: put new values at the end of the list.
    """

    id = "locks/enum-redefinition-copy"
    engines = ("mysql", "mariadb")
    sources = ("https://dev.mysql.com/doc/refman/8.0/en/innodb-online-ddl-operations.html",)
    examples = (
        Bad(
            """
            ALTER TABLE jobs MODIFY state enum('new', 'running', 'done');
                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=_JOBS,
            engine="mysql",
        ),
        Good("ALTER TABLE jobs MODIFY state enum('new', 'done', 'running');", given=_JOBS, engine="mysql"),
    )

    small_tables: frozenset[str] = frozenset()
    """Tables with so few rows that nobody notices the wait."""

    def check(self, subject: ModifyColumn, context: Context) -> Iterator[Finding]:
        """Reports lists that keep all values and are no continuation of the old one."""
        table = context.catalog.table(subject.table)
        old = table.column(subject.column.text) if table else None
        new = subject.definition.type
        if old is None or old.type is None or new is None or subject.table.text in self.small_tables:
            return
        if old.type.name not in _STEPS or new.name != old.type.name or not context.is_live(subject.table):
            return
        before, after = _values(old.type), _values(new)
        if set(before) <= set(after) and (after[: len(before)] != before or _grows(new.name, before, after)):
            message = (
                f"`{subject.table.text}` is copied while writes wait: the list of `{old.name}` is not only longer."
            )
            yield self.finding(new.span, message)


def _values(kind: ColumnType) -> list[str]:
    return [value.strip().lower() for value in kind.arguments]


def _grows(kind: str, before: list[str], after: list[str]) -> bool:
    return any(len(before) <= step < len(after) for step in _STEPS[kind])
