"""Documents and programs as groups of their own: what SQL they hold, for which engine, on which schema."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sqlreview.migrations.choices import Choices
from sqlreview.migrations.conventions.convention import Convention, Direction, Folder, Runs, Section
from sqlreview.migrations.engine_detection import detected_engine, named_foreign
from sqlreview.migrations.queries import nearest_schema
from sqlreview.migrations.sources import SourceFile
from sqlreview.operations.gaps import gap_in
from sqlreview.reading import read_statement
from sqlreview.sql.engines import SUPPORTED_VERSIONS, Engine
from sqlreview.sql.foreign import CASSANDRA, foreign_dialect_of
from sqlreview.sql.hosts.chapters import asides_of, beginnings_of
from sqlreview.sql.hosts.drivers import engine_of_drivers
from sqlreview.sql.hosts.kinds import MARKDOWN, host_of
from sqlreview.sql.hosts.parts import BORDER, GOES_ON, LATER, SENT, Part, blanked, borders_of, masked, with_border
from sqlreview.sql.hosts.reading import parts_of
from sqlreview.sql.hosts.verdicts import DIRECTIONS, judged_in
from sqlreview.sql.statements import split_statements
from sqlreview.text import Span


@dataclass(frozen=True, slots=True)
class Embedding:
    """How the SQL of one engine stands in a file of another kind."""

    host: str
    """The language of the file: "markdown", "python"."""
    written: str
    """The text of the file."""
    parts: tuple[Part, ...]
    default: Engine
    """What is written for no engine in particular is read as."""
    is_main: bool = True
    """Whether it is the view of the file that speaks for it where only one can."""
    stretch: Span | None = None
    """The part of the file that it is about; None for the whole."""
    holes: tuple[Span, ...] = ()
    """What of this stretch stands in views of its own."""
    number: int = 0
    """Which of the designs it is that a document shows one after the other."""
    aside: int = 0
    """Which of the sketches and bad examples of this design it is, from 1 on, which nothing starts from; 0 for none."""

    @property
    def masked(self) -> str:
        """The file with everything blank but this SQL."""
        text = masked(self.written, self.parts)
        if self.stretch is None:
            return text
        start, end = self.stretch.start, self.stretch.end
        around = next((part for part in self.parts if part.span.start <= start < part.span.end), None)
        before = blanked(text, 0, start)
        if around is not None and around.stage:
            before = with_border(before, around.border)
        text = f"{before}{text[start:end]}{blanked(text, end, len(text))}"
        for hole in self.holes:
            text = f"{text[: hole.start]}{blanked(text, hole.start, hole.end)}{text[hole.end :]}"
        return text

    @property
    def shown(self) -> tuple[Part, ...]:
        """The parts that begin in its stretch."""
        if self.stretch is None:
            return self.parts
        return tuple(part for part in self.parts if self._begins_here(part.span.start))

    def _begins_here(self, offset: int) -> bool:
        at = self.stretch
        is_within = at is None or at.start <= offset < at.end
        return is_within and not any(hole.start <= offset < hole.end for hole in self.holes)


@dataclass(frozen=True, slots=True)
class View:
    """The SQL of one engine in a file."""

    engine: Engine
    reason: str
    embedding: Embedding

    def name_in(self, path: str) -> str:
        """What the group is called that it makes."""
        if self.embedding.is_main:
            return path
        number = f" {self.embedding.number + 1}" if self.embedding.number else ""
        aside = f", aside {self.embedding.aside}" if self.embedding.aside else ""
        return f"{path} ({self.engine.name}{number}{aside})"


@dataclass(frozen=True, slots=True)
class Surrounding:
    """A schema that the SQL of a file may be about."""

    engine: Engine
    files: Sequence[SourceFile]


def views_of(
    file: SourceFile, config: Choices, schemas: Mapping[str, Surrounding], engine: Engine | None = None
) -> list[View]:
    """What a file holds for each engine, the one with most of it first; at least one view, which may be empty."""
    host = host_of(file.path) or MARKDOWN
    parts = parts_of(file.text, host)
    own, reason = _own_engine(file, parts, config, schemas, engine)
    is_foreign = named_foreign(file.path) is not None and config.engine_for(file.path) is None
    parts = [replace(part, is_sql=False) if is_foreign and not _is_cql(part) else _as_read(part, own) for part in parts]
    by_engine: dict[str, list[Part]] = {own.name: []}
    for part in parts:
        name = _engine_name(part, own)
        by_engine.setdefault(name if name in SUPPORTED_VERSIONS else own.name, []).append(
            part if name in SUPPORTED_VERSIONS else replace(part, is_sql=False)
        )
    comments = [part for part in parts if part.kind == "comment"]
    most = max(by_engine, key=lambda name: sum(part.kind != "comment" for part in by_engine[name]))
    views = []
    for name in sorted(by_engine, key=lambda name: (name != most, name)):
        found = by_engine[name] if name == own.name else sorted([*by_engine[name], *comments], key=_start)
        if not found and name != most:
            continue
        called = own if name == own.name else config.engine_called(name)
        whole = Embedding(host, file.text, tuple(found), own, name == most)
        views += [View(called, reason, chapter) for chapter in _chapters(whole, called)]
    return views


def _chapters(whole: Embedding, engine: Engine) -> Iterator[Embedding]:
    """The designs that a document shows one after the other, each on what those before it lead to, and behind each of
    them the sketches and bad examples in it."""
    asides = asides_of(whole.parts) if whole.host == MARKDOWN else []
    begins = beginnings_of(whole.parts, asides, engine) if whole.host == MARKDOWN else []
    if not begins and not asides:
        yield whole
        return
    for number, (start, end) in enumerate(pairwise([0, *begins, len(whole.written)])):
        inner = tuple(span for span in asides if start <= span.start < end)
        is_main = whole.is_main and number == 0
        yield replace(whole, stretch=Span(start, end), holes=inner, number=number, is_main=is_main)
        for count, span in enumerate(inner, 1):
            yield replace(whole, stretch=span, number=number, aside=count, is_main=False)


def _is_cql(part: Part) -> bool:
    """Whether a part is labelled, or plainly CQL, so that the name of its file says nothing against it."""
    return bool(part.engine) or foreign_dialect_of(part.text) == CASSANDRA


def _as_read(part: Part, engine: Engine) -> Part:
    """A string only if all of it can be read: what cannot be is a piece of SQL, or none."""
    if part.kind != "string" or not part.is_sql:
        return part
    texts = [source.text for source in split_statements(part.text, engine)]
    is_read = all(read_statement(text, engine).problem is None or gap_in(text, engine) is not None for text in texts)
    return part if is_read else replace(part, is_sql=False)


def _start(part: Part) -> Span:
    return part.span


def _engine_name(part: Part, own: Engine) -> str:
    """The engine of a piece of SQL; the name of a product that is not reviewed for what is certainly written for it."""
    if part.engine or part.kind == "comment":
        return part.engine or own.name
    dialect = foreign_dialect_of(part.text)
    if dialect == CASSANDRA:
        return "cql"
    return dialect or own.name


def _own_engine(
    file: SourceFile,
    parts: Sequence[Part],
    config: Choices,
    schemas: Mapping[str, Surrounding],
    engine: Engine | None,
) -> tuple[Engine, str]:
    """What the SQL is written for that names no engine."""
    configured = engine or config.engine_for(file.path)
    if configured is not None:
        return configured, ""
    driven = engine_of_drivers(file.text) if parts and host_of(file.path) != MARKDOWN else None
    if driven is not None:
        return config.engine_called(driven), "the driver it uses"
    unnamed = [part.text for part in parts if not part.engine]
    detected = detected_engine([file.path], unnamed)
    if detected.engine is not None:
        return config.engine_called(detected.engine), detected.reason
    nearest = nearest_schema(file.path, [file], {name: one.files for name, one in schemas.items()})
    if nearest is not None:
        return schemas[nearest].engine, f"the engine of {nearest}"
    labelled = {part.engine for part in parts if part.engine} - {"cql"}
    if len(labelled) == 1:
        return config.engine_called(labelled.pop()), "the label of its fences"
    return config.engine, ""


def schema_for(view: View, path: str, schemas: Mapping[str, Surrounding]) -> str | None:
    """The schema that the SQL of a file is about: the nearest of its engine."""
    alike = {name: one.files for name, one in schemas.items() if one.engine.family == view.engine.family}
    if not alike or not any(part.is_sql and part.kind != "comment" for part in view.embedding.parts):
        return None
    return nearest_schema(path, [SourceFile(path, view.embedding.masked)], alike)


def _document_sections(text: str, engine: Engine) -> tuple[Section, ...]:
    sections = list(_all_judged(text, _sections(text, continues=True)))
    if "--" not in text or DIRECTIONS.search(text) is None:
        return tuple(sections)
    return tuple(piece for section in sections for piece in _directed(text, section))


def _all_judged(text: str, sections: Iterable[Section]) -> Iterator[Section]:
    was_judged = False
    for section in sections:
        pieces = list(_judged(text, section))
        if was_judged and section.is_apart:  # what follows an example is none
            pieces[0] = replace(pieces[0], continues=False)
        yield from pieces
        was_judged = (was_judged and not section.is_apart) or len(pieces) > 1 or pieces[0] is not section


def _judged(text: str, section: Section) -> Iterator[Section]:
    """A fence in the parts that its comments call bad or good, which nobody runs one after the other."""
    start = section.span.start
    stretches = [] if section.runs else list(judged_in(section.span.of(text)))
    if not stretches:
        yield section
        return
    if stretches[0].span.start > 0:
        yield replace(section, span=Span(start, start + stretches[0].span.start))
    for stretch in stretches:
        yield Section(stretch.span.shifted(start), runs=Runs.SEPARATE, is_later=True, is_apart=True)


def _directed(text: str, section: Section) -> Iterator[Section]:
    """A fence in the parts that plain comments make of it."""
    start, current = section.span.start, section
    for mark in DIRECTIONS.finditer(text[: section.span.end]):
        if mark.start() <= start:
            continue
        yield replace(current, span=Span(start, mark.start()))
        direction: Direction = "up" if mark[1].lower() == "up" else "down"
        start, current = mark.start(), replace(section, direction=direction, continues=True, is_apart=False)
    yield replace(current, span=Span(start, section.span.end))


def _program_sections(text: str, engine: Engine) -> tuple[Section, ...]:
    return tuple(_sections(text, continues=False))


def _sections(text: str, continues: bool) -> Iterator[Section]:
    """Statements end where a piece of SQL ends; in a program each piece is sent alone."""
    start, before = 0, BORDER
    for end in (*borders_of(text), len(text)):
        piece = Span(start, end)
        if end > start and not (continues and text[start:end].strip()):
            yield Section(piece, continues=continues and start > 0)
        elif end > start:
            border = text[start] if text[start] in _STAGES else BORDER
            goes_on = border == before == BORDER or (border == GOES_ON and before in (LATER, GOES_ON))
            yield Section(piece, "up", _STAGES.get(border), goes_on, border != BORDER, is_apart=True)
            before = border
        start = end


_STAGES = {LATER: None, GOES_ON: None, SENT: Runs.SEPARATE}


def _unclaimed(folder: Folder) -> int:
    return 0


def _alone(file: SourceFile, engine: Engine) -> Runs:
    return Runs.SEPARATE


DOCUMENT = Convention(id="document", title="Markdown", claims=_unclaimed, sections=_document_sections)
PROGRAM = Convention(id="program", title="a program", claims=_unclaimed, sections=_program_sections, runs=_alone)


def convention_of_view(view: View) -> Convention:
    """How the SQL of a file is read."""
    return DOCUMENT if view.embedding.host == MARKDOWN else PROGRAM
