"""Recognises files that are written for a product sqlreview does not review, so that it keeps silent about them."""

from __future__ import annotations

from collections import Counter

from sqlreview.sql.marks import CERTAIN, Mark, marks_in, marks_of

CASSANDRA = "Cassandra CQL"
"""A language of its own, which is reviewed by its own rules."""

_ON_OFF = r"\s++O(?:N|FF)\b"
_CALLED = r"\s*+\("

_TSQL = (
    Mark("T-SQL", "GO", "\nGO", r"(?:[ \t]++\d++)?+[ \t]*+;?+[ \t]*+\r?$", 3),
    Mark("T-SQL", "IDENTITY(1,1)", "IDENTITY", r"\]?+\s*+\(\s*+\d++\s*+,\s*+\d++\s*+\)", 2),
    Mark("T-SQL", "[dbo]", "[DBO]", ""),
    Mark("T-SQL", "dbo.", "DBO.", "", 2),
    Mark("T-SQL", "[name].[name]", "].[", "", 1),
    Mark("T-SQL", "VARCHAR(MAX)", "VARCHAR", r"\]?+\s*+\(\s*+MAX\s*+\)"),
    Mark("T-SQL", "NVARCHAR(MAX)", "NVARCHAR", r"\]?+\s*+\(\s*+MAX\s*+\)"),
    Mark("T-SQL", "VARBINARY(MAX)", "VARBINARY", r"\]?+\s*+\(\s*+MAX\s*+\)"),
    Mark("T-SQL", "PRIMARY KEY CLUSTERED", "KEY CLUSTERED"),
    Mark("T-SQL", "PRIMARY KEY NONCLUSTERED", "KEY NONCLUSTERED"),
    Mark("T-SQL", "CREATE CLUSTERED INDEX", "CLUSTERED INDEX"),
    Mark("T-SQL", "CREATE NONCLUSTERED INDEX", "NONCLUSTERED INDEX"),
    Mark("T-SQL", "UNIQUEIDENTIFIER", "UNIQUEIDENTIFIER", weight=1),
    Mark("T-SQL", "DATETIME2", "DATETIME2", weight=1),
    Mark("T-SQL", "DATETIMEOFFSET", "DATETIMEOFFSET", weight=1),
    Mark("T-SQL", "GETDATE()", "GETDATE", _CALLED, 2),
    Mark("T-SQL", "GETUTCDATE()", "GETUTCDATE", _CALLED, 2),
    Mark("T-SQL", "SYSUTCDATETIME()", "SYSUTCDATETIME", _CALLED, 2),
    Mark("T-SQL", "NEWID()", "NEWID", _CALLED, 2),
    Mark("T-SQL", "EXEC sp_", "EXEC", r"\s++(?:\[?SYS\]?\.)?+\[?SP_\w"),
    Mark("T-SQL", "EXECUTE sp_", "EXECUTE", r"\s++(?:\[?SYS\]?\.)?+\[?SP_\w"),
    Mark("T-SQL", "CREATE TYPE FROM", "CREATE TYPE", r"\s++[\w.\[\]]++\s++FROM\b"),
    Mark("T-SQL", "OBJECT_ID(", "OBJECT_ID", _CALLED, 2),
    Mark("T-SQL", "sys.objects", "SYS.", r"(?:OBJECTS|TABLES|COLUMNS|INDEXES|SCHEMAS|FOREIGN_KEYS)\b", 2),
    Mark("T-SQL", "BEGIN TRAN", "BEGIN TRAN"),
    Mark("T-SQL", "COMMIT TRAN", "COMMIT TRAN"),
    Mark("T-SQL", "SET NOCOUNT", "SET NOCOUNT", _ON_OFF),
    Mark("T-SQL", "SET ANSI_NULLS", "SET ANSI_NULLS", _ON_OFF),
    Mark("T-SQL", "SET QUOTED_IDENTIFIER", "SET QUOTED_IDENTIFIER", _ON_OFF),
    Mark("T-SQL", "SET XACT_ABORT", "SET XACT_ABORT", _ON_OFF),
    Mark("T-SQL", "DECLARE @", "DECLARE @", r"\w"),
    Mark("T-SQL", "ON [PRIMARY]", "ON [PRIMARY]", ""),
    Mark("T-SQL", "WITH NOCHECK", "WITH NOCHECK", r"\s++ADD\b"),
    Mark("T-SQL", "WITH CHECK ADD", "WITH CHECK", r"\s++ADD\b"),
    Mark("T-SQL", "CREATE OR ALTER", "CREATE OR ALTER", weight=2),
    Mark("T-SQL", "SELECT TOP", "SELECT TOP", r"\s*+\(?\s*+\d", 2),
)
_ORACLE = (
    Mark("Oracle", "VARCHAR2", "VARCHAR2", _CALLED, 2),
    Mark("Oracle", "VARCHAR2(n CHAR)", "VARCHAR2", r"\s*+\(\s*+\d++\s++(?:CHAR|BYTE)\s*+\)"),
    Mark("Oracle", "NUMBER(", "NUMBER", r"\s*+\(\s*+[\d*]++\s*+[,)]", 2),
    Mark("Oracle", "/", "\n/", r"[ \t]*+\r?$", 2),
    Mark("Oracle", "SYSDATE", "SYSDATE", r"\b(?!\s*+\()", 2),
    Mark("Oracle", ".NEXTVAL", ".NEXTVAL", weight=2),
    Mark("Oracle", "NOCACHE", "NOCACHE", weight=1),
    Mark("Oracle", "PCTFREE", "PCTFREE", r"\s++\d", 2),
    *(
        Mark("Oracle", f"DBMS_{name}", f"DBMS_{name}", r"\.\w")
        for name in ("OUTPUT", "LOB", "SQL", "SCHEDULER", "STATS")
    ),
    *(
        Mark("Oracle", f"DBMS_{name}", f"DBMS_{name}", r"\.\w")
        for name in ("JOB", "RANDOM", "LOCK", "METADATA", "UTILITY")
    ),
    Mark("Oracle", "WITH LOCAL TIME ZONE", "WITH LOCAL TIME ZONE"),
    Mark("Oracle", "BY DEFAULT ON NULL", "BY DEFAULT ON NULL"),
    Mark("Oracle", "WHENEVER SQLERROR", "WHENEVER SQLERROR"),
    Mark("Oracle", "SET DEFINE OFF", "SET DEFINE", _ON_OFF),
    Mark("Oracle", "SET SERVEROUTPUT", "SET SERVEROUTPUT", _ON_OFF),
)
_CLICKHOUSE = (
    Mark("ClickHouse", "ENGINE = MergeTree", "ENGINE", r"\s*+=?+\s*+(?=[A-Z])\w*MERGETREE\b"),
    Mark(
        "ClickHouse", "ENGINE = Distributed", "ENGINE", r"\s*+=\s*+(?:DISTRIBUTED|KAFKA|TINYLOG|STRIPELOG|DICTIONARY)\b"
    ),
    Mark("ClickHouse", "ON CLUSTER", "ON CLUSTER", r"\s++['\"\w{]", 2),
    Mark("ClickHouse", "LowCardinality(", "LOWCARDINALITY", _CALLED),
    Mark("ClickHouse", "DateTime64(", "DATETIME64", _CALLED),
    Mark("ClickHouse", "Nullable(", "NULLABLE", r"\(\s*+\w", 2),
    Mark("ClickHouse", "FixedString(", "FIXEDSTRING", _CALLED, 2),
    *(Mark("ClickHouse", "UInt64", f"UINT{bits}", weight=1) for bits in (8, 16, 32, 64, 128, 256)),
    Mark("ClickHouse", "CODEC(", "CODEC", r"\s*+\(\s*+(?:ZSTD|LZ4|DELTA|DOUBLEDELTA|GORILLA|T64)\b"),
    Mark("ClickHouse", "index_granularity", "INDEX_GRANULARITY", r"\s*+="),
    Mark("ClickHouse", "toYYYYMM(", "TOYYYYMM", _CALLED),
    Mark("ClickHouse", "toYYYYMMDD(", "TOYYYYMMDD", _CALLED),
    Mark("ClickHouse", "ORDER BY tuple()", "ORDER BY TUPLE", _CALLED),
)
_CASSANDRA = (
    Mark("Cassandra CQL", "KEYSPACE", "CREATE KEYSPACE"),
    Mark("Cassandra CQL", "KEYSPACE", "ALTER KEYSPACE"),
    Mark("Cassandra CQL", "KEYSPACE", "DROP KEYSPACE"),
    Mark("Cassandra CQL", "CLUSTERING ORDER BY", "CLUSTERING ORDER BY"),
    Mark("Cassandra CQL", "PRIMARY KEY ((", "PRIMARY KEY", r"\s*+\(\s*+\(\s*+[\w\"]++\s*+[,)]"),
    Mark("Cassandra CQL", "frozen<", "FROZEN", r"\s*+<\s*+\w++\s*+[<>]"),
    *(
        Mark("Cassandra CQL", f"{kind}<...>", kind, r"\s*+<\s*+(?:TEXT|INT|BIGINT|UUID|TIMEUUID|BLOB|BOOLEAN)\s*+[,>]")
        for kind in ("MAP", "LIST", "SET")
    ),
    Mark("Cassandra CQL", "ALLOW FILTERING", "ALLOW FILTERING"),
    Mark("Cassandra CQL", "USING TTL", "USING TTL"),
    Mark("Cassandra CQL", "compaction", "COMPACTION", r"\s*+=\s*+\{"),
    Mark("Cassandra CQL", "gc_grace_seconds", "GC_GRACE_SECONDS", r"\s*+="),
    Mark("Cassandra CQL", "CREATE CUSTOM INDEX", "CREATE CUSTOM INDEX"),
    Mark("Cassandra CQL", "timeuuid", "TIMEUUID", weight=2),
)
_WAREHOUSES = (
    Mark("Snowflake", "WAREHOUSE", "CREATE WAREHOUSE"),
    Mark("Snowflake", "WAREHOUSE", "USE WAREHOUSE"),
    Mark("Snowflake", "WAREHOUSE", "ALTER WAREHOUSE"),
    Mark("Snowflake", "FILE FORMAT", "FILE FORMAT", r"\s++\w++\s"),
    Mark("Snowflake", "TIMESTAMP_NTZ", "TIMESTAMP_NTZ"),
    Mark("Snowflake", "TIMESTAMP_LTZ", "TIMESTAMP_LTZ"),
    Mark("Snowflake", "TIMESTAMP_TZ", "TIMESTAMP_TZ"),
    Mark("Snowflake", "COPY INTO", "COPY INTO", r"\s++[@\w]"),
    Mark("Snowflake", "COPY GRANTS", "COPY GRANTS"),
    Mark("Snowflake", "DATA_RETENTION_TIME_IN_DAYS", "DATA_RETENTION_TIME_IN_DAYS"),
    Mark("Snowflake", "VARIANT", "VARIANT", r"\s*+(?:,|\)|NOT\b)", 2),
    Mark("Snowflake", "CLUSTER BY", "CLUSTER BY", _CALLED, 2),
    Mark("BigQuery", "STRUCT<", "STRUCT", r"\s*+<\s*+\w++\s++\w"),
    Mark("BigQuery", "INT64", "INT64", weight=1),
    Mark("BigQuery", "FLOAT64", "FLOAT64", weight=1),
    Mark("BigQuery", "BIGNUMERIC", "BIGNUMERIC", weight=1),
    Mark("BigQuery", "ARRAY<", "ARRAY<", r"\s*+\w", 2),
    Mark("BigQuery", "OPTIONS(", "OPTIONS", r"\s*+\(\s*+(?:DESCRIPTION|LABELS|EXPIRATION_TIMESTAMP|LOCATION)\s*+="),
    Mark("BigQuery", "`project.dataset.table`", "`", r"[\w-]++\.\w++\.\w++`", 2),
    Mark("BigQuery", "_TABLE_SUFFIX", "_TABLE_SUFFIX"),
    Mark("Redshift", "DISTSTYLE", "DISTSTYLE", r"\s++(?:ALL|EVEN|KEY|AUTO)\b"),
    Mark("Redshift", "SORTKEY(", "SORTKEY", _CALLED),
    Mark("Redshift", "DISTKEY(", "DISTKEY", _CALLED),
    Mark("Redshift", "ENCODE", "ENCODE", r"\s++(?:ZSTD|LZO|AZ64|BYTEDICT|RUNLENGTH)\b"),
    Mark("Hive", "STORED AS", "STORED AS", r"\s++(?:PARQUET|ORC|TEXTFILE|AVRO|SEQUENCEFILE|RCFILE)\b"),
    Mark("Hive", "ROW FORMAT", "ROW FORMAT", r"\s++(?:DELIMITED|SERDE)\b"),
    Mark("Hive", "TBLPROPERTIES", "TBLPROPERTIES", _CALLED),
    Mark("Teradata", "CREATE MULTISET TABLE", "CREATE MULTISET"),
    Mark("Vertica", "SEGMENTED BY", "SEGMENTED BY HASH"),
    Mark("Vertica", "CREATE PROJECTION", "CREATE PROJECTION"),
)
_OTHERS = (
    Mark("DB2", "SYSIBM.", "SYSIBM.", r"\w"),
    Mark("DB2", "SYSPROC.", "SYSPROC.", r"\w"),
    Mark("DB2", "ORGANIZE BY ROW", "ORGANIZE BY", r"\s++(?:ROW|COLUMN|DIMENSIONS)\b"),
    Mark("DB2", "CREATE BUFFERPOOL", "CREATE BUFFERPOOL"),
    Mark("DB2", "FOR BIT DATA", "FOR BIT DATA"),
    Mark("DB2", "NOT LOGGED INITIALLY", "NOT LOGGED INITIALLY"),
    Mark("DB2", "REORG TABLE", "REORG TABLE"),
    Mark("Spanner", "INTERLEAVE IN", "INTERLEAVE IN", r"\s++\w"),
    Mark("Spanner", "STRING(MAX)", "STRING", r"\s*+\(\s*+MAX\s*+\)"),
    Mark("Firebird", "SET TERM", "SET TERM", r"\s++[^\s\w='\"]"),
    Mark("Firebird", "RECREATE TABLE", "RECREATE", r"\s++(?:TABLE|VIEW|PROCEDURE|TRIGGER)\b"),
    Mark("SAP HANA", "CREATE COLUMN TABLE", "CREATE COLUMN TABLE"),
)
_FOREIGN = marks_of(*_TSQL, *_ORACLE, *_CLICKHOUSE, *_CASSANDRA, *_WAREHOUSES, *_OTHERS)
_OWN = marks_of(
    Mark("", "ENGINE=InnoDB", "ENGINE", r"\s*+=\s*+(?:INNODB|MYISAM|ARIA|ROCKSDB)\b"),
    Mark("", "plpgsql", "PLPGSQL"),
    Mark("", "WITHOUT ROWID", "WITHOUT ROWID"),
    Mark("", "PRAGMA", "\nPRAGMA", r"\s++\w"),
    Mark("", "mysqldump", "/*!40101", r"\s"),
)
"""What no foreign file holds."""


def foreign_dialect_of(text: str) -> str | None:
    """The product whose SQL a file certainly is, if sqlreview does not review it; None in every other case."""
    weights: Counter[str] = Counter()
    for product, _, weight in {(mark.product, mark.shown, mark.weight) for mark in marks_in(text, _FOREIGN)}:
        weights[product] += weight
    if not weights:
        return None
    product, weight = max(weights.items(), key=lambda item: (item[1], item[0]))
    if weight < CERTAIN or next(marks_in(text, _OWN), None) is not None:
        return None
    return product
