"""The timeouts that whoever runs the migrations sets for its sessions, as configuration beside them says."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from sqlreview.patterns import regex

_RAILS = ("config/database.yml", "config/initializers/strong_migrations.rb")
_DJANGO = ("settings.py", "config/settings.py")
_OTHERS = ("flyway.conf", "flyway.toml", "atlas.hcl", "env.py", "dbconfig.yml", "Makefile", "justfile", "package.json")
_COMPOSE = ("docker-compose.yml", "docker-compose.yaml", "compose.yml", "compose.yaml")
_NAMES = (*_RAILS, *_DJANGO, *_OTHERS, *_COMPOSE)
PLACES = tuple(f"{above}{name}" for above in ("", "../", "../../") for name in _NAMES)
"""Where such configuration stands, from the folder of the migrations on."""
FILES = frozenset(name.rpartition("/")[2] for name in _NAMES)
"""What its files are called."""
_TIMEOUT = regex(
    r"(?i)\b(lock_timeout|statement_timeout|transaction_timeout|idle_in_transaction_session_timeout)\b"
    r"(?:[\"']|\s|%20)*+(?:=|:|%3D|\bTO\b|\s)(?:[\"'\\]|\s)*+(\d++)\s*+(\.seconds?|\.minutes?|ms|s|min)?"
)
_COMMENTS = ("#", "--", "//", ";")
_UNITS = {".second": "s", ".seconds": "s", ".minute": "min", ".minutes": "min"}


def telling_lines(text: str) -> str:
    """The lines of a configuration that set a timeout; nothing else of it is kept."""
    if "_timeout" not in text:
        return ""
    lines = (line.strip() for line in text.split("\n") if "_timeout" in line)
    return "\n".join(line for line in lines if not line.startswith(_COMMENTS) and _TIMEOUT.search(line))


@lru_cache(maxsize=256)
def timeouts_said(beside: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """The timeouts that files beside a migration set, by name; with the units of PostgreSQL."""
    return tuple(dict(_said(text for name, text in beside if name.rpartition("/")[2] in FILES)).items())


def _said(texts: Iterable[str]) -> Iterable[tuple[str, str]]:
    for text in texts:
        for name, value, unit in _TIMEOUT.findall(text):
            yield name.lower(), value + _UNITS.get(unit.lower(), unit.lower())
