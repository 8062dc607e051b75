"""What rules say of fences and strings themselves, beside the statements in them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from sqlreview.context import Context
from sqlreview.entries import Entry, FileState
from sqlreview.operations import Name
from sqlreview.reading import Reading
from sqlreview.review import PlacedFinding, Review
from sqlreview.ruleset import RuleSet
from sqlreview.schema import Catalog, Origin, Table
from sqlreview.sql.engines import Engine
from sqlreview.sql.hosts.design_tables import described_tables
from sqlreview.sql.hosts.kinds import MARKDOWN
from sqlreview.sql.hosts.parts import Part
from sqlreview.sql.statements import split_statements
from sqlreview.subjects import DocumentedColumn, DocumentedTable, EmbeddedSql, Filling, Statement
from sqlreview.text import Span

_FIRST_SERIAL = -(1 << 50)


def findings_around(review: Review, file: FileState) -> Iterator[PlacedFinding]:
    """The findings on the fences and described tables of a document, or the strings of a program."""
    rules = file.rules or review.rules
    if file.embedding is None:
        return
    serials = count(_FIRST_SERIAL)
    for start, end, subject in _subjects(review, file, rules):
        statement = Statement(file.written[start:end], (), (), None, False)
        origin = Origin(file.path, next(serials), Span(0, end - start))
        context = Context(
            engine=rules.engine,
            catalog=Catalog(file.after),
            statement=statement,
            origin=origin,
            place=file.place,
            released=file.released,
        )
        findings = rules.check(subject, context)
        entry = Entry(origin.statement, statement, Reading(origin.span, (), ()), start)
        for finding in findings:
            at = finding.at.span if isinstance(finding.at, Origin) else finding.at
            yield PlacedFinding(file, entry, finding, at.shifted(start))


def _subjects(
    review: Review, file: FileState, rules: RuleSet
) -> Iterator[tuple[int, int, EmbeddedSql | DocumentedTable]]:
    """What there is to look at, from where to where it reaches."""
    embedding = file.embedding
    assert embedding is not None
    if rules.rules_for(EmbeddedSql):
        for part in embedding.shown:
            if part.kind != "comment" and (part.gaps or part.label_span or part.contents or part.loop):
                start = part.label_span.start if part.label_span else part.span.start
                yield start, part.span.end, _subject(part, start, file.path, rules.engine)
    if embedding.host == MARKDOWN and rules.rules_for(DocumentedTable):
        yield from _described(review, file)


def _described(review: Review, file: FileState) -> Iterator[tuple[int, int, DocumentedTable]]:
    """The tables that a document describes and creates."""
    embedding = file.embedding
    assert embedding is not None
    for described in described_tables(embedding.written):
        start = described.name.span.start
        if embedding.stretch is not None and not embedding.stretch.contains(start):
            continue
        name = described.name.text.rpartition(".")[2]
        table = _designed(review, file, name)
        if table is None or not table.created or table.origin.statement not in review.history.by_serial:
            continue
        rows = tuple(
            DocumentedColumn(column.text, column.span.shifted(-start), kind.text, kind.span.shifted(-start))
            for column, kind in described.rows
        )
        end = max([described.name.span.end, *(kind.span.end for _, kind in described.rows)])
        yield start, end, DocumentedTable(table, described.name.span.shifted(-start), rows)


def _designed(review: Review, file: FileState, name: str) -> Table | None:
    """A table as a document ends with it, or as it is before the changes that are to come later."""
    called = Name(None, name, Span(0, 0))
    before = next((entry.start for entry in file.entries if entry.run), None)
    design = review.history.catalog_before(file.path, before).table(called) if before is not None else None
    return design if design is not None and design.created else Catalog(file.after).table(called)


def _subject(part: Part, start: int, path: str, engine: Engine) -> EmbeddedSql:
    label = part.label_span.shifted(-start) if part.label_span else Span(0, 0)
    inner = part.span.start - start
    return EmbeddedSql(
        path=path,
        kind="fence" if part.kind == "fence" else "string",
        sql=part.text,
        label=part.label if part.kind == "fence" else "",
        label_span=label,
        content=part.contents,
        content_start=inner,
        first=_first_line(part, inner, engine),
        fillings=tuple(Filling((gap.shown or gap.span).shifted(-start), gap.written, gap.place) for gap in part.gaps),
        is_sent=part.is_sent,
        loop=part.loop,
    )


def _first_line(part: Part, start: int, engine: Engine) -> Span | None:
    source = next(iter(split_statements(part.text, engine)), None) if part.kind == "fence" and part.is_sql else None
    if source is None:
        return None
    line = source.text.split("\n", 1)[0].rstrip()
    return Span(start + source.start, start + source.start + len(line))
