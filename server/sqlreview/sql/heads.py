"""How statements begin, by engine: what tells that a line starts the next one although a terminator is missing."""

from __future__ import annotations

import re
from functools import cache

from sqlreview.patterns import regex
from sqlreview.sql.engines import Family

HEAD_WORD: dict[Family, str] = {
    "postgres": (
        r"(?i:CREATE|ALTER|DROP|SELECT|INSERT|UPDATE|DELETE|WITH|COMMENT|GRANT|REVOKE|BEGIN|COMMIT|ROLLBACK|START"
        r"|TRUNCATE|REFRESH|REINDEX|VACUUM|MERGE|LOCK|DO|CALL|COPY|SET|SECURITY|IMPORT|EXPLAIN)\b"
    ),
    "mysql": (
        r"(?i:CREATE|ALTER|DROP|SELECT|INSERT|REPLACE|UPDATE|DELETE|WITH|GRANT|REVOKE|BEGIN|COMMIT|ROLLBACK|START"
        r"|TRUNCATE|RENAME|LOCK|UNLOCK|CALL|LOAD|OPTIMIZE|ANALYZE|FLUSH|SET|PREPARE|EXECUTE|DEALLOCATE|USE|DELIMITER)\b"
    ),
    "sqlite": (
        r"(?i:CREATE|ALTER|DROP|SELECT|INSERT|REPLACE|UPDATE|DELETE|WITH|BEGIN|COMMIT|ROLLBACK|END|PRAGMA|VACUUM"
        r"|REINDEX|ATTACH|DETACH|SAVEPOINT|RELEASE)\b"
    ),
}
"""First words, as part of a regular expression, of the statements that a line may begin."""

_POSTGRES_KIND = (
    r"(?:TABLE|(?:UNIQUE\s++)?+INDEX|VIEW|MATERIALIZED\s++VIEW|SEQUENCE|TYPE|DOMAIN|FUNCTION|PROCEDURE|ROUTINE|AGGREGATE"
    r"|TRIGGER|EVENT\s++TRIGGER|SCHEMA|EXTENSION|POLICY|ROLE|USER|GROUP|DATABASE|RULE|PUBLICATION|SUBSCRIPTION|SERVER"
    r"|STATISTICS|FOREIGN\s++\w++|COLLATION|DEFAULT\s++PRIVILEGES|OPERATOR|CAST)"
)
_POSTGRES_NAME = r'[\w"$\{.]++'
_POSTGRES = rf"""(?:
      (?P<create>CREATE\s++(?:OR\s++REPLACE\s++|(?:GLOBAL|LOCAL)\s++|TEMP(?:ORARY)?+\s++|UNLOGGED\s++|CONSTRAINT\s++
        |RECURSIVE\s++)*+{_POSTGRES_KIND}\b)
    | (?P<drop>DROP\s++{_POSTGRES_KIND}\s++(?!(?:CASCADE|RESTRICT)\b)[\w"$\{{])
    | (?P<alter>ALTER\s++{_POSTGRES_KIND}\s++(?!(?:SET|DROP|TYPE|ADD|RESET|RESTART)\b)[\w"$\{{]
      | ALTER\s++DEFAULT\s++PRIVILEGES\b)
    | (?P<comment>COMMENT\s++ON\s++\w|SECURITY\s++LABEL\s|IMPORT\s++FOREIGN\s++SCHEMA\b)
    | (?P<query>SELECT\b | INSERT\s++INTO\b | DELETE\s++FROM\b | MERGE\s++INTO\b
      | UPDATE\s++(?:ONLY\s++)?+(?!(?:SET|ON|OR|OF)\b){_POSTGRES_NAME}
        (?:\s++(?:AS\s++)?+(?!SET\b){_POSTGRES_NAME})?+\s++SET\b
      | WITH\s++(?:RECURSIVE\s++)?+{_POSTGRES_NAME}\s*+(?:\([^()]*+\)\s*+)?+AS\s*+(?:NOT\s++)?+(?:MATERIALIZED\s*+)?+\()
    | (?P<grant>GRANT\s++(?!OPTION\b)\w | REVOKE\s++\w)
    | (?P<session>(?:BEGIN|COMMIT|ROLLBACK)\s*+(?:;|\b(?:TRANSACTION|WORK|ISOLATION|READ|TO|AND|PREPARED)\b)
      | START\s++TRANSACTION\b | TRUNCATE\s++(?:TABLE|ONLY)\b | TRUNCATE\s++(?!(?:ON|OR|AS)\b){_POSTGRES_NAME}\s*+[;,]
      | REFRESH\s++MATERIALIZED\s | REINDEX\s++(?:\(|(?:INDEX|TABLE|SCHEMA|DATABASE|SYSTEM)\b)
      | VACUUM\s*+(?:;|\(|\b(?:FULL|ANALYZE|VERBOSE|FREEZE)\b) | LOCK\s++TABLE\b | DO\s++(?:\$|LANGUAGE\b)
      | CALL\s++{_POSTGRES_NAME}\s*+\( | COPY\s++{_POSTGRES_NAME}\s*+(?:\([^()]*+\)\s*+)?+(?:FROM|TO)\b
      | SET\s++LOCAL\s++{_POSTGRES_NAME}\s*+(?:=|TO\b)
      | EXPLAIN\s++(?:ANALYZE|VERBOSE|SELECT|INSERT|UPDATE|DELETE|WITH)\b)
    | (?P<set>SET\s++{_POSTGRES_NAME}\s*+(?:=|TO\b))
    )"""

_NAME = r'(?:[\w$.\{\[\]}]|`[^`\n]*+`|"[^"\n]*+")++'
_WITH = rf"WITH\s++(?:RECURSIVE\s++)?+{_NAME}\s*+(?:\([^()]*+\)\s*+)?+AS\s*+(?:NOT\s++)?+(?:MATERIALIZED\s*+)?+\("
_MYSQL_KIND = r"(?:TABLE|VIEW|DATABASE|SCHEMA|PROCEDURE|FUNCTION|TRIGGER|EVENT|USER|ROLE|SERVER|SEQUENCE|TABLESPACE)"
_MYSQL = rf"""(?:
      (?P<create>CREATE\s++(?:OR\s++REPLACE\s++|TEMPORARY\s++|UNIQUE\s++|FULLTEXT\s++|SPATIAL\s++|AGGREGATE\s++
        |ALGORITHM\s*+=\s*+\w++\s++|DEFINER\s*+=\s*+[^\s;]++\s++|SQL\s++SECURITY\s++\w++\s++)*+(?:{_MYSQL_KIND}|INDEX)\b)
    | (?P<drop>DROP\s++(?:TEMPORARY\s++)?+{_MYSQL_KIND}\s++[\w$`"\{{] | DROP\s++INDEX\s++{_NAME}\s++ON\b)
    | (?P<alter>ALTER\s++(?:ONLINE\s++|IGNORE\s++)?+(?:TABLE|VIEW|DATABASE|SCHEMA|USER|EVENT|PROCEDURE|FUNCTION)\s++
        [\w$`"\{{])
    | (?P<select>SELECT\b|{_WITH})
    | (?P<query>(?:INSERT|REPLACE)\s++(?:(?:LOW_PRIORITY|HIGH_PRIORITY|DELAYED|IGNORE)\s++)*+INTO\b | DELETE\s++FROM\b
      | UPDATE\s++(?:(?:LOW_PRIORITY|IGNORE)\s++)*+(?!SET\b){_NAME}
        (?:\s++(?:AS\s++)?+(?!(?:SET|JOIN|INNER|LEFT|CROSS)\b){_NAME})?+\s*+(?:,|\b(?:SET|JOIN|(?:INNER|LEFT|CROSS)\s++JOIN)\b))
    | (?P<grant>GRANT\s++(?!OPTION\b)\w | REVOKE\s++\w)
    | (?P<session>(?:BEGIN|COMMIT|ROLLBACK)\s*+(?:;|\b(?:WORK|TO|AND)\b) | START\s++TRANSACTION\b
      | TRUNCATE\s++TABLE\b | RENAME\s++(?:TABLE|USER)\b | (?:UN)?+LOCK\s++TABLES?+\b | CALL\s++{_NAME}\s*+[(;]
      | SET\s++(?:NAMES\b|@|(?:GLOBAL|SESSION|LOCAL|PERSIST)\s) | LOAD\s++DATA\b
      | PREPARE\s++\w++\s++FROM\b | EXECUTE\s++\w++\s*+(?:;|\bUSING\b) | DEALLOCATE\s++PREPARE\b
      | (?:OPTIMIZE|ANALYZE)\s++TABLE\b | FLUSH\s++(?:PRIVILEGES|TABLES?+|LOGS)\b)
    | (?P<set>SET\s++{_NAME}\s*+:?+=)
    | (?P<client>DELIMITER[ \t]++(?=\w*+[^\s\w,()'"`])[^\s,()'"`]++[ \t]*+(?=[\r\n]|\Z)
      | USE[ \t]++{_NAME}[ \t]*+(?=[;\r\n]|\Z))
    )"""
_SQLITE = rf"""(?:
      (?P<create>CREATE\s++(?:(?:TEMP|TEMPORARY|UNIQUE|VIRTUAL)\s++)*+(?:TABLE|INDEX|VIEW|TRIGGER)\b)
    | (?P<drop>DROP\s++(?:TABLE|INDEX|VIEW|TRIGGER)\s++[\w$`"\[\{{])
    | (?P<alter>ALTER\s++TABLE\s++[\w$`"\[\{{])
    | (?P<query>SELECT\b | (?:INSERT\s++(?:OR\s++\w++\s++)?+|REPLACE\s++)INTO\b | DELETE\s++FROM\b
      | UPDATE\s++(?:OR\s++\w++\s++)?+(?!SET\b){_NAME}(?:\s++(?:AS\s++)?+(?!SET\b){_NAME})?+\s++SET\b | {_WITH})
    | (?P<session>BEGIN\s*+(?:;|\b(?:TRANSACTION|DEFERRED|IMMEDIATE|EXCLUSIVE)\b)
      | (?:COMMIT|END|ROLLBACK)\s*+(?:;|\b(?:TRANSACTION|TO)\b) | (?:SAVEPOINT|RELEASE)\s++\w++\s*+; | REINDEX\s*+;
      | PRAGMA\s++{_NAME}\s*+[;=(] | VACUUM\s*+(?:;|\bINTO\b) | ATTACH\s++DATABASE\b | DETACH\s++DATABASE\b)
    )"""


_POSTGRES_HEAD = regex(_POSTGRES, re.X | re.I)


@cache
def _head(family: Family) -> re.Pattern[str]:
    return regex(_MYSQL if family == "mysql" else _SQLITE, re.X | re.I)


def head_at(text: str, at: int, family: Family = "postgres") -> str | None:
    """What kind of statement certainly begins at `at`: create, drop, alter, comment, query, grant, session, set ..."""
    match = (_POSTGRES_HEAD if family == "postgres" else _head(family)).match(text, at)
    return match.lastgroup if match else None


@cache
def _after_blank_line(family: Family) -> re.Pattern[str]:
    return regex(rf"\n[ \t\r]*+\n(?:[ \t]*+--[^\n]*+\n)*+(?={HEAD_WORD[family]})")


def resumption(
    text: str, start: int, end: int, family: Family = "postgres", definitions: bool = False
) -> tuple[int, int] | None:
    """The first blank line between `start` and `end` that a statement (or a definition) follows: its offset, and that
    statement's."""
    for match in _after_blank_line(family).finditer(text, start, end):
        head = head_at(text, match.end(), family)
        if head in DEFINING if definitions else head not in (None, "set"):
            return match.start(), match.end()
    return None


DEFINING = ("create", "alter", "drop")
"""The kinds of heads that change the schema."""
