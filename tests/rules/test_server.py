"""Examples run on a real PostgreSQL, errors are the promised ones, and safe fixes lead to the same schema."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from sqlreview.examples import Bad, Example
from sqlreview.findings import FixKind
from sqlreview.packs import load_packs
from sqlreview.rule import Rule
from sqlreview.ruleset import RuleSet, options_of
from sqlreview.sql.engines import engine_of
from sqlreview.sql.statements import split_statements
from sqlreview.testing import GIVEN, case_files, fixed_texts, project_of

psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed")

pytestmark = pytest.mark.server

SERVER_VERSION = 18
_PARAMETER = re.compile(r"\$\d")
_PREPARABLE = re.compile(r"(?i)\s*(?:SELECT|INSERT|UPDATE|DELETE|WITH|VALUES|MERGE)\b")

FINGERPRINT = """
SELECT 'column', c.oid::regclass::text || '.' || a.attname, format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull
       || ' ' || a.attidentity::text || a.attgenerated::text || coalesce(' ' || pg_get_expr(d.adbin, d.adrelid), '')
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND c.relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace, 'pg_toast'::regnamespace)
UNION ALL
SELECT 'constraint', conrelid::regclass::text || '.' || conname, pg_get_constraintdef(oid) || ' ' || convalidated
FROM pg_constraint WHERE connamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
UNION ALL
SELECT 'index', indexrelid::regclass::text, pg_get_indexdef(indexrelid) || ' ' || indisvalid
FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
WHERE c.relnamespace NOT IN ('pg_catalog'::regnamespace, 'pg_toast'::regnamespace)
UNION ALL
SELECT 'relation', c.oid::regclass::text, c.relkind::text || ' ' || c.relpersistence::text || ' ' || c.relrowsecurity
       || coalesce(' ' || array_to_string(c.reloptions, ','), '')
FROM pg_class c WHERE c.relkind NOT IN ('i', 'I') AND
  c.relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace, 'pg_toast'::regnamespace)
UNION ALL
SELECT 'view', c.oid::regclass::text, pg_get_viewdef(c.oid)
FROM pg_class c WHERE c.relkind IN ('v', 'm')
  AND c.relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
UNION ALL
SELECT 'type', t.oid::regtype::text, e.enumlabel FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid
UNION ALL
SELECT 'trigger', tgrelid::regclass::text || '.' || tgname, pg_get_triggerdef(oid)
FROM pg_trigger WHERE NOT tgisinternal
UNION ALL
SELECT 'policy', polrelid::regclass::text || '.' || polname, pg_get_expr(polqual, polrelid) FROM pg_policy
UNION ALL
SELECT 'extension', extname, '' FROM pg_extension
ORDER BY 1, 2, 3
"""

Run = Callable[[dict[str, str], Example], list[tuple[Any, ...]]]


def _examples() -> Iterator[Any]:
    for rule in load_packs().rules:
        for number, example in enumerate(rule.examples, 1):
            engine = engine_of(example.engine)
            if engine.name == "postgres":
                yield pytest.param(rule, example, id=f"{rule.id}-{number}")


each_example = pytest.mark.parametrize(("rule", "example"), list(_examples()))


@pytest.fixture
def run(postgres: Callable[[], Any]) -> Run:
    """Runs files in a new database and returns the fingerprint of the schema they lead to."""

    def run_files(texts: dict[str, str], example: Example) -> list[tuple[Any, ...]]:
        with postgres() as connection:
            connection.autocommit = True
            for name, text in texts.items():
                wrapped = bool(example.in_transaction) and name != GIVEN
                for statement in ["BEGIN"] * wrapped + list(_statements(text)) + ["COMMIT"] * wrapped:
                    connection.execute(statement)
            connection.execute("ROLLBACK")
            return list(connection.execute(FINGERPRINT).fetchall())

    return run_files


def _statements(text: str) -> Iterator[str]:
    for number, source in enumerate(split_statements(text, engine_of("postgres"))):
        has_parameters = _PARAMETER.search(source.text) and _PREPARABLE.match(source.text)
        yield f"PREPARE p{number} AS {source.text}" if has_parameters else source.text


def _texts(example: Example) -> dict[str, str]:
    return {file.name: file.sql for file in case_files(example)}


@each_example
def test_examples_run_as_they_say(rule: type[Rule[Any]], example: Example, run: Run) -> None:
    if example.sqlstate is None:
        run(_texts(example), example)
        return
    with pytest.raises(psycopg.Error) as caught:
        run(_texts(example), example)
    assert caught.value.sqlstate == example.sqlstate


@each_example
def test_fixed_examples_run_and_safe_fixes_keep_the_schema(rule: type[Rule[Any]], example: Example, run: Run) -> None:
    if not isinstance(example, Bad) or example.fixed is None:
        return
    files = case_files(example)
    rules = RuleSet([options_of(rule, example.options)], engine_of(example.engine))
    fixed = run(fixed_texts(files, example, rules), example)
    review = project_of(files, example, rules)
    kinds = {
        placed.finding.fixes[0].kind
        for _, file in review.files()
        for placed in review.findings_of(file.path)
        if placed.finding.fixes
    }
    if kinds == {FixKind.SAFE} and example.sqlstate is None:
        assert fixed == run(_texts(example), example)
