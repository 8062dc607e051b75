"""What holds for every rule of every pack without anybody writing it down for one of them."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from typing import Any

import pytest

from sqlreview.examples import Bad, Good
from sqlreview.findings import FixKind
from sqlreview.migrations.project import SourceFile
from sqlreview.options import model_of
from sqlreview.packs import load_packs
from sqlreview.project import Project
from sqlreview.rule import Rule
from sqlreview.ruleset import INTERNAL_ERROR, RuleSet, options_of
from sqlreview.sql.engines import engine_of
from sqlreview.subjects import IgnoreComment, Migration
from sqlreview.testing import CASE, case_files, config_of, fixed_texts, rules_of_example

RULES = load_packs().rules
# a rule about nothing but whole files, such as "the file sets no lock_timeout", does not fit the snippets of others
DEFAULT = tuple(rule for rule in RULES if rule.enabled and rule.subjects() != (Migration,))
LONGEST_RULE = 90
LONGEST_TITLE = 40

each_rule = pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
each_bad_example = pytest.mark.parametrize(
    ("rule", "example"),
    [
        pytest.param(rule, example, id=f"{rule.id}-{number}")
        for rule in RULES
        for number, example in enumerate(rule.examples, 1)
        if isinstance(example, Bad)
    ],
)


def only(rule: type[Rule[Any]], example: Bad | Good) -> RuleSet:
    return rules_of_example(rule, example)


def project(texts: dict[str, str], example: Bad | Good, rules: RuleSet) -> Project:
    return Project([SourceFile(path, text) for path, text in texts.items()], config_of(example), rules=rules)


def texts_of(example: Bad | Good) -> dict[str, str]:
    return {file.name: file.sql for file in case_files(example)}


def reported(review: Project) -> list[tuple[str, str]]:
    return [(file.path, placed.finding.rule) for _, file in review.files() for placed in review.findings_of(file.path)]


@each_rule
def test_id_is_the_path_of_the_module(rule: type[Rule[Any]]) -> None:
    path = Path(inspect.getfile(rule))
    assert rule.id == f"{path.parent.name}/{path.stem.replace('_', '-')}"
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_RULE


@each_rule
def test_documentation_is_complete(rule: type[Rule[Any]]) -> None:
    text = inspect.getdoc(rule) or ""
    assert text.split("\n", 1)[0].endswith("."), "the first line is a sentence"
    assert "\nWhy: " in text
    assert "\nInstead: " in text
    for name, option in model_of(rule).model_fields.items():
        assert option.description, f"option {name} has no docstring"
        assert not option.is_required(), f"option {name} has no default"


@each_rule
def test_examples_show_both_sides(rule: type[Rule[Any]]) -> None:
    assert any(isinstance(example, Bad) for example in rule.examples)
    assert any(isinstance(example, Good) for example in rule.examples)


@each_bad_example
def test_findings_and_fixes_are_well_formed(rule: type[Rule[Any]], example: Bad) -> None:
    review = project(texts_of(example), example, only(rule, example))
    for _, file in review.files():
        for placed in review.findings_of(file.path):
            assert placed.finding.rule != INTERNAL_ERROR, placed.finding.message
            assert 0 <= placed.span.start < placed.span.end <= len(file.text)
            assert placed.finding.message.endswith((".", "?"))
            for fix in placed.finding.fixes:
                assert len(fix.title) <= LONGEST_TITLE
                assert not fix.title.endswith(".")
                assert fix.edits or fix.migrations or fix.unwraps or fix.kind is FixKind.GUIDANCE
                assert not (fix.migrations or fix.unwraps) or fix.kind is not FixKind.SAFE, (
                    "a safe fix creates no files"
                )


@each_bad_example
def test_fixing_silences_the_rule_and_keeps_comments(rule: type[Rule[Any]], example: Bad) -> None:
    if example.fixed is None:
        return
    rules = only(rule, example)
    after = fixed_texts(case_files(example), example, rules)
    left = project(after, example, rules)
    unfixable = {
        placed.span
        for _, file in left.files()
        for placed in left.findings_of(file.path)
        if any(change.edits or change.files for change in left.changes_of(placed)[:1])
    }
    assert not unfixable, "a fixed example still offers a fix"
    assert left.report().not_analysed == (), "the fixed SQL cannot be read"
    before = " ".join(texts_of(example).values())
    if IgnoreComment not in rule.subjects():
        for comment in re.findall(r"--[^\n]*|/\*.*?\*/", before):
            assert comment in " ".join(after.values())


@each_bad_example
def test_a_fix_makes_no_other_default_rule_speak(rule: type[Rule[Any]], example: Bad) -> None:
    if example.fixed is None:
        return
    everything = RuleSet([options_of(other, None) for other in DEFAULT], engine_of(example.engine))
    before = reported(project(texts_of(example), example, everything))
    after = reported(project(fixed_texts(case_files(example), example, only(rule, example)), example, everything))
    fresh = [found for found in after if found not in before and found[0] != "0000_given.sql"]
    assert not fresh


@pytest.mark.parametrize(
    ("rule", "example"),
    [
        pytest.param(rule, example, id=f"{rule.id}-{number}")
        for rule in RULES
        for number, example in enumerate(rule.examples, 1)
        if isinstance(example, Good)
    ],
)
def test_good_examples_trigger_no_default_rule(rule: type[Rule[Any]], example: Good) -> None:
    everything = RuleSet([options_of(other, None) for other in DEFAULT], engine_of(example.engine))
    found = reported(project(texts_of(example), example, everything))
    assert [entry for entry in found if entry[0] != "0000_given.sql"] == []


def with_comment(path: str, said: str, text: str) -> str:
    """A file that begins with a comment to sqlreview, as its language writes comments."""
    match path.rpartition(".")[2]:
        case "md":
            return f"<!-- sqlreview: {said} -->\n{text}"
        case "py":
            return f"# sqlreview: {said}\n{text}"
    return f"-- sqlreview: {said}\n{text}"


@each_bad_example
def test_an_ignore_comment_silences_the_rule(rule: type[Rule[Any]], example: Bad) -> None:
    said = f"ignore-file[{rule.id}] known"
    texts = {path: with_comment(path, said, text) for path, text in texts_of(example).items()}
    assert reported(project(texts, example, only(rule, example))) == []
    files = texts_of(example)
    if CASE in files:
        pack = rule.id.partition("/")[0]
        files = {path: f"-- sqlreview: ignore-file[{pack}]\n{text}" for path, text in files.items()}
        assert reported(project(files, example, only(rule, example))) == []


def test_every_pack_can_be_loaded() -> None:
    assert load_packs().warnings == ()
    assert len({rule.id for rule in RULES}) == len(RULES)
