"""Checks the examples of a rule; rule packs use it in their own tests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlreview.config import Config
from sqlreview.examples import Bad, Example, Mark, marked_sql
from sqlreview.fixes import fix_files
from sqlreview.migrations.plan import says_no_transaction
from sqlreview.migrations.project import SourceFile
from sqlreview.packs import load_packs
from sqlreview.patterns import regex
from sqlreview.project import Project
from sqlreview.review import PlacedFinding
from sqlreview.rule import Rule
from sqlreview.ruleset import RuleSet, options_of
from sqlreview.sql.engines import engine_of
from sqlreview.text import LineIndex

_FILE = regex(r"(?m)^-- file: *(\S+) *\n")
_MORE_FILES = "-- file: ..."
"""Ends an example whose fix writes more migrations than a page should show."""
GIVEN = "0000_given.sql"
CASE = "0001_case.sql"


@dataclass(frozen=True, slots=True)
class CaseFile:
    """One file of an example: its name, its SQL and the places its carets mark."""

    name: str
    sql: str
    marks: tuple[Mark, ...]


def case_files(example: Example) -> tuple[CaseFile, ...]:
    """The files an example consists of; `-- file: name` lines split it, `given` comes first."""
    parts = _FILE.split(marked_lines(example.sql))
    names = [CASE, *parts[1::2]]
    files = [CaseFile(name, *marked_sql(text)) for name, text in zip(names, parts[::2], strict=True) if text.strip()]
    if example.given.strip():
        files.insert(0, CaseFile(GIVEN, *marked_sql(example.given)))
    return tuple(files)


def marked_lines(text: str) -> str:
    """Example text without its common indentation."""
    sql = text.strip("\n").rstrip()
    lines = sql.split("\n")
    indent = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    return "\n".join(line[indent:] for line in lines) + "\n"


def failures_of(rule: type[Rule[Any]], example: Example) -> Iterator[str]:
    """What is wrong with an example: findings without carets, carets without findings, another fixed text."""
    files = case_files(example)
    rules = rules_of_example(rule, example)
    project = project_of(files, example, rules)
    for file in files:
        found = tuple(sorted(mark_of(placed) for placed in project.findings_of(file.name)))
        wanted = file.marks if isinstance(example, Bad) else ()
        if found != wanted:
            yield f"{file.name}: marked are\n{drawn(file.sql, wanted)}\nreported are\n{drawn(file.sql, found)}"
    if isinstance(example, Bad):
        if not any(file.marks for file in files):
            yield "a bad example marks nothing"
        yield from _fix_failures(files, example, rules)


def rules_of_example(rule: type[Rule[Any]], example: Example) -> RuleSet:
    """The rule with the options of an example, and the rules the example wants beside it."""
    others = (other for name in example.beside if (other := load_packs().rule(name)) is not None)
    rules = [options_of(rule, example.options), *(options_of(other, None) for other in others)]
    return RuleSet(rules, engine_of(example.engine))


def _fix_failures(files: Sequence[CaseFile], example: Bad, rules: RuleSet) -> Iterator[str]:
    fixed = fixed_texts(files, example, rules)
    changed = {name: text for name, text in fixed.items() if text != _text_of(files, name)}
    if example.fixed is None:
        if changed:
            yield "a rule that builds a fix shows `fixed`; its fixes give\n" + "\n".join(changed.values())
        return
    wanted = dict(_fixed_parts(example.fixed))
    created = fixed.keys() - {file.name for file in files} if example.fixed.rstrip().endswith(_MORE_FILES) else set()
    for name in changed.keys() - wanted.keys() - created:
        yield f"{name}: is changed by the fix and not shown; it is\n{changed[name]}"
    for name, text in wanted.items():
        if fixed.get(name) != text:
            yield f"{name}: fixed should be\n{text}\nbut is\n{fixed.get(name)}"


def _fixed_parts(text: str) -> Iterator[tuple[str, str]]:
    parts = _FILE.split(marked_lines(text))
    for name, sql in zip([CASE, *parts[1::2]], parts[::2], strict=True):
        if sql.strip():
            yield name, marked_sql(sql)[0]


def fixed_texts(files: Sequence[CaseFile], example: Example, rules: RuleSet) -> dict[str, str]:
    """The texts of an example after all fixes, guidance included."""
    sources = [SourceFile(file.name, file.sql) for file in files]
    return fix_files(sources, config_of(example), unsafe=True, guidance=True, rules=rules).texts


def project_of(files: Sequence[CaseFile], example: Example, rules: RuleSet) -> Project:
    """The project an example stands for."""
    return Project([SourceFile(file.name, file.sql) for file in files], config_of(example), rules=rules)


def config_of(example: Example) -> Config:
    """The configuration an example stands for; what opens transactions is sqlx unless the example says otherwise."""
    tool = (("*", "sqlx"),) if example.in_transaction and not says_no_transaction(example.sql) else ()
    return Config(engine_of(example.engine), (), assume_in_transaction=example.in_transaction, conventions=tool)


def mark_of(placed: PlacedFinding) -> Mark:
    """The carets that mark a finding: its part on its first line."""
    index = LineIndex(placed.file.written)
    line, column = index.position(placed.span.start)
    end = min(placed.span.end, index.line_bounds(line)[1])
    return Mark(line + 1, column + 1, max(1, end - placed.span.start))


def drawn(sql: str, marks: Sequence[Mark]) -> str:
    """SQL with caret lines, as examples are written."""
    lines = []
    for number, line in enumerate(sql.rstrip("\n").split("\n"), 1):
        lines.append(line)
        lines += [" " * (mark.column - 1) + "^" * mark.width for mark in marks if mark.line == number]
    return "\n".join(lines)


def _text_of(files: Sequence[CaseFile], name: str) -> str:
    return next((file.sql for file in files if file.name == name), "")
