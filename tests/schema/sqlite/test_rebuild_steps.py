"""Each statement of a case is followed by what `rebuild_of` and `is_rebuild_step` say of its operations.

`-- run` begins another run of migrations; a file whose name begins with `mysql` is read as MySQL's.
`SQLREVIEW_UPDATE=1 pytest tests/schema/sqlite` writes the answers anew.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sqlreview.operations import Operation
from sqlreview.operations.lower import operations_of
from sqlreview.schema import SESSION, Catalog, CatalogEditor, Origin, Session
from sqlreview.schema.fold import apply
from sqlreview.schema.rebuilds import is_rebuild_step, rebuild_of
from sqlreview.sql.engines import Engine, engine_of
from sqlreview.sql.tokens import Tokens

_CASES = sorted((Path(__file__).parent / "steps").glob("*.sql"))


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.stem)
def test_rebuild_steps(case: Path) -> None:
    engine = engine_of("mysql" if case.stem.startswith("mysql") else "sqlite")
    written = case.read_text(encoding="utf-8")
    statements = [line for line in written.splitlines() if line and not line.startswith("-->")]
    found = "\n".join(_answered(statements, engine)) + "\n"
    if os.environ.get("SQLREVIEW_UPDATE"):
        case.write_text(found, encoding="utf-8")
    assert found == written


def _answered(statements: list[str], engine: Engine) -> Iterator[str]:
    editor = CatalogEditor(Catalog())
    editor.put(SESSION, Session(family=engine.family))
    run = 0
    for serial, statement in enumerate(statements):
        yield statement
        run += statement == "-- run"
        sql = statement.removesuffix(";")
        operations = operations_of(Tokens(sql, engine), engine)
        origin = Origin(f"{run}.sql", serial, operations[0].span, serial, run) if operations else None
        for operation in operations:
            assert origin
            answer = _answer(operation, editor, origin, operations)
            if answer:
                yield f"--> {answer}"
            apply(editor, operation, replace(origin, span=operation.span))


def _answer(operation: Operation, catalog: Catalog, origin: Origin, together: tuple[Operation, ...]) -> str:
    words = ["a step"] if is_rebuild_step(operation, catalog, origin, together) else []
    source = rebuild_of(operation, catalog, origin, together)
    if source:
        words.append(f"of {source.home[2]}{'' if source.complete else ' in part'}")
        words += [f"{new} was {old}" for new, old in source.columns if new != old]
        words += [f"loses {name}" for name in source.lost]
        words += [f"renews {name}" for name in source.renewed]
    return ", ".join(words)
