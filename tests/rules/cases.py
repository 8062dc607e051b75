"""Reads tests/rules/<pack>/<rule>.sql: cases of a rule beyond the examples in its class.

-- bad: title                     a case; the next header or the end of the file ends it
-- good, postgres 12: title       for another engine version
-- bad, mysql, sqlite: title      for each of these engines; cases of engines other than PostgreSQL run on a server
-- bad, mysql only: title         for MySQL, in a form that MariaDB does not understand
-- bad, shop: title               after migrations that created the example shop of the engine
-- bad, wrapped: title            the migration tool wraps the file in a transaction
-- error: 1060                    what the server answers, as in `sqlstate` of an example
-- option small_tables: ["t"]     an option of the rule, as JSON
-- beside: locks/vacuum-full      rules that are switched on as well
-- given:                         what follows is what earlier migrations created
-- file: 0002_next.sql            what follows is another file of the same case
-- fixed:                         what follows is the SQL after the fixes
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sqlreview.examples import SHOP, SHOP_MYSQL, SHOP_SQLITE, Bad, Example, Good
from sqlreview.sql.engines import engine_of

FOLDER = Path(__file__).parent
_HEADER = re.compile(r"(?m)^-- (bad|good)((?:, [\w .]+)*): *(.*)\n")
_ERROR = re.compile(r"(?m)^-- error: *(.*)\n")
_OPTION = re.compile(r"(?m)^-- option (\w+): *(.*)\n")
_BESIDE = re.compile(r"(?m)^-- beside: *(.*)\n")
_GIVEN = re.compile(r"(?m)^-- given:.*\n")
_SQL = re.compile(r"(?m)^-- sql:.*\n")
_FIXED = re.compile(r"(?m)^-- fixed:.*\n")
_SHOPS = {"postgres": SHOP, "mysql": SHOP_MYSQL, "sqlite": SHOP_SQLITE}
_FLAGS = ("wrapped", "shop")


@dataclass(frozen=True)
class Case:
    """One case of a rule's case file."""

    rule: str
    title: str
    example: Example


@cache
def all_cases() -> list[Case]:
    """Every case of every file."""
    return [case for path in sorted(FOLDER.glob("*/*.sql")) for case in _cases_in(path)]


def _cases_in(path: Path) -> list[Case]:
    parts = _HEADER.split(path.read_text(encoding="utf-8"))
    rule = f"{path.parent.name}/{path.stem}"
    assert not parts[0].strip(), f"{path}: text before the first header"
    assert not any(re.search("(?m)^-- (bad|good)\\b", body) for body in parts[4::4]), f"{path}: a header is misspelt"
    return [
        Case(rule, f"{title} ({engine})" if len(engines) > 1 else title, _example(kind, words, engine, body))
        for kind, flags, title, body in zip(parts[1::4], parts[2::4], parts[3::4], parts[4::4], strict=True)
        for words in [[flag.strip() for flag in flags.split(",") if flag.strip()]]
        for engines in [[word for word in words if word not in _FLAGS] or ["postgres"]]
        for engine in engines
    ]


def _example(kind: str, flags: list[str], engine: str, body: str) -> Example:
    only = engine.endswith(" only")
    engine = engine.removesuffix(" only")
    options: dict[str, Any] = {name: json.loads(value) for name, value in _OPTION.findall(body)}
    error = _ERROR.search(body)
    beside = tuple(name for names in _BESIDE.findall(body) for name in re.split(r", *", names))
    body = _BESIDE.sub("", _ERROR.sub("", _OPTION.sub("", body)))
    given = _SHOPS[engine_of(engine).family] if "shop" in flags else ""
    if _GIVEN.search(body):
        _, rest = _GIVEN.split(body, maxsplit=1)
        more, body = _SQL.split(rest, maxsplit=1)
        given += more
    sql, *fixed = _FIXED.split(body, maxsplit=1)
    wrapped = True if "wrapped" in flags else None
    state = error[1].strip() if error else None
    if kind == "bad":
        return Bad(sql, fixed[0] if fixed else None, given, engine, wrapped, state, options, only, beside)
    return Good(sql, given, engine, wrapped, state, options, only, beside)
