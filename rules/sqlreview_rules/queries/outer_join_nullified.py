"""queries/outer-join-nullified."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Span
from sqlreview.queries import Predicate, Select, Source
from sqlreview.queries.edits import without_conjunct
from sqlreview.queries.strictness import columns_needed
from sqlreview.schema.resolution import is_system_relation, own_source_of


class OuterJoinNullified(Rule[Select]):
    """A WHERE condition on the optional side turns the outer join into an inner join.

    Why: rows without a partner have NULL in the columns of the optional side, and WHERE drops them again: what is left
    is an inner join.

    Instead: put the condition into ON to keep rows without a partner, or say JOIN.
    """

    id = "queries/outer-join-nullified"
    engines = EVERY_ENGINE
    examples = (
        Bad(
            """
            SELECT u.id, o.total FROM users AS u LEFT JOIN orders AS o ON o.user_id = u.id
            WHERE o.total > 100 AND u.status = 'new';
                  ^^^^^^^^^^^^^
            """,
            fixed="""
            SELECT u.id, o.total FROM users AS u LEFT JOIN orders AS o ON o.user_id = u.id AND o.total > 100
            WHERE u.status = 'new';
            """,
            given=SHOP,
        ),
        Good("SELECT u.id FROM users AS u LEFT JOIN orders AS o ON o.user_id = u.id WHERE o.id IS NULL;", given=SHOP),
        Good(
            """
            SELECT u.id, o.total FROM users AS u LEFT JOIN orders AS o ON o.user_id = u.id
            WHERE o.total > 100 OR o.id IS NULL;
            """,
            given=SHOP,
        ),
        Good(
            """
            SELECT u.id, o.total FROM users AS u LEFT JOIN orders AS o ON o.user_id = u.id
            WHERE coalesce(o.total, 0) < 100;
            """,
            given=SHOP,
        ),
    )

    def check(self, subject: Select, context: Context) -> Iterator[Finding]:
        """Reports the first part of WHERE that no row without a partner can pass."""
        seen = set()
        for predicate in subject.where.conjuncts if subject.where else ():
            source = _optional_side(predicate, subject, context)
            if source and source.span not in seen and not is_system_relation(source.name):
                seen.add(source.span)
                name = source.exposed_name or "the subquery"
                message = f"The condition drops the rows in which `{name}` has no partner, as an inner join would."
                yield self.finding(predicate.span, message, *_fixes(predicate, source, subject, context))


def _optional_side(predicate: Predicate, query: Select, context: Context) -> Source | None:
    """The relation on the optional side of an outer join that the condition needs a row of."""
    found = [own_source_of(column, query, context.catalog) for column in predicate.columns]
    sources = {source.span: source for source in found if source}
    if None in found or len(sources) != 1 or predicate.subqueries or not columns_needed(predicate):
        return None
    (source,) = sources.values()
    return source if source.nullable_by else None


def _fixes(predicate: Predicate, source: Source, query: Select, context: Context) -> Iterator[Fix]:
    join, condition = source.join_span, source.condition
    if source.join != "left" or source.nullable_by != join or join is None or condition is None:
        return
    removed = without_conjunct(query, predicate, context.statement.text)
    inside = condition.predicate
    if removed and (inside.kind != "or" or inside.parenthesised):
        moved = Edit.insert(condition.span.end, f" AND {context.text(predicate.span)}")
        yield Fix("Move the condition into ON", (moved, removed), FixKind.UNSAFE)
    yield Fix("Say JOIN", (Edit.replace(Span(join.start, join.end), "JOIN"),), FixKind.UNSAFE)
