"""The engine a program talks to, told by the drivers it names."""

from __future__ import annotations

from sqlreview.patterns import regex

_DRIVERS = regex(
    r"(?P<sqlite>\b(?:sqlite3|aiosqlite|rusqlite|better-sqlite3|go-sqlite3|modernc\.org/sqlite|expo-sqlite|"
    r"Microsoft\.Data\.Sqlite|org\.sqlite|sqlite:)|\bSQLiteDatabase\b)"
    r"|(?P<postgres>\b(?:psycopg2?|asyncpg|pg8000|node-postgres|pg-promise|jackc/pgx|lib/pq|tokio_postgres|Npgsql|"
    r"org\.postgresql|pg_query|PgPool|postgres(?:ql)?://)|(?:require\(|from\s)\s*+[\"'](?:pg|postgres)[\"'])"
    r"|(?P<mysql>\b(?:pymysql|MySQLdb|mysql\.connector|aiomysql|mysqlclient|mysql2|go-sql-driver/mysql|mysqli|"
    r"com\.mysql|MySqlConnector|MySqlPool|mysql://)|(?:require\(|from\s)\s*+[\"']mysql[\"'])",
)


def engine_of_drivers(text: str) -> str | None:
    """The engine whose drivers alone a program names; None where it names several, or none."""
    named = {match.lastgroup for match in _DRIVERS.finditer(text)}
    return named.pop() if len(named) == 1 else None
