"""`sqlreview check --show-files`: every file with its schema, migration tool, engine, direction and transaction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlreview.cli_found import described
from sqlreview.config import Config
from sqlreview.migrations.conventions.convention import Direction
from sqlreview.migrations.conventions.plain import QUERIES
from sqlreview.migrations.layout import Group, groups_of
from sqlreview.migrations.plan import Opening, Plan, openings_of, split_sections
from sqlreview.migrations.sources import SourceFile


def shown_files(files: Sequence[SourceFile], config: Config, configuration: str) -> str:
    """The files of one configuration by the schema they share, in the order in which they run."""
    groups = groups_of(files, config)
    by_path = {file.path: file for file in files}
    in_histories = {path for group in groups if not group.down for path in group.paths}
    lines: list[str] = []
    for group in groups:
        if not group.down or group.name not in in_histories:
            lines += [f"{group.name}: {described(group, config)}; {configuration}", *_files(group, by_path, config)]
    return "".join(f"{line}\n" for line in lines)


def _files(group: Group, by_path: dict[str, SourceFile], config: Config) -> Iterator[str]:
    run = [file.path for file in group.files]
    rest = [path for path in group.paths if path not in set(run)]
    width = max(len(path) for path in (*run, *rest)) if run or rest else 0
    for path in (*run, *rest):
        words = ", ".join(_words(group, by_path[path], config))
        yield f"  {path:<{width}}  {words}"


def _words(group: Group, file: SourceFile, config: Config) -> Iterator[str]:
    """What is known of a file."""
    if group.foreign:
        yield "not reviewed"
        return
    if group.is_base:
        yield "the schema that migrations start from, not reviewed"
        return
    if group.embedding is not None:
        yield "the SQL inside"
        return
    engine = group.engine or config.engine
    convention = group.convention_for(file.path)
    plan = Plan(convention, file, engine, config.at(file.path).assume_in_transaction, group.is_set)
    is_run = not group.down and file in group.files
    direction = "up" if is_run else convention.direction(file, engine)
    marks = plan.marks(file.text)
    downs = any(section.direction == "down" for section in marks.sections)
    if group.convention is QUERIES:
        yield "queries"
    else:
        yield _direction(group, direction, is_run, downs)
    if convention is not group.convention:
        yield convention.title
    if is_run and group.convention is not QUERIES:
        sources = [(source.start, source.text) for source in split_sections(file.text, engine, marks.sections)]
        yield _transaction([opening for _, opening in openings_of(marks, engine, sources)])
    overrides = config.overrides_at(file.path)
    if overrides:
        yield f"overrides {', '.join(str(number + 1) for number in overrides)}"


def _direction(group: Group, direction: Direction, is_run: bool, has_downs: bool) -> str:
    if is_run:
        return "up and down" if has_downs else "up"
    if direction == "up" and group.schema is not None:
        return "contained in the schema"
    return "down" if direction == "down" else "not run"


def _transaction(openings: Sequence[Opening]) -> str:
    kinds = {(opening.wrapped, opening.separate) for opening in openings}
    if kinds == {(True, False)}:
        return "in a transaction" if len(openings) == 1 else f"in {len(openings)} transactions"
    if kinds == {(False, True)}:
        return "statement by statement"
    return "transactions as written" if kinds <= {(False, False)} else "partly in transactions"
