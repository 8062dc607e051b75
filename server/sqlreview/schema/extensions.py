"""What comes with an extension of PostgreSQL: types, functions, operator classes, schemas."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sqlreview.operations import (
    AddColumn,
    AddExclusion,
    ColumnType,
    CreateDomain,
    CreateIndex,
    CreateTable,
    Exclusion,
    Expression,
    IndexKey,
    Name,
    Operation,
    SetColumnDefault,
    SetColumnType,
)
from sqlreview.operations.written import written_constraints
from sqlreview.queries import Query, functions_of
from sqlreview.schema.catalog import Catalog
from sqlreview.text import Span

_TYPES = {
    "citext": "citext",
    "cube": "cube",
    "hstore": "hstore",
    "isn": "ean13 isbn isbn13 ismn ismn13 issn issn13 upc",
    "ltree": "lquery ltree ltxtquery",
    "postgis": "geography geometry",
    "vector": "halfvec sparsevec vector",
}
_FUNCTIONS = {
    "dblink": "dblink dblink_connect dblink_connect_u dblink_disconnect dblink_exec dblink_send_query",
    "earthdistance": "earth_box earth_distance ll_to_earth",
    "fuzzystrmatch": "daitch_mokotoff dmetaphone levenshtein levenshtein_less_equal metaphone soundex",
    "pg_trgm": "show_trgm similarity strict_word_similarity word_similarity",
    "pg_stat_statements": "pg_stat_statements_reset",
    "pgcrypto": "gen_salt crypt digest hmac pgp_sym_encrypt pgp_sym_decrypt pgp_pub_encrypt pgp_pub_decrypt"
    " gen_random_bytes",
    "pgstattuple": "pgstatindex pgstattuple pgstattuple_approx",
    "postgis": "st_area st_asgeojson st_astext st_buffer st_centroid st_contains st_covers st_distance st_dwithin"
    " st_envelope st_geogfromtext st_geomfromgeojson st_geomfromtext st_intersection st_intersects st_length"
    " st_makeline st_makeenvelope st_makepoint st_makepolygon st_point st_setsrid st_transform st_union st_within"
    " st_x st_y",
    "tablefunc": "connectby crosstab crosstab2 crosstab3 crosstab4 normal_rand",
    "timescaledb": "add_continuous_aggregate_policy add_retention_policy create_hypertable time_bucket",
    "unaccent": "unaccent",
    "uuid-ossp": "uuid_generate_v1 uuid_generate_v1mc uuid_generate_v3 uuid_generate_v4 uuid_generate_v5",
}
_OPERATOR_CLASSES = {
    "citext": "citext_ops",
    "ltree": "gist_ltree_ops",
    "pg_trgm": "gin_trgm_ops gist_trgm_ops",
    "vector": "vector_cosine_ops vector_ip_ops vector_l1_ops vector_l2_ops",
}
_SCHEMAS = {"cron": "pg_cron", "partman": "pg_partman"}
_RELATIONS = {"pg_stat_statements": "pg_stat_statements"}


def _inverted(known: dict[str, str]) -> dict[str, str]:
    return {word: extension for extension, words in known.items() for word in words.split()}


_BY_TYPE, _BY_CLASS = _inverted(_TYPES), _inverted(_OPERATOR_CLASSES)
_BY_FUNCTION = {**_inverted(_FUNCTIONS), "gen_random_uuid": "pgcrypto"}
_BUILT_IN_FROM = {"gen_random_uuid": 13}

TwinKind = Literal["type", "routine", "schema", "relation"]
Twin = tuple[TwinKind, Name]


@dataclass(frozen=True, slots=True)
class ExtensionUse:
    """A place where a statement uses something that looks as if it came with an extension."""

    extension: str
    what: str
    """In words: "type `ltree`"."""
    span: Span
    twins: tuple[Twin, ...] = ()
    """The objects that would be meant instead if the history had one of them."""
    built_in_from: int | None = None
    """The version from which on the server has it without the extension."""

    def is_foreign(self, catalog: Catalog, version: int) -> bool:
        """Whether it does come with the extension: objects of the same name that the catalog has are somebody's own."""
        if self.built_in_from is not None and version >= self.built_in_from:
            return False
        return not any(_has(kind, name, catalog) for kind, name in self.twins)


def _has(kind: TwinKind, name: Name, catalog: Catalog) -> bool:
    match kind:
        case "type":
            return catalog.user_type(name) is not None
        case "routine":
            return catalog.routine(name) is not None
        case "schema":
            return catalog.schema(name.text) is not None
        case "relation":
            return catalog.resolve("relation", name) is not None


def extension_uses(subject: Operation | Query) -> Iterator[ExtensionUse]:
    """What a statement seems to use of extensions, as far as it tells without the catalog and the version."""
    if isinstance(subject, Query):
        yield from _in_query(subject)
        return
    for written in _types(subject):
        extension = _BY_TYPE.get(written.name) if written.schema in (None, "public") else None
        if extension:
            name = Name(written.schema, written.name, written.span)
            yield ExtensionUse(extension, f"type `{written.name}`", written.span, (("type", name),))
    for expression in _expressions(subject):
        yield from _in_expression(expression)
    for key in _keys(subject):
        extension = _BY_CLASS.get(key.operator_class or "")
        if extension:
            yield ExtensionUse(extension, f"operator class `{key.operator_class}`", key.span)


def _types(operation: Operation) -> Iterator[ColumnType]:
    match operation:
        case CreateTable(columns=columns):
            yield from (column.type for column in columns if column.type)
        case AddColumn(column=column) if column.type:
            yield column.type
        case SetColumnType(type=written) | CreateDomain(type=written):
            yield written


def _expressions(operation: Operation) -> Iterator[Expression]:
    match operation:
        case CreateTable(columns=columns):
            yield from (column.default for column in columns if column.default)
            yield from (column.generated.expression for column in columns if column.generated)
        case AddColumn(column=column):
            yield from (column.default,) if column.default else ()
        case SetColumnDefault(default=default):
            yield default
        case CreateIndex(keys=keys):
            yield from (key.expression for key in keys if key.expression)


def _keys(operation: Operation) -> Iterator[IndexKey]:
    match operation:
        case CreateIndex(keys=keys):
            yield from keys
        case CreateTable() | AddColumn() | AddExclusion():
            for part in written_constraints(operation):
                if isinstance(part, Exclusion):
                    yield from part.keys


def _in_expression(expression: Expression) -> Iterator[ExtensionUse]:
    for name in expression.functions:
        extension = _BY_FUNCTION.get(name)
        written = expression.text.lower().replace(f"public.{name}", name)
        if extension and f".{name}" not in written:
            own = Name(None, name, expression.span)
            yield _function_use(extension, name, expression.span, own)


def _function_use(extension: str, function: str, span: Span, own: Name) -> ExtensionUse:
    what = f"function `{f'{own.schema}.' if own.schema else ''}{function}`"
    return ExtensionUse(extension, what, span, (("routine", own),), _BUILT_IN_FROM.get(function))


def _in_query(query: Query) -> Iterator[ExtensionUse]:
    for call in functions_of(query):
        if call.schema in _SCHEMAS:
            what = f"function `{call.schema}.{call.name}`"
            yield ExtensionUse(_SCHEMAS[call.schema], what, call.name_span, (_schema(call.schema, call.span),))
        elif call.schema in (None, "public") and call.name in _BY_FUNCTION:
            own = Name(call.schema, call.name, call.span)
            yield _function_use(_BY_FUNCTION[call.name], call.name, call.name_span, own)
    for source in query.sources:
        relation = source.name if source.kind == "table" else None
        extension = _extension_with(relation) if relation else None
        if relation and extension:
            schema = (_schema(relation.schema, relation.span),) if relation.schema else ()
            twins: tuple[Twin, ...] = (("relation", relation), *schema)
            yield ExtensionUse(extension, f"relation `{relation}`", relation.span, twins)


def _extension_with(relation: Name) -> str | None:
    return _RELATIONS.get(relation.text) if relation.schema is None else _SCHEMAS.get(relation.schema)


def _schema(name: str, span: Span) -> Twin:
    return ("schema", Name(None, name, span))
