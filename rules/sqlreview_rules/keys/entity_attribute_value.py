"""keys/entity-attribute-value."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Good, Rule
from sqlreview.operations.written import table_creation, words_of
from sqlreview.schema import Column, Table
from sqlreview.schema.table_roles import holds_copies, is_own_design, keeps_records, points_to

_NAMES = frozenset(
    ("attribute", "attribute_name", "attr", "attr_name", "key", "field", "field_name", "property", "name")
)
_NAMES |= {"attribute_key", "property_name", "prop", "attribute_code", "meta_key", "field_key"}
_VALUES = frozenset(("value", "val", "attribute_value", "attr_value", "field_value", "property_value", "meta_value"))
_ON_PURPOSE = """
    setting settings config configs configuration preference preferences feature flag flags option options translation
    translations i18n locale label labels env environment variable variables header headers parameter parameters param
    params cache secret secrets tag tags metadata
"""
_FREE = frozenset(_ON_PURPOSE.split())
_TEXTS = ("text", "varchar", "char", "citext", "bpchar")
_OPEN = frozenset((*_TEXTS, "json", "jsonb", "nvarchar", "mediumtext", "longtext"))
_MOST_OTHERS = 3


class EntityAttributeValue(Rule[Table]):
    """A table stores attributes as rows, so no type, constraint or foreign key applies to them.

    Why: every value is a text, a missing attribute is a missing row, and a list of things with five attributes joins
    the table five times.

    Instead: columns, or a `jsonb` (JSON) column for what differs from thing to thing.
    """

    id = "keys/entity-attribute-value"
    engines = EVERY_ENGINE
    examples = (
        Bad(
            """
            CREATE TABLE product_attributes (
                         ^^^^^^^^^^^^^^^^^^
                product_id bigint NOT NULL,
                attribute text NOT NULL,
                value text,
                PRIMARY KEY (product_id, attribute)
            );
            """
        ),
        Good(
            """
            CREATE TABLE translations (
                locale text NOT NULL,
                key text NOT NULL,
                value text NOT NULL,
                PRIMARY KEY (locale, key)
            );
            """
        ),
    )

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports tables of an entity, the name of an attribute and its value, with little else."""
        creation = table_creation(context.statement.operations, subject.origin.span)
        if creation is None or not is_own_design(subject) or keeps_records(subject) or holds_copies(subject):
            return
        entities = [column for column in subject.columns if points_to(column.name)]
        names = [column for column in subject.columns if _is_name(column)]
        values = [column for column in subject.columns if _is_value(column)]
        others = len(subject.columns) - len(entities[:1]) - len(names[:1]) - len(values)
        is_open = len(values) > 1 or any(item.type and item.type.name in _OPEN for item in values)
        if entities and names and is_open and others <= _MOST_OTHERS and _FREE.isdisjoint(words_of(subject.name)):
            message = f"`{subject.name}` keeps attributes as rows, `{names[0].name}` and `{values[0].name}`."
            yield self.finding(subject.origin.within(creation.table.span), message)


def _is_name(column: Column) -> bool:
    return column.name.lower() in _NAMES and column.type is not None and column.type.name in _TEXTS


def _is_value(column: Column) -> bool:
    words = words_of(column.name)
    return column.name.lower() in _VALUES or (len(words) > 1 and words[0] == "value")
