"""locks/enum-redefinition-copy."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule
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
            fixed="ALTER TABLE jobs MODIFY state enum('new', 'done', 'running');",
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
            yield self.finding(new.span, message, *_fixes(old.type, new, context))


def _fixes(old: ColumnType, new: ColumnType, context: Context) -> Iterator[Fix]:
    """Lists the old values as they were and the new ones behind them, unless the number needs another byte anyway."""
    before, after = _values(old), _values(new)
    added = tuple(value for value in new.arguments if value.strip().lower() not in before)
    written = context.text(new.span)
    if not _grows(new.name, before, after) and "(" in written and ")" in written:
        values = ", ".join((*old.arguments, *added))
        text = f"{written[: written.index('(')]}({values}){written[written.rindex(')') + 1 :]}"
        yield Fix("Put new values at the end", (Edit.replace(new.span, text),), FixKind.UNSAFE)


def _values(kind: ColumnType) -> list[str]:
    return [value.strip().lower() for value in kind.arguments]


def _grows(kind: str, before: list[str], after: list[str]) -> bool:
    return any(len(before) <= step < len(after) for step in _STEPS[kind])
