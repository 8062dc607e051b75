"""The server shows what the command line reports: the same rules at the same places with the same messages."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from sqlreview.api import review_paths
from sqlreview.lsp.session import Session
from sqlreview.options import kebab
from sqlreview.packs import load_packs
from sqlreview.reporters.rule_documentation import as_toml
from sqlreview.rule import Rule
from sqlreview.testing import case_files, config_of

COMMENTED = """\
-- sqlreview: ignore-file[types/padded-char] the old system
-- sqlreview: ignore[locks/vacuum-full, data/truncate] at night
VACUUM FULL "späte 😀 Aufträge"; /* 😀 */ VACUUM FULL b;
-- sqlreview: ignore-start
CREATE TABLE c (
    price money, -- sqlreview: ignore[types/money-type, types/monny-type]
    code char(3) /* sqlreview: ignroe[types] */
);
"""


def compare(folder: Path, configuration: str, texts: dict[str, str]) -> list[tuple[Any, ...]]:
    """The findings of both, which are the same."""
    (folder / "sqlreview.toml").write_text(configuration)
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    session = Session("utf-32", [str(folder)], pytest.fail)
    for name, text in texts.items():
        session.open(name, str(folder / name), "sql", 1, text)
    report = review_paths([folder])
    reported = [
        (Path(item.path).name, item.range.start.line - 1, item.range.start.column - 1, item.rule, item.message)
        for item in report.findings
    ]
    shown = [
        (Path(name).name, *item["range"]["start"].values(), item["code"], item["message"])
        for name, file in session.files.items()
        for item in json.loads(f"[{','.join(session.pieces(file))}]")
    ]
    assert (Counter(shown) - Counter(reported), Counter(reported) - Counter(shown)) == (Counter(), Counter())
    return reported


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in load_packs().rules])
def test_examples_of_every_rule(rule: type[Rule[Any]], tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("shop")  # some rules are silent in folders of tests
    example = rule.examples[0]
    texts = {file.name: file.sql for file in case_files(example)}
    configuration = f'select = ["all"]\nengine = "{config_of(example).engine}"\nembedded = ["*.md", "*.py"]\n'
    if example.options:
        lines = [f"{kebab(name)} = {as_toml(value)}" for name, value in example.options.items()]
        configuration += "\n".join((f'[options."{rule.id}"]', *lines))
    assert compare(folder, configuration, texts)


def test_comments(tmp_path: Path) -> None:
    found = compare(tmp_path, "", {"1.sql": COMMENTED})
    assert {rule for *_, rule, _ in found} >= {
        *("docs/unused-suppression", "docs/unknown-suppression", "docs/malformed-suppression", "locks/vacuum-full"),
    }
