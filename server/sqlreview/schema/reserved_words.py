"""Words that can name a column in quotes only, by engine."""

from __future__ import annotations

_POSTGRES = """
    all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create
    current_catalog current_date current_role current_time current_timestamp current_user default deferrable desc
    distinct do else end except false fetch for foreign from grant group having in initially intersect into lateral
    leading limit localtime localtimestamp not null offset on only or order placing primary references returning
    select session_user some symmetric system_user table then to trailing true union unique user using variadic when
    where window with authorization binary collation concurrently cross current_schema freeze full ilike inner is
    isnull join left like natural notnull outer overlaps right similar tablesample verbose
"""
"""https://www.postgresql.org/docs/current/sql-keywords-appendix.html"""

_MYSQL_FAMILY = """
    accessible add all alter analyze and as asc asensitive before between bigint binary blob both by call cascade case
    change char character check collate column condition constraint continue convert create cross current_date
    current_time current_timestamp current_user cursor database databases day_hour day_microsecond day_minute
    day_second dec decimal declare default delayed delete desc describe deterministic distinct distinctrow div double
    drop dual each else elseif enclosed escaped except exists exit explain false fetch float float4 float8 for force
    foreign from fulltext grant group having high_priority hour_microsecond hour_minute hour_second if ignore in index
    infile inner inout insensitive insert int int1 int2 int3 int4 int8 integer intersect interval into is iterate join
    key keys kill leading leave left like limit linear lines load localtime localtimestamp lock long longblob longtext
    loop low_priority master_ssl_verify_server_cert match maxvalue mediumblob mediumint mediumtext middleint
    minute_microsecond minute_second mod modifies natural no_write_to_binlog not null numeric on optimize option
    optionally or order out outer outfile over partition precision primary procedure purge range read read_write reads
    real recursive references regexp release rename repeat replace require resignal restrict return revoke right rlike
    row_number rows schema schemas second_microsecond select sensitive separator set show signal smallint spatial
    specific sql sql_big_result sql_calc_found_rows sql_small_result sqlexception sqlstate sqlwarning ssl starting
    straight_join table terminated then tinyblob tinyint tinytext to trailing trigger true undo union unique unlock
    unsigned update usage use using utc_date utc_time utc_timestamp values varbinary varchar varcharacter varying when
    where while with write xor year_month zerofill
"""
_MYSQL_ONLY = """
    generated get io_after_gtids io_before_gtids master_bind optimizer_costs stored virtual
"""
_MYSQL_8 = """
    cube cume_dist dense_rank empty first_value function grouping groups json_table lag last_value lateral lead
    nth_value ntile of percent_rank rank row system window
"""
"""https://dev.mysql.com/doc/refman/8.0/en/keywords.html"""
_MARIADB_ONLY = """
    current_role delete_domain_id do_domain_ids ignore_domain_ids master_demote_to_replica master_demote_to_slave offset
    page_checksum parse_vcol_expr portion ref_system_id returning stats_auto_recalc stats_persistent stats_sample_pages
"""
"""Refused by MariaDB 10.11 as the name of a column."""

_SQLITE = """
    add all alter and as autoincrement between case check collate commit constraint create default deferrable delete
    distinct drop else escape except exists foreign from group having if in index insert intersect into is isnull join
    limit not nothing notnull null on or order primary references returning select set table then to transaction union
    unique update using values when where
"""
"""Refused by SQLite 3.40 as the name of a table or column."""

RESERVED: dict[str, frozenset[str]] = {
    "postgres": frozenset(_POSTGRES.split()),
    "mysql": frozenset((*_MYSQL_FAMILY.split(), *_MYSQL_ONLY.split(), *_MYSQL_8.split())),
    "mariadb": frozenset((*_MYSQL_FAMILY.split(), *_MARIADB_ONLY.split())) - {"database", "option", "schema"},
    "sqlite": frozenset(_SQLITE.split()),
}
"""Engine name: its reserved words in lower case."""
NEW_IN_MYSQL_8 = frozenset(_MYSQL_8.split()) | {"except", "intersect", "over", "recursive", "row_number", "rows"}
RESERVED_SOMEWHERE = RESERVED["mysql"] | RESERVED["mariadb"] | RESERVED["sqlite"]
"""Words that one of the engines with backticks reserves."""
