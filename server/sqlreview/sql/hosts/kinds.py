"""Which files may hold SQL among other things, by their names and by the words that label code in Markdown."""

from __future__ import annotations

MARKDOWN = "markdown"
PYTHON, JAVASCRIPT, GO, JAVA, KOTLIN, RUBY, PHP, RUST, CSHARP = (
    *("python", "javascript", "go", "java", "kotlin"),
    *("ruby", "php", "rust", "csharp"),
)

_BY_SUFFIX = {
    **dict.fromkeys(("md", "markdown", "mdx"), MARKDOWN),
    **dict.fromkeys(("py", "pyi"), PYTHON),
    **dict.fromkeys(("js", "mjs", "cjs", "jsx", "ts", "mts", "cts", "tsx"), JAVASCRIPT),
    "go": GO,
    "java": JAVA,
    **dict.fromkeys(("kt", "kts"), KOTLIN),
    **dict.fromkeys(("rb", "rake"), RUBY),
    "php": PHP,
    "rs": RUST,
    "cs": CSHARP,
}
HOST_SUFFIXES: tuple[str, ...] = tuple(f".{suffix}" for suffix in _BY_SUFFIX)
"""How the names of files end that are read for the SQL inside them."""
_BY_LABEL = {
    **_BY_SUFFIX,
    **{kind: kind for kind in _BY_SUFFIX.values()},
    "typescript": JAVASCRIPT,
    "golang": GO,
    "c#": CSHARP,
    "python3": PYTHON,
}
_ENGINES = {
    **dict.fromkeys(("sql", "ddl", "dml"), ""),
    **dict.fromkeys(("postgresql", "postgres", "pgsql", "psql", "plpgsql", "pgplsql"), "postgres"),
    "mysql": "mysql",
    "mariadb": "mariadb",
    **dict.fromkeys(("sqlite", "sqlite3"), "sqlite"),
    **dict.fromkeys(("cql", "cassandra"), "cql"),
}
VERBS = (
    "SELECT|WITH|INSERT|REPLACE|UPDATE|DELETE|MERGE|CREATE|ALTER|DROP|TRUNCATE|EXPLAIN|GRANT|REVOKE|SET|VACUUM|REFRESH"
    "|LOCK|COMMENT|REINDEX|ANALYZE|PRAGMA|CALL|DO"
)
"""The words a statement may begin with in a string of a program, as a regular expression."""


def host_of(path: str) -> str | None:
    """The kind of a file that may hold SQL among other things; None for SQL itself and for everything else."""
    _, dot, suffix = path.rpartition(".")
    return _BY_SUFFIX.get(suffix) or _BY_SUFFIX.get(suffix.lower()) if dot else None


def engine_of_label(label: str) -> str | None:
    """The engine a label of Markdown names: "" for `sql`, which names none; None for what is no SQL."""
    return _ENGINES.get(label)


def language_of_label(label: str) -> str | None:
    """The language whose strings may hold SQL under a label of Markdown; None for what is not read."""
    language = _BY_LABEL.get(label)
    return language if language != MARKDOWN else None
