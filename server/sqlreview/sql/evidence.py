"""Tells from what a file says which of the reviewed engines it is written for."""

from __future__ import annotations

from sqlreview.sql.marks import Mark, marks_in, marks_of

_CALLED = r"\s*+\("
_IS = r"\s*+="

_MYSQL = (
    Mark("mysql", "/*!40101", "/*!", r"\d{5}"),
    Mark("mysql", "/*M!", "/*M!", r"\d"),
    Mark("mysql", "ENGINE=InnoDB", "ENGINE", r"\s*+=?+\s*+(?:INNODB|MYISAM|ARIA|ROCKSDB|MEMORY|ARCHIVE|NDB)\b"),
    Mark("mysql", "AUTO_INCREMENT", "AUTO_INCREMENT"),
    Mark("mysql", "DEFAULT CHARSET", "CHARSET", _IS),
    Mark("mysql", "CHARACTER SET utf8", "CHARACTER SET", r"\s*+=?+\s*+(?:UTF8|LATIN1|ASCII|BINARY)"),
    Mark("mysql", "COLLATE utf8mb4_...", "COLLATE", r"\s*+=?+\s*+'?(?:UTF8|LATIN1_|ASCII_)"),
    Mark("mysql", "ON UPDATE CURRENT_TIMESTAMP", "ON UPDATE CURRENT_TIMESTAMP"),
    Mark("mysql", "ON DUPLICATE KEY UPDATE", "ON DUPLICATE KEY"),
    Mark("mysql", "INSERT IGNORE", "INSERT IGNORE"),
    Mark("mysql", "DELIMITER", "DELIMITER", r"[ \t]++[^\s\w,()'\"]++[ \t]*+\r?$"),
    Mark("mysql", "MODIFY COLUMN", "MODIFY COLUMN"),
    Mark("mysql", "CHANGE COLUMN", "CHANGE COLUMN"),
    Mark("mysql", "DROP FOREIGN KEY", "DROP FOREIGN KEY"),
    Mark("mysql", "CONVERT TO CHARACTER SET", "CONVERT TO CHARACTER SET"),
    Mark("mysql", "LOCK TABLES", "UNLOCK TABLES"),
    Mark("mysql", "RENAME TABLE", "RENAME TABLE"),
    Mark("mysql", "FOREIGN_KEY_CHECKS", "FOREIGN_KEY_CHECKS", _IS),
    Mark("mysql", "SET NAMES utf8mb4", "SET NAMES", r"\s++'?UTF8MB[34]"),
    Mark("mysql", "FULLTEXT KEY", "FULLTEXT", r"\s++(?:KEY|INDEX)\b"),
    Mark("mysql", "UNIQUE KEY", "UNIQUE KEY", r"\s++[\w`]++\s*+\("),
    Mark("mysql", "KEY `name` (", "KEY `", r"[^`\n]++`\s*+\("),
    Mark("mysql", "ALGORITHM=INPLACE", "ALGORITHM", r"\s*+=\s*+(?:INPLACE|INSTANT|COPY|NOCOPY)\b"),
    Mark("mysql", "DATE_ADD(", "DATE_ADD", _CALLED),
    Mark("mysql", "UNIX_TIMESTAMP(", "UNIX_TIMESTAMP", _CALLED),
)
_TAKEN_BY_SQLITE = (
    Mark("mysql", "`", "`", r"[^`\n]++`", 1),
    Mark("mysql", "type UNSIGNED", "UNSIGNED", weight=1),
    Mark("mysql", "type TINYINT(1)", "TINYINT", r"\s*+\(\s*+1\s*+\)", 1),
    *(Mark("mysql", f"type {name}", name, weight=1) for name in ("MEDIUMTEXT", "LONGTEXT", "MEDIUMBLOB", "LONGBLOB")),
    *(Mark("postgres", f"type {name}", name, weight=1) for name in ("BIGSERIAL", "BYTEA", "TIMESTAMPTZ")),
    Mark("postgres", "type SERIAL", "SERIAL", r"\s*+(?:PRIMARY|NOT|UNIQUE|,|\))", 1),
    Mark("postgres", "type JSONB", "JSONB", r"(?!\w|\s*+\()", 1),
    Mark("postgres", "type TIMESTAMP WITH TIME ZONE", "WITH TIME ZONE", weight=1),
    Mark("postgres", "type TIMESTAMP WITHOUT TIME ZONE", "WITHOUT TIME ZONE", weight=1),
)
"""What one of the others accepts and SQLite as well, which takes any words for a type."""
_SQLITE = (
    Mark("sqlite", "AUTOINCREMENT", "AUTOINCREMENT"),
    Mark("sqlite", "WITHOUT ROWID", "WITHOUT ROWID"),
    Mark("sqlite", "PRAGMA", "PRAGMA", r"\s++(?:\w++\.)?+\w++\s*+[=(;]"),
    Mark("sqlite", "strftime(", "STRFTIME", _CALLED),
    Mark("sqlite", "datetime('now')", "DATETIME", r"\s*+\(\s*+'NOW'"),
    Mark("sqlite", "julianday(", "JULIANDAY", _CALLED),
    Mark("sqlite", "unixepoch(", "UNIXEPOCH", r"\s*+\(\s*+(?:\)|'NOW')"),
    Mark("sqlite", "randomblob(", "RANDOMBLOB", _CALLED),
    Mark("sqlite", "INSERT OR REPLACE", "INSERT OR", r"\s++(?:REPLACE|IGNORE|ABORT|FAIL|ROLLBACK)\b"),
    Mark("sqlite", "CREATE VIRTUAL TABLE", "CREATE VIRTUAL TABLE"),
    Mark("sqlite", "COLLATE NOCASE", "COLLATE NOCASE"),
    Mark("sqlite", "STRICT", ") STRICT", r"\s*+(?:;|,\s*+WITHOUT)"),
    Mark("sqlite", "RAISE(ABORT", "RAISE", r"\s*+\(\s*+(?:ABORT|FAIL|IGNORE|ROLLBACK)\b"),
    Mark("sqlite", "ATTACH DATABASE", "ATTACH DATABASE"),
    Mark("sqlite", "BEGIN IMMEDIATE", "BEGIN IMMEDIATE"),
    Mark("sqlite", "BEGIN EXCLUSIVE", "BEGIN EXCLUSIVE"),
    Mark("sqlite", "sqlite_master", "SQLITE_MASTER"),
    Mark("sqlite", "sqlite_sequence", "SQLITE_SEQUENCE"),
    Mark("sqlite", "last_insert_rowid()", "LAST_INSERT_ROWID", _CALLED),
    Mark("sqlite", ".read", "\n.READ", r"\s"),
)
_POSTGRES = (
    Mark("postgres", "$$", "AS $", r"\w*+\$"),
    Mark("postgres", "$$", "AS\n$", r"\w*+\$"),
    Mark("postgres", "$$", "DO $", r"\w*+\$"),
    Mark("postgres", "$$", "$$ LANGUAGE"),
    Mark("postgres", "::type", "::", r"\"?[A-Z]"),
    Mark("postgres", "CREATE EXTENSION", "CREATE EXTENSION"),
    Mark("postgres", "ALTER COLUMN ... TYPE", "ALTER COLUMN", r"\s++[\w\"]++\s++(?:SET\s++DATA\s++)?+TYPE\b"),
    Mark("postgres", "ALTER COLUMN ... SET NOT NULL", "ALTER COLUMN", r"\s++[\w\"]++\s++(?:SET|DROP)\s++NOT\s++NULL\b"),
    Mark("postgres", "RETURNS TRIGGER", "RETURNS TRIGGER"),
    Mark("postgres", "plpgsql", "PLPGSQL"),
    Mark("postgres", "AS ENUM", "AS ENUM", _CALLED),
    Mark("postgres", "ALTER TYPE", "ALTER TYPE", r"\s++[\w\".]++\s++(?:ADD|RENAME|OWNER)\b"),
    Mark("postgres", "gen_random_uuid()", "GEN_RANDOM_UUID", _CALLED),
    Mark("postgres", "uuid_generate_v4()", "UUID_GENERATE_V4", _CALLED),
    Mark("postgres", "OWNER TO", "OWNER TO"),
    Mark("postgres", "USING gin", "USING GIN"),
    Mark("postgres", "USING gist", "USING GIST"),
    Mark("postgres", "USING btree", "USING BTREE", r"\s*+\(\s*+[\w\"(]"),
    Mark("postgres", "CONCURRENTLY", "CONCURRENTLY"),
    Mark("postgres", "CREATE POLICY", "CREATE POLICY"),
    Mark("postgres", "ROW LEVEL SECURITY", "ROW LEVEL SECURITY"),
    Mark("postgres", "COMMENT ON", "COMMENT ON", r"\s++(?:TABLE|COLUMN|INDEX|FUNCTION|TYPE|CONSTRAINT)\b"),
    Mark("postgres", "MATERIALIZED VIEW", "MATERIALIZED VIEW"),
    Mark("postgres", "AS IDENTITY", "AS IDENTITY"),
    Mark("postgres", "text[]", "[]", r"(?=\s*+(?:,|\)|;|NOT\b|DEFAULT\b|NULL\b|$))"),
    Mark("postgres", "ILIKE", "ILIKE"),
    Mark("postgres", "search_path", "SEARCH_PATH"),
    Mark("postgres", "NOT VALID", "NOT VALID"),
    Mark("postgres", "VALIDATE CONSTRAINT", "VALIDATE CONSTRAINT"),
    Mark("postgres", "EXECUTE FUNCTION", "EXECUTE FUNCTION"),
    Mark("postgres", "nextval('...')", "NEXTVAL", r"\s*+\(\s*+'"),
)
_EVIDENCE = marks_of(*_MYSQL, *_SQLITE, *_POSTGRES, *_TAKEN_BY_SQLITE)


def engine_evidence(text: str) -> dict[str, list[str]]:
    """What a file says that one engine alone accepts: engine name ("mysql" stands for MariaDB too) to marks as shown.

    Backticks and the names of types ("type JSONB") come last, and not at all where something speaks for SQLite, which
    accepts them as well: alone they tell little.
    """
    found: dict[str, list[str]] = {}
    for mark in marks_in(text, _EVIDENCE):
        if mark.weight == 1 and "sqlite" in found:
            break
        shown = found.setdefault(mark.product, [])
        if mark.shown not in shown:
            shown.append(mark.shown)
    return found
