"""Which functions give another value for every row: the volatility of built-in and of the project's functions."""

from __future__ import annotations

from typing import Literal

from sqlreview.operations import Name
from sqlreview.schema import Catalog
from sqlreview.text import Span

Volatility = Literal["immutable or stable", "volatile", "unknown"]

_VOLATILE_NAMES = """
    clock_timestamp timeofday random random_normal setseed gen_random_uuid uuidv4 uuidv7 nextval currval lastval setval
    set_config current_query query_to_xml query_to_xmlschema query_to_xml_and_xmlschema cursor_to_xml ts_stat
    txid_status lo_create lo_creat lo_import lo_from_bytea lo_put lo_get lo_unlink
    uuid_generate_v1 uuid_generate_v1mc uuid_generate_v4 gen_random_bytes gen_salt pgp_sym_encrypt pgp_pub_encrypt
    dblink dblink_exec
"""
VOLATILE = frozenset(_VOLATILE_NAMES.split())
"""Functions of PostgreSQL and of the extensions it ships that are VOLATILE; those named pg_... are judged by rule."""

_STEADY_NAMES = """
    current_date current_time current_timestamp localtime localtimestamp current_user current_role session_user
    system_user user current_catalog current_schema current_schemas current_database current_setting now
    transaction_timestamp statement_timestamp version inet_client_addr inet_client_port inet_server_addr
    inet_server_port txid_current txid_current_if_assigned txid_current_snapshot txid_snapshot_xmin txid_snapshot_xmax
    txid_visible_in_snapshot getdatabaseencoding row_security_active
    coalesce nullif greatest least cast treat extract grouping row array exists any some all in not and or between
    overlay position substring trim collation_for xmlconcat xmlelement xmlforest xmlparse xmlpi xmlroot xmlserialize
    xmlexists normalize json json_array json_object json_scalar json_serialize json_value json_query json_exists
    abbrev abs acos acosd acosh age area array_append array_cat array_dims array_fill array_length array_lower
    array_ndims array_position array_positions array_prepend array_remove array_replace array_reverse array_sort
    array_to_json array_to_string array_to_tsvector array_upper ascii asin asind asinh atan atan2 atan2d atand atanh
    bit bit_count bit_length bool bound_box box bpchar broadcast btrim cardinality casefold cbrt ceil ceiling center
    char char_length character_length chr cidr circle col_description concat concat_ws convert convert_from convert_to
    cos cosd cosh cot cotd crc32 crc32c date date_add date_bin date_part date_subtract date_trunc datemultirange
    daterange decode degrees diagonal diameter div encode enum_first enum_last enum_range erf erfc exp factorial family
    float4 float8 floor format format_type gamma gcd generate_series generate_subscripts get_bit get_byte
    get_current_ts_config height host hostmask inet inet_merge inet_same_family initcap int2 int4 int4multirange
    int4range int8 int8multirange int8range interval is_normalized isclosed isempty isfinite ishorizontal isopen
    isparallel isperp isvertical json_array_elements json_array_elements_text json_array_length json_build_array
    json_build_object json_each json_each_text json_extract_path json_extract_path_text json_object_keys
    json_populate_record json_populate_recordset json_strip_nulls json_to_record json_to_recordset json_to_tsvector
    json_typeof jsonb_array_elements jsonb_array_elements_text jsonb_array_length jsonb_build_array jsonb_build_object
    jsonb_concat jsonb_contains jsonb_delete jsonb_each jsonb_each_text jsonb_exists jsonb_extract_path
    jsonb_extract_path_text jsonb_insert jsonb_object jsonb_object_keys jsonb_path_exists jsonb_path_match
    jsonb_path_query jsonb_path_query_array jsonb_path_query_first jsonb_populate_record jsonb_populate_recordset
    jsonb_pretty jsonb_set jsonb_set_lax jsonb_strip_nulls jsonb_to_record jsonb_to_recordset jsonb_to_tsvector
    jsonb_typeof justify_days justify_hours justify_interval lcm left length like line ln log log10 lower lower_inc
    lower_inf lpad lseg ltrim macaddr macaddr8 macaddr8_set7bit make_date make_interval make_time make_timestamp
    make_timestamptz masklen max md5 min min_scale mod money multirange mxid_age name netmask network notlike npoints
    num_nonnulls num_nulls numeric nummultirange numnode numrange obj_description octet_length oid parse_ident path
    phraseto_tsquery pi plainto_tsquery point polygon popen pow power querytree quote_ident quote_literal
    quote_nullable radians radius range_merge regclass regexp_count regexp_instr regexp_like regexp_match
    regexp_matches regexp_replace regexp_split_to_array regexp_split_to_table regexp_substr repeat replace reverse
    right round row_to_json rpad rtrim scale set_bit set_byte set_masklen setweight sha224 sha256 sha384 sha512
    shobj_description sign sin sind sinh slope split_part sqrt string_to_array string_to_table strip strpos substr tan
    tand tanh text time timestamp timestamptz timetz timezone to_ascii to_bin to_char to_date to_hex to_json to_jsonb
    to_number to_oct to_regclass to_regcollation to_regnamespace to_regoper to_regoperator to_regproc to_regprocedure
    to_regrole to_regtype to_timestamp to_tsquery to_tsvector translate trim_array trim_scale trunc ts_debug ts_delete
    ts_filter ts_headline ts_lexize ts_parse ts_rank ts_rank_cd ts_rewrite ts_token_type tsmultirange tsquery_phrase
    tsrange tstzmultirange tstzrange tsvector_to_array unistr unnest upper upper_inc upper_inf uuid_extract_timestamp
    uuid_extract_version varbit varchar websearch_to_tsquery width width_bucket xid xml xml_is_well_formed
    xml_is_well_formed_content xml_is_well_formed_document xmlcomment xmltext xpath xpath_exists
    uuid_generate_v3 uuid_generate_v5 uuid_nil uuid_ns_dns uuid_ns_url uuid_ns_oid uuid_ns_x500 digest hmac crypt
    pgp_sym_decrypt pgp_pub_decrypt encrypt decrypt hstore unaccent similarity citext
"""
STEADY = frozenset(_STEADY_NAMES.split())
"""Functions and function-like constructs that are IMMUTABLE or STABLE, so one value serves all existing rows."""

_STEADY_PG_NAMES = """
    pg_backend_pid pg_client_encoding pg_column_size pg_conf_load_time pg_current_snapshot pg_current_xact_id
    pg_current_xact_id_if_assigned pg_get_constraintdef pg_get_expr pg_get_functiondef pg_get_indexdef
    pg_get_serial_sequence pg_get_userbyid pg_get_viewdef pg_has_role pg_my_temp_schema pg_postmaster_start_time
    pg_size_bytes pg_size_pretty pg_snapshot_xmax pg_snapshot_xmin pg_trigger_depth pg_typeof pg_visible_in_snapshot
"""
_STEADY_PG = frozenset(_STEADY_PG_NAMES.split())


def volatility_of(function: str, catalog: Catalog) -> Volatility:
    """How a function of that (folded, unqualified) name behaves; "unknown" when neither history nor server defines it.

    A function of the history hides a built-in one only when the latter does not exist, as pg_catalog is searched first.
    """
    if function in VOLATILE:
        return "volatile"
    if function in STEADY or function in _STEADY_PG:
        return "immutable or stable"
    routine = catalog.routine(Name(None, function, Span(0, 0)))
    if routine is not None:
        return "volatile" if routine.volatility == "volatile" else "immutable or stable"
    return "volatile" if function.startswith("pg_") else "unknown"
