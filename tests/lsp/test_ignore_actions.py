"""Ignore actions silence the finding they are offered for, change no statement, and keep markers where they are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from lsp_folder import COLUMN, INDEX

from sqlreview.examples import Bad
from sqlreview.lsp.at_place import findings_at
from sqlreview.lsp.code_actions import Action, Wanted, actions_at
from sqlreview.lsp.session import OpenFile, Session
from sqlreview.packs import load_packs
from sqlreview.rule import Rule
from sqlreview.sql.directives import directives_of
from sqlreview.sql.engines import Engine
from sqlreview.sql.hosts import host_of
from sqlreview.sql.statements import split_statements
from sqlreview.subjects import IgnoreComment
from sqlreview.testing import case_files, config_of
from sqlreview.text import Span, apply_edits

EVERYWHERE = Span(0, 1 << 30)
STATEMENT, LINE, FILE = "for this statement", "for this line", "in this file"


def ignoring(file: OpenFile, place: Span, where: str = "") -> list[Action]:
    found = actions_at(file, place, Wanted(["quickfix"]))
    return [action for action in found if action.title.startswith("Ignore") and action.title.endswith(where)]


def opened(folder: Path, name: str, text: str) -> OpenFile:
    session = Session("utf-16", [str(folder)], pytest.fail)
    session.open(name, str(folder / name), "sql", 1, text)
    return session.files[name]


def without_our_comments(text: str, engine: Engine) -> list[str]:
    """Statements without the comments that speak to sqlreview, and without blanks."""
    statements = split_statements(text, engine)
    comments = [directive.span for directive in directives_of(text, statements, engine)]
    found: list[str] = []
    for statement in statements:
        inside = [span.shifted(-statement.start) for span in comments if statement.start <= span.start < statement.end]
        starts, ends = [0, *(span.end for span in inside)], [*(span.start for span in inside), len(statement.text)]
        kept = [statement.text[start:end] for start, end in zip(starts, ends, strict=True)]
        found.append(" ".join("".join(kept).split()))
    return found


def first_bad_examples() -> list[Any]:
    return [
        pytest.param(rule, example, id=rule.id)
        for rule in load_packs().rules
        for example in [next(example for example in rule.examples if isinstance(example, Bad))]
        if not any(host_of(file.name) for file in case_files(example))  # see test_embedded_sql.py
    ]


def configuration(rule: type[Rule[Any]], example: Bad) -> str:
    select = [rule.id, *example.beside, "docs/unused-suppression", "docs/malformed-suppression"]
    lines = [f"select = {json.dumps(select)}", f'engine = "{config_of(example).engine}"']
    if example.in_transaction is not None:
        lines.append(f"assume-in-transaction = {json.dumps(example.in_transaction)}")
    if example.options:
        lines += [
            f'[options."{rule.id}"]',
            *(f"{name} = {json.dumps(value)}" for name, value in example.options.items()),
        ]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(("rule", "example"), first_bad_examples())
def test_every_action_silences_and_changes_nothing_else(rule: type[Rule[Any]], example: Bad, tmp_path: Path) -> None:
    engine = config_of(example).engine
    (tmp_path / "sqlreview.toml").write_text(configuration(rule, example))
    texts = {file.name: file.sql for file in case_files(example)}
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    for name, text in texts.items():
        file = opened(tmp_path, name, text)
        before = findings_at(file, EVERYWHERE)
        for placed in (placed for placed in before if placed.finding.rule == rule.id):
            ways = [action for action in ignoring(file, placed.span) if action.at == placed.span]
            assert [way for way in ways if way.title.endswith(FILE)]
            assert IgnoreComment in rule.subjects() or [way for way in ways if way.title.endswith(STATEMENT)]
            for way in ways:
                changed = apply_edits(text, way.edits)
                assert without_our_comments(changed, engine) == without_our_comments(text, engine)
                left = [found.finding for found in findings_at(opened(tmp_path, name, changed), EVERYWHERE)]
                assert len(left) < len(before)
                assert {(finding.rule, finding.message) for finding in left} <= {
                    (found.finding.rule, found.finding.message) for found in before
                }
                if way.title.endswith(FILE):
                    assert rule.id not in {finding.rule for finding in left}


PLACES = {
    "above a statement, as deep as it": (
        STATEMENT,
        "SELECT 1;\n\n  CREATE INDEX i ON t (c);\n",
        "SELECT 1;\n\n  {}\n  CREATE INDEX i ON t (c);\n",
    ),
    "with the line ends of the file": (
        STATEMENT,
        "SELECT 1;\r\nCREATE INDEX i ON t (c);\r\n",
        "SELECT 1;\r\n{}\r\nCREATE INDEX i ON t (c);\r\n",
    ),
    "above what speaks to other linters": (
        STATEMENT,
        "-- why\n-- squawk-ignore prefer-robust-stmts\nCREATE INDEX i ON t (c);\n",
        "-- why\n{}\n-- squawk-ignore prefer-robust-stmts\nCREATE INDEX i ON t (c);\n",
    ),
    "below the marker of the section": (
        STATEMENT,
        "-- +goose Up\n-- +goose StatementBegin\nCREATE INDEX i ON t (c);\n-- +goose StatementEnd\n",
        "-- +goose Up\n-- +goose StatementBegin\n{}\nCREATE INDEX i ON t (c);\n-- +goose StatementEnd\n",
    ),
    "below the mark that must stand first": (
        STATEMENT,
        "-- no-transaction\nCREATE INDEX i ON t (c);\n",
        "-- no-transaction\n{}\nCREATE INDEX i ON t (c);\n",
    ),
    "on a line with another statement": (
        STATEMENT,
        "SELECT 1; CREATE INDEX i ON t (c);\n",
        "SELECT 1; \n{}\nCREATE INDEX i ON t (c);\n",
    ),
    "above a comment on the same line": (
        STATEMENT,
        "/* 1 */ CREATE INDEX i ON t (c);\n",
        "{}\n/* 1 */ CREATE INDEX i ON t (c);\n",
    ),
    "below a comment that ends on the same line": (
        STATEMENT,
        "/* 1\n */ CREATE INDEX i ON t (c);\n",
        "/* 1\n */ \n{}\nCREATE INDEX i ON t (c);\n",
    ),
    "into the comment the statement has": (
        STATEMENT,
        "-- sqlreview: ignore[data/truncate] small\nCREATE INDEX i ON t (c);\n",
        "-- sqlreview: ignore[data/truncate, {rule}] small\nCREATE INDEX i ON t (c);\n",
    ),
    "into the comment behind the statement": (
        STATEMENT,
        "CREATE INDEX i ON t (c); /* sqlreview: ignore[data/truncate] */\n",
        "CREATE INDEX i ON t (c); /* sqlreview: ignore[data/truncate, {rule}] */\n",
    ),
    "at the end of a line": (
        LINE,
        "ALTER TABLE t\n  ADD COLUMN a int NOT NULL,  \n  ADD COLUMN b int;\n",
        "ALTER TABLE t\n  ADD COLUMN a int NOT NULL, {}  \n  ADD COLUMN b int;\n",
    ),
    "above the last line, whose end is behind the statement": (
        LINE,
        "ALTER TABLE t\n  ADD COLUMN b int,\n  ADD COLUMN a int NOT NULL;\n",
        "ALTER TABLE t\n  ADD COLUMN b int,\n  {}\n  ADD COLUMN a int NOT NULL;\n",
    ),
    "above a line that ends with a comment": (
        LINE,
        "ALTER TABLE t\n  ADD COLUMN b int,\n  ADD COLUMN a int NOT NULL, -- new\n  ADD c int;\n",
        "ALTER TABLE t\n  ADD COLUMN b int,\n  {}\n  ADD COLUMN a int NOT NULL, -- new\n  ADD c int;\n",
    ),
    "into the comment of the line": (
        LINE,
        "ALTER TABLE t\n  ADD COLUMN a int NOT NULL, -- sqlreview: ignore[naming]\n  ADD COLUMN b int;\n",
        "ALTER TABLE t\n  ADD COLUMN a int NOT NULL, -- sqlreview: ignore[naming, {rule}]\n  ADD COLUMN b int;\n",
    ),
    "not on a line of a statement that has one line": (LINE, "CREATE INDEX i ON t (c);\n", None),
    "not inside a string": (LINE, "COMMENT ON TABLE t IS '\n'; ALTER TABLE t ADD COLUMN a int NOT NULL;\n", None),
    "at the top": (FILE, "\nCREATE INDEX i ON t (c);\n", "{}\n\nCREATE INDEX i ON t (c);\n"),
    "behind a byte order mark": (FILE, "\ufeffCREATE INDEX i ON t (c);\n", "\ufeff{}\nCREATE INDEX i ON t (c);\n"),
    "below the head of the file": (
        FILE,
        "--liquibase formatted sql\r\nCREATE INDEX i ON t (c);\r\n",
        "--liquibase formatted sql\r\n{}\r\nCREATE INDEX i ON t (c);\r\n",
    ),
    "below the first section": (
        FILE,
        "-- +goose NO TRANSACTION\n-- +goose Up\nCREATE INDEX i ON t (c);\n",
        "-- +goose NO TRANSACTION\n-- +goose Up\n{}\nCREATE INDEX i ON t (c);\n",
    ),
    "below a head that does not begin its line": (
        FILE,
        "\n -- liquibase formatted sql\n\nCREATE INDEX i ON t (c);\n",
        "\n -- liquibase formatted sql\n{}\n\nCREATE INDEX i ON t (c);\n",
    ),
    "below no-transaction": (
        FILE,
        "-- no-transaction\nCREATE INDEX i ON t (c);\n",
        "-- no-transaction\n{}\nCREATE INDEX i ON t (c);\n",
    ),
    "into the comment of the file": (
        FILE,
        "-- sqlreview: ignore-file[data/truncate] old\nCREATE INDEX i ON t (c);\n",
        "-- sqlreview: ignore-file[data/truncate, {rule}] old\nCREATE INDEX i ON t (c);\n",
    ),
}


@pytest.mark.parametrize(("where", "sql", "expected"), PLACES.values(), ids=PLACES)
def test_where_the_comment_goes(tmp_path: Path, where: str, sql: str, expected: str | None) -> None:
    (tmp_path / "sqlreview.toml").write_text(f'select = ["{INDEX}", "{COLUMN}"]\n')
    file = opened(tmp_path, "1.sql", sql)
    (placed,) = findings_at(file, EVERYWHERE)
    rule = placed.finding.rule
    kind = "ignore-file" if where == FILE else "ignore"
    wanted = [] if expected is None else [expected.format(f"-- sqlreview: {kind}[{rule}]", rule=rule)]
    found = [apply_edits(sql, action.edits) for action in ignoring(file, placed.span, where)]
    assert found == wanted
    for text in found:
        assert findings_at(opened(tmp_path, "1.sql", text), EVERYWHERE) == []


STAR = "queries/select-star"
PLACES_OF_OTHERS = {
    "between the delimiter and the statement": (
        *("mysql", STATEMENT),
        "DELIMITER //\nSELECT * FROM t//\nDELIMITER ;\n",
        "DELIMITER //\n{}\nSELECT * FROM t//\nDELIMITER ;\n",
    ),
    "at the end of a line below a delimiter": (
        *("mariadb", LINE),
        "DELIMITER //\nSELECT *\nFROM t//\nDELIMITER ;\n",
        "DELIMITER //\nSELECT * {}\nFROM t//\nDELIMITER ;\n",
    ),
    "into a comment with a hash": (
        *("mysql", STATEMENT),
        "# sqlreview: ignore[data/truncate] small\nSELECT * FROM t;\n",
        "# sqlreview: ignore[data/truncate, {rule}] small\nSELECT * FROM t;\n",
    ),
    "above a line that ends with a hash": (
        *("mysql", LINE),
        "SELECT\n  * # all\nFROM t;\n",
        "SELECT\n  {}\n  * # all\nFROM t;\n",
    ),
    "not inside a comment with code": ("mysql", LINE, "/*!50000 SELECT\n  * FROM t */;\n", None),
    "with names in brackets": (
        *("sqlite", LINE),
        "SELECT\n  *\nFROM [a -- b];\n",
        "SELECT\n  * {}\nFROM [a -- b];\n",
    ),
}


@pytest.mark.parametrize(("engine", "where", "sql", "expected"), PLACES_OF_OTHERS.values(), ids=PLACES_OF_OTHERS)
def test_where_the_comment_goes_in_other_engines(
    tmp_path: Path, engine: str, where: str, sql: str, expected: str | None
) -> None:
    (tmp_path / "sqlreview.toml").write_text(f'select = ["{STAR}"]\nengine = "{engine}"\n')
    file = opened(tmp_path, "1.sql", sql)
    (placed,) = findings_at(file, EVERYWHERE)
    wanted = [] if expected is None else [expected.format(f"-- sqlreview: ignore[{STAR}]", rule=STAR)]
    found = [apply_edits(sql, action.edits) for action in ignoring(file, placed.span, where)]
    assert found == wanted
    for text in found:
        assert findings_at(opened(tmp_path, "1.sql", text), EVERYWHERE) == []


def test_a_finding_about_a_comment_is_ignored_in_its_file_only(tmp_path: Path) -> None:
    file = opened(tmp_path, "1.sql", "-- sqlreview: ignore[no/rule]\nSELECT 1;\n")
    (placed,) = findings_at(file, EVERYWHERE)
    (action,) = ignoring(file, placed.span)
    assert action.title == "Ignore docs/unknown-suppression in this file"
    assert findings_at(opened(tmp_path, "1.sql", apply_edits(file.text.text, action.edits)), EVERYWHERE) == []
