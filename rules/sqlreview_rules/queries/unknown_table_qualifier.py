"""queries/unknown-table-qualifier."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity, Span
from sqlreview.queries import Query, Scope, Select, Source, references_of

_ROWS = ("excluded", "new", "old")


class UnknownTableQualifier(Rule[Query]):
    """A column is qualified with a name that no relation of the query has.

    Why: the server refuses the query (PostgreSQL 42P01, MySQL and MariaDB 1054). A table that has an alias is known by
    the alias only.

    Instead: use the alias, or add the relation to FROM.
    """

    id = "queries/unknown-table-qualifier"
    engines = EVERY_ENGINE
    severity = Severity.ERROR
    examples = (
        Bad(
            """
            SELECT orders.id FROM orders AS o WHERE o.total > 5;
                   ^^^^^^^^^
            """,
            fixed="""
            SELECT o.id FROM orders AS o WHERE o.total > 5;
            """,
            given=SHOP,
            sqlstate="42P01",
        ),
        Bad(
            """
            SELECT x.id FROM orders AS o WHERE o.total > 5;
                   ^^^^
            """,
            given=SHOP,
            sqlstate="42P01",
        ),
        Good("SELECT o.id FROM orders AS o WHERE o.total > 5;", given=SHOP),
        Good(
            "SELECT u.id FROM users AS u WHERE EXISTS (SELECT 1 FROM orders AS o WHERE o.user_id = u.id);", given=SHOP
        ),
        Good(
            "INSERT INTO users (email) VALUES ($1) ON CONFLICT (email) DO UPDATE SET name = excluded.name;", given=SHOP
        ),
    )

    def check(self, subject: Query, context: Context) -> Iterator[Finding]:
        """Reports qualified columns of relations that are not there; bodies of routines have variables of any name."""
        if context.body is not None or any(source.joined_as for source in subject.sources):
            return
        for qualifier, span, at in _qualified(subject):
            if qualifier in _ROWS or "{" in qualifier or subject.scope.source(qualifier):
                continue
            hidden = _hidden(qualifier, subject.scope)
            if hidden and hidden.alias:
                message = f"`{qualifier}` has the alias `{hidden.alias}` in this query and is known by that name only."
                yield self.finding(span, message, _use_alias(at, context.text(hidden.alias.span)))
            else:
                yield self.finding(span, f"No relation of this query is called `{qualifier}`.")


def _qualified(query: Query) -> Iterator[tuple[str, Span, Span]]:
    """The qualifiers of columns and stars, each with the place of both and of what stands before the name."""
    for reference in references_of(query):
        if reference.qualifier is not None:
            yield reference.qualifier, reference.span, Span(reference.span.start, reference.column_span.start)
    for star in query.stars if isinstance(query, Select) else ():
        if star.qualifier is not None:
            yield star.qualifier, star.span, Span(star.span.start, star.span.end - 1)


def _use_alias(at: Span, alias: str) -> Fix:
    return Fix("Use the alias", (Edit.replace(at, f"{alias}."),), FixKind.UNSAFE)


def _hidden(qualifier: str, scope: Scope | None) -> Source | None:
    """The relation that has this name but goes by its alias."""
    while scope is not None:
        for source in scope.sources:
            if source.kind == "table" and source.name and source.name.text == qualifier:
                return source
        scope = scope.outer
    return None
