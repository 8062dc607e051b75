"""types/disallowed-type."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Good, Rule
from sqlreview.schema import Table
from sqlreview.schema.typed_columns import typed_columns

_ALIASES = {
    **dict.fromkeys(("int", "int4"), "integer"),
    **dict.fromkeys(("int8",), "bigint"),
    **dict.fromkeys(("int2",), "smallint"),
    **dict.fromkeys(("float8", "double"), "double precision"),
    **dict.fromkeys(("bool",), "boolean"),
    **dict.fromkeys(("decimal",), "numeric"),
    **dict.fromkeys(("character varying",), "varchar"),
    **dict.fromkeys(("character",), "char"),
}


class DisallowedType(Rule[Table]):
    """A column has a type that the team does not use.

    Why: a policy: fewer types mean fewer conversions, fewer surprises in drivers, and one way to say a thing.

    Instead: a type that is not among those of the option `types`. Without the option the rule is silent.
    """

    id = "types/disallowed-type"
    engines = EVERY_ENGINE
    enabled = False
    examples = (
        Bad(
            """
            CREATE TABLE meters (id bigint PRIMARY KEY, reading float8);
                                                                ^^^^^^
            """,
            options={"types": ["double precision"]},
        ),
        Good("CREATE TABLE meters (id bigint PRIMARY KEY, reading float8);", options={"types": ["money"]}),
    )

    types: frozenset[str] = frozenset()
    """Names of types, in any of their spellings."""

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports columns that have such a type after the last migration."""
        listed = {_ALIASES.get(name.lower(), name.lower()) for name in self.types}
        for column in typed_columns(subject):
            name = column.type.name
            if _ALIASES.get(name.lower(), name.lower()) in listed:
                yield self.finding(
                    column.at, f"`{subject.name}.{column.column.name}` is {name}, which is not used here."
                )
