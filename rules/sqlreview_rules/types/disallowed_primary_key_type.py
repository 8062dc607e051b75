"""types/disallowed-primary-key-type."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule
from sqlreview.schema import Table
from sqlreview.schema.keys import primary_key_columns
from sqlreview.schema.typed_columns import TypedColumn, typed_columns

_ALLOWED = {"postgres": frozenset(("bigint", "uuid")), "mysql": frozenset(("bigint", "binary(16)", "uuid"))}
_TEXTS = ("text", "varchar", "char", "bpchar")


class DisallowedPrimaryKeyType(Rule[Table]):
    """The primary key has a type outside the team's list.

    Why: ids of several types make generic code, joins and foreign keys harder to get right, and a narrow one runs out.

    Instead: one of the types of the option `allowed`; without it bigint or uuid, in MySQL and MariaDB also binary(16).
    """

    id = "types/disallowed-primary-key-type"
    engines = ("postgres", "mysql", "mariadb")
    enabled = False
    examples = (
        Bad(
            """
            CREATE TABLE badges (id varchar(40) PRIMARY KEY, label text NOT NULL);
                                    ^^^^^^^^^^^
            """
        ),
        Bad(
            """
            CREATE TABLE badges (id int PRIMARY KEY);
                                    ^^^
            """,
            engine="mysql",
        ),
        Good("CREATE TABLE badges (id uuid PRIMARY KEY DEFAULT gen_random_uuid());"),
        Good("CREATE TABLE badges (id bigint unsigned PRIMARY KEY);", engine="mysql"),
    )

    allowed: frozenset[str] = frozenset()
    """Types that are fine, such as "bigint" or "binary(16)"."""
    columns: frozenset[str] = frozenset()
    """Further columns to look at; "*_id" stands for every name with that end."""
    allow_natural_keys: bool = False
    """Whether texts may be keys."""

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports columns of the primary key, but for those that point to other tables, with another type."""
        allowed = self.allowed or _ALLOWED[context.engine.family]
        key = primary_key_columns(subject)
        pointing = {name for constraint in subject.foreign_keys for name in constraint.columns}
        for column in typed_columns(subject):
            name = column.column.name
            is_key = name in key and name not in pointing
            if not (is_key or self._is_named(name)) or not {column.type.name, str(column.type)}.isdisjoint(allowed):
                continue
            if not (self.allow_natural_keys and is_key and column.type.name in _TEXTS):
                yield self.finding(column.at, self._message(subject, column, allowed))

    def _is_named(self, name: str) -> bool:
        ends = [item.removeprefix("*") for item in self.columns if item.startswith("*")]
        return name in self.columns or any(name.endswith(end) for end in ends)

    def _message(self, table: Table, column: TypedColumn, allowed: frozenset[str]) -> str:
        return f"`{table.name}.{column.column.name}` is {column.type}, not {' or '.join(sorted(allowed))}."
