"""queries/keyset-without-tiebreaker."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule
from sqlreview.queries import Predicate, Select, SortKey
from sqlreview.queries.placeholders import new_placeholders
from sqlreview.schema.keysets import is_unique_sort, key_columns
from sqlreview.schema.resolution import table_of


class KeysetWithoutTiebreaker(Rule[Select]):
    """The page cursor compares a non-unique column, so rows with equal values are skipped or repeated.

    Why: the next page begins behind the last value of the page before, and other rows with the same value never
    appear. Measured: with ten rows per timestamp and pages of seven, 14,001 of 20,000 rows were delivered.

    Instead: sort by a unique column as well and compare both: `WHERE (sent_at, id) < ($1, $2)`. MySQL and MariaDB do
    not search an index for that form: `WHERE (sent_at < ? OR sent_at = ? AND id < ?)`.
    """

    id = "queries/keyset-without-tiebreaker"
    engines = EVERY_ENGINE
    examples = (
        Bad(
            """
            SELECT id, note FROM orders WHERE created_at < $1 ORDER BY created_at DESC LIMIT 50;
                                              ^^^^^^^^^^^^^^^
            """,
            fixed="""
            SELECT id, note FROM orders WHERE (created_at, id) < ($1, $2) ORDER BY created_at DESC, id DESC LIMIT 50;
            """,
            given=SHOP,
        ),
        Good("SELECT id, note FROM orders WHERE id > $1 ORDER BY id LIMIT 50;", given=SHOP),
        Good("SELECT id FROM orders WHERE created_at > $1 ORDER BY created_at DESC LIMIT 50;", given=SHOP),
        Good("SELECT total FROM orders WHERE created_at <= $1 ORDER BY created_at DESC LIMIT 1;", given=SHOP),
    )

    def check(self, subject: Select, context: Context) -> Iterator[Finding]:
        """Reports a cursor on the first sort key alone, where that is not unique."""
        source = subject.sources[0] if len(subject.sources) == 1 else None
        key = subject.order_by.keys[0] if subject.order_by else None
        if not source or source.kind != "table" or not key or not key.column or not _is_page(subject):
            return
        on_key = [part for part in _conjuncts(subject) if key.column in part.columns]
        if len(on_key) != 1 or not _continues(on_key[0], key):
            return
        if not is_unique_sort(subject, [key.column.column], context.catalog):
            message = f"The next page skips or repeats rows that have the same `{key.column.column}` as the last row."
            yield self.finding(on_key[0].span, message, *_fixes(on_key[0], key, subject, context))


def _is_page(query: Select) -> bool:
    return bool(query.limit and query.limit.count != 1 and query.limit.value) and not query.locking


def _conjuncts(query: Select) -> tuple[Predicate, ...]:
    parts = query.where.conjuncts if query.where else ()
    return tuple(part for part in parts if part.kind in ("range", "between", "or"))


def _continues(predicate: Predicate, key: SortKey) -> bool:
    """Whether the condition asks for what comes behind a given value in the order of the key."""
    is_first = bool(predicate.left and predicate.left.column == key.column)
    value = predicate.right if is_first else predicate.left
    if predicate.kind != "range" or value is None:
        return False
    given = value.kind in ("parameter", "string") or (value.kind == "cast" and (value.parameters or value.string))
    return bool(given) and predicate.operator[0] == ("<" if key.descending is is_first else ">")


def _fixes(predicate: Predicate, key: SortKey, query: Select, context: Context) -> Iterator[Fix]:
    known = table_of(query.sources[0], context.catalog)
    columns = key_columns(query, context.catalog) if known else ("id",)
    order = query.order_by
    if columns is None or len(columns) != 1 or not order or not predicate.right or predicate.right.column:
        return
    rest = [(other.value.text, other.descending) for other in order.keys[1:]]
    if rest not in ([], [(columns[0], key.descending)]):
        return
    sort, last, operator = key.value.text, predicate.right.text, predicate.operator[0]
    neighbour = last if predicate.right.kind == "parameter" else context.placeholder
    (value,) = new_placeholders(context.statement.text, neighbour, ("after_id",))
    condition = f"({sort}, {columns[0]}) {operator} ({last}, {value})"
    if context.engine.family == "mysql":
        condition = f"({sort} {operator} {last} OR {sort} = {last} AND {columns[0]} {operator} {value})"
    added = "" if rest else f", {columns[0]}" + (" DESC" if key.descending else "")
    edits = (Edit.replace(predicate.span, condition), *([Edit.insert(order.span.end, added)] if added else []))
    yield Fix("Compare a unique column as well", edits, FixKind.UNSAFE)
