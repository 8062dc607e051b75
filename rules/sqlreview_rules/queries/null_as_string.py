"""queries/null-as-string."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Span
from sqlreview.operations import AddColumn, CreateTable, SetColumnDefault
from sqlreview.queries import ColumnReference, Predicate, Query, Value, predicates_of
from sqlreview.schema import Column
from sqlreview.schema.resolution import column_of
from sqlreview.schema.stored_values import cleaning_conditions, stored_values, written_defaults

_JSON = ("json", "jsonb")


class NullAsString(Rule[Query | CreateTable | AddColumn | SetColumnDefault]):
    """The text 'NULL' is used where the null value was probably meant.

    Why: 'NULL' in quotes is a text of four letters: `IS NULL` does not find it, and it is shown to people.

    Instead: NULL without quotes, and `IS NULL` to find it.
    """

    id = "queries/null-as-string"
    engines = EVERY_ENGINE
    examples = (
        Bad(
            """
            UPDATE orders SET note = 'NULL' WHERE id = 3;
                                     ^^^^^^
            """,
            fixed="""
            UPDATE orders SET note = NULL WHERE id = 3;
            """,
            given=SHOP,
        ),
        Good("UPDATE orders SET note = nullif(note, 'NULL') WHERE id = 3;", given=SHOP),
    )

    def check(self, subject: Query | CreateTable | AddColumn | SetColumnDefault, context: Context) -> Iterator[Finding]:
        """Reports the text where it is compared with a column, stored or a default."""
        written = context.text(subject.span).upper()
        if "NULL'" not in written and 'NULL"' not in written:
            return
        if isinstance(subject, Query):
            yield from self._stored(subject, context)
            cleaning = cleaning_conditions(subject)
            for predicate in predicates_of(subject):
                if predicate.span not in cleaning:
                    yield from self._compared(predicate, subject, context)
        else:
            yield from self._defaults(subject, context)

    def _stored(self, query: Query, context: Context) -> Iterator[Finding]:
        for column, value in stored_values(query, context.catalog):
            if _is_null_text(value) and (column is None or not _is_json(column)):
                takes = column is None or not column.not_null
                fixes = (_fix(value.span, "NULL"),) if takes else ()
                yield self.finding(value.span, f"{value.text} is stored as a text, not as the null value.", *fixes)

    def _compared(self, predicate: Predicate, query: Query, context: Context) -> Iterator[Finding]:
        left, right, at = predicate.left, predicate.right, predicate.operator_span
        if predicate.kind not in ("equality", "inequality") or not left or not right or not at or not left.column:
            return
        if _is_null_text(right) and not _may_be_json(left.column, right, query, context):
            word = "IS NULL" if predicate.kind == "equality" else "IS NOT NULL"
            fix = _fix(Span(at.start, right.span.end), word)
            yield self.finding(right.span, f"{right.text} is compared as a text, not as the null value.", fix)

    def _defaults(self, subject: CreateTable | AddColumn | SetColumnDefault, context: Context) -> Iterator[Finding]:
        for name, default, kind, required in written_defaults(subject, context.catalog):
            if kind not in _JSON and default.text.partition("::")[0].upper() in ("'NULL'", '"NULL"'):
                fixes = () if required else (_fix(default.span, "NULL"),)
                yield self.finding(default.span, f"The default of `{name}` is a text, not the null value.", *fixes)


def _fix(span: Span, text: str) -> Fix:
    return Fix(f"Write {text}", (Edit.replace(span, text),), FixKind.UNSAFE)


def _is_null_text(value: Value) -> bool:
    return value.kind == "string" and value.text[1:-1].upper() == "NULL"


def _is_json(column: Column) -> bool:
    return column.type is not None and column.type.name in _JSON


def _may_be_json(reference: ColumnReference, value: Value, query: Query, context: Context) -> bool:
    found = column_of(reference, query, context.catalog)
    return _is_json(found[1]) if found else value.text[1:-1] == "null"
