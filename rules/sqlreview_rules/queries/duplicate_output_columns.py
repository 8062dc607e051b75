"""queries/duplicate-output-columns."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.queries import Output, Query, Select, SetOperation
from sqlreview.queries.selected import naming_select
from sqlreview.schema.naming import quoted
from sqlreview.schema.outputs import has_column_list, is_named_outside, named_columns, unknown_stars

_REFUSED = {"postgres": ("view", "table"), "mysql": ("view", "table", "cte", "subquery"), "sqlite": ()}
_ROLES = ("statement", "view", "table", "cte", "subquery")


class DuplicateOutputColumns(Rule[Select | SetOperation]):
    """Two output columns carry the same name.

    Why: programs that read columns by name see only one. PostgreSQL (42701), MySQL and MariaDB (1060) make no view or
    table of them; for an outer query they are ambiguous, on SQLite the first one is taken.

    Instead: name the columns and give the second an alias.
    """

    id = "queries/duplicate-output-columns"
    subsumes = ("keys/duplicate-column",)
    engines = EVERY_ENGINE
    examples = (
        Bad(
            """
            CREATE VIEW user_orders AS
                SELECT u.id, u.name, o.id FROM users AS u JOIN orders AS o ON o.user_id = u.id;
                                     ^^^^
            """,
            fixed="""
            CREATE VIEW user_orders AS
                SELECT u.id, u.name, o.id AS o_id FROM users AS u JOIN orders AS o ON o.user_id = u.id;
            """,
            given=SHOP,
            sqlstate="42701",
        ),
        Bad("SELECT id AS code, name AS code FROM products WHERE id = 4;\n                   ^^^^^^^^^^^^", given=SHOP),
        Good(
            "SELECT u.id AS user_id, o.id AS order_id FROM users AS u JOIN orders AS o ON o.user_id = u.id;", given=SHOP
        ),
        Good("SELECT count(*), count(note) FROM orders;", given=SHOP),
    )

    def check(self, subject: Select | SetOperation, context: Context) -> Iterator[Finding]:
        """Reports every output item that brings a name the list has already."""
        select = naming_select(subject)
        if (
            select is None
            or subject.role not in _ROLES
            or has_column_list(subject, context.queries, context.statement.operations)
        ):
            return
        for star in unknown_stars(select, context.catalog)[1:]:
            message = "Two stars of joined tables bring columns of the same name if both tables have them."
            yield self.finding(star.span, message, severity=Severity.INFO)
        seen: set[str] = set()
        for output, names in named_columns(select, context.catalog):
            twice = sorted(seen.intersection(names) | {name for name in names if names.count(name) > 1})
            seen.update(names)
            if twice and (output.alias or output.value.column or output.star or subject.role in ("view", "table")):
                yield self._found(output, twice, subject, context)

    def _found(self, output: Output, names: list[str], query: Query, context: Context) -> Finding:
        listed = ", ".join(f"`{name}`" for name in names)
        severity, message = None, f"The query returns more than one column called {listed}."
        if query.role in _REFUSED[context.engine.family]:
            kind = query.role if query.role in ("view", "table") else "query"
            message = f"Two columns are called {listed}, so {context.product} refuses the {kind}."
            severity = Severity.ERROR
        elif query.role == "statement" or context.engine.family == "sqlite":
            pass
        elif is_named_outside(names, query, context.queries):
            severity, message = Severity.ERROR, f"Two columns are called {listed}, so the reference to it is ambiguous."
        return self.finding(output.span, message, *_fixes(output), severity=severity)


def _fixes(output: Output) -> Iterator[Fix]:
    column = output.value.column
    if column and column.qualifier and not output.alias:
        alias = quoted(f"{column.qualifier}_{column.column}")
        yield Fix("Give it an alias", (Edit.insert(output.span.end, f" AS {alias}"),), FixKind.UNSAFE)
