"""Code fences of Markdown, as CommonMark reads them: in lists and quotations, of backticks and tildes, unterminated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from sqlreview.patterns import regex
from sqlreview.sql.hosts.contents import contents_of
from sqlreview.sql.hosts.kinds import engine_of_label, language_of_label
from sqlreview.sql.hosts.parts import Part, Stage, blanked
from sqlreview.sql.hosts.verdicts import is_staged, speaks_of_changes, verdict_before
from sqlreview.text import Span

_LINE = regex(r"([^\r\n]*+)(\r\n|\n|\r|\Z)")
_OPENING = regex(r"(?P<marks>`{3,}|~{3,}|(?:\\`){3,})[ \t]*+(?P<info>[^\r\n]*+)")
_BULLET = regex(r"[-+*](?=[ \t]|\Z)|\d{1,9}[.)](?=[ \t]|\Z)")
_RULE = regex(r"(?:\*[ \t]*+){3,}\Z|(?:-[ \t]*+){3,}\Z|(?:_[ \t]*+){3,}\Z")
_LABEL = regex(r"\{?\s*+\.?([A-Za-z#+][\w#+-]*+)")
_COMMENT = regex(r"<!--\s*+sqlreview:[^\r\n]*?-->")
_CLOSERS = (("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>"), ("<pre", "</pre>"))
_MARK = regex(r"[^\s>]")
_HEADING = regex(r"(#{1,6})[ \t]++([^\r\n]*+)")
_DOCUMENTS = frozenset(("markdown", "md", "mdx"))
_PLAIN = frozenset(("", "text", "txt", "plain", "plaintext", "console", "output", "none", "shell", "bash", "explain"))
"""Labels under which plans are printed."""
_TAB = 4


@dataclass(slots=True)
class Fence:
    """A code fence, with its lines as pairs of where the line begins and where its content does."""

    label: str
    """The first word behind the opening marks, in lower case; empty without one."""
    label_span: Span | None
    start: int
    """Where its first line of content begins."""
    end: int = 0
    is_closed: bool = False
    prefix: str = ""
    """What begins its lines where it stands in a list or a quotation."""
    headings: tuple[str, ...] = ()
    """Those it stands under, from the title of the document on."""
    lead: str = ""
    """The last line of text before it."""
    lines: list[tuple[int, int]] = field(default_factory=list)

    def content(self, text: str) -> str:
        """Its lines with what begins them blank, every character in its place."""
        pieces: list[str] = []
        ends = [*(start for start, _ in self.lines[1:]), self.end]
        for (start, content), after in zip(self.lines, ends, strict=False):  # a fence may have no lines
            pieces += (blanked(text, start, content), text[content:after])
        return "".join(pieces)


def fences_of(text: str) -> list[Fence]:
    """The code fences of a document in order."""
    if "```" not in text and "~~~" not in text:
        return []
    return _Reader(text).fences()


def parts_of_markdown(text: str) -> list[Part]:
    """The SQL of a document: its SQL fences, and the strings in its fences of programs."""
    found: list[Part] = []
    changing: tuple[str, ...] = ()
    for fence in fences_of(text):
        engine = engine_of_label(fence.label)
        if engine is not None:
            span = Span(fence.start, fence.end)
            part = _sql_part(fence, span, fence.content(text), engine)
            verdict = verdict_before(fence.lead)
            is_change = is_staged(part.text) or verdict is not None or speaks_of_changes(fence.headings)
            goes_on = is_change and fence.headings == changing and verdict is None
            changing = fence.headings if is_change else ()
            stage: Stage = "goes on" if goes_on else "begins" if is_change else ""
            found.append(replace(part, stage=stage, verdict=verdict or ""))
        elif (language := language_of_label(fence.label)) is not None:
            found += _inside(fence, fence.content(text), language)
        elif fence.label in _PLAIN and "(cost=" in (content := fence.content(text)):
            part = _sql_part(fence, Span(fence.start, fence.end), content, "")
            found += [replace(part, label="", label_span=None)] if part.contents else []
    if "sqlreview:" not in text:
        return found
    return sorted([*found, *_comments(text, found)], key=lambda part: part.span)


def _sql_part(fence: Fence, span: Span, content: str, engine: str) -> Part:
    contents = contents_of(content)
    return Part(
        "fence",
        span,
        content,
        fence.label,
        fence.label_span,
        engine,
        is_sql=contents is None,
        contents=contents,
        prefix=fence.prefix,
    )


def _inside(fence: Fence, content: str, language: str) -> Iterator[Part]:
    from sqlreview.sql.hosts.programs import parts_of_program  # most documents hold no programs

    for part in parts_of_program(content, language):
        yield part.moved(fence.start, fence.prefix)


def _comments(text: str, fences: list[Part]) -> Iterator[Part]:
    """Comments of the document that speak to sqlreview, as comments of SQL."""
    for match in _COMMENT.finditer(text):
        if not any(part.span.start <= match.start() < part.span.end for part in fences):
            inner = match[0].removeprefix("<!--").removesuffix("-->")
            yield Part("comment", Span(*match.span()), f"/*  {inner} */".replace("--", "  "))


class _Reader:
    """Goes through a document line by line."""

    __slots__ = ("_closer", "_containers", "_documents", "_fence", "_found", "_headings", "_lead", "_marks", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: list[Fence] = []
        self._containers: list[int] = []
        """What the line stands in, outermost first: the column where the content of a list item begins, or -1."""
        self._fence: Fence | None = None
        self._marks = ""
        self._documents: list[str] = []
        """The marks of fences around, labelled as Markdown: templates of documents, in which fences stand as well."""
        self._closer = ""
        self._headings: list[tuple[int, str]] = []
        self._lead = ""

    def fences(self) -> list[Fence]:
        """All fences."""
        at = 0
        while at < len(self._text):
            line = _LINE.match(self._text, at)
            if line is None or line.end() == at:
                break
            self._read(line[1], at)
            at = line.end()
        self._close(len(self._text), False)
        return self._found

    def _read(self, line: str, start: int) -> None:
        kept, at, column = _inside_containers(line, self._containers)
        if kept < len(self._containers):
            self._close(start, False)
            del self._containers[kept:]
        if self._fence is not None:
            self._in_fence(line, start, at, column)
        elif self._closer:
            self._closer = "" if self._closer in line.lower() else self._closer
        else:
            self._outside(line, start, at, column)

    def _in_fence(self, line: str, start: int, at: int, column: int) -> None:
        fence = self._fence
        assert fence is not None
        if _width(line, at, column) < _TAB:
            written = line[at:].strip(" \t")
            if _closes(written, self._marks):
                self._close(start, True)
                return
            if self._is_restarted(written, fence):
                self._close(start, False)
                self._outside(line, start, at, column)
                return
        indent = _indent_of(fence.prefix, self._containers)
        fence.lines.append((start, start + _after_indent(line, at, column, indent)))

    def _outside(self, line: str, start: int, at: int, column: int) -> None:
        at, column = self._open_containers(line, at, column)
        width = _width(line, at, column)
        if width >= _TAB:
            return
        content = at + len(line[at:]) - len(line[at:].lstrip(" \t"))
        opening = _OPENING.match(line, content)
        if self._documents and _closes(line[content:].rstrip(" \t"), self._documents[-1]):
            self._documents.pop()
            return
        if opening is not None and self._may_open(opening):
            self._open(line, start, content, opening)
            return
        self._notes(line[content:])
        rest = line[content:].lower()
        for opener, closer in _CLOSERS:
            if rest.startswith(opener) and closer not in rest[len(opener) :]:
                self._closer = closer

    def _notes(self, line: str) -> None:
        """Keeps the headings and the last line of text."""
        heading = _HEADING.match(line)
        if heading is not None:
            depth = len(heading[1])
            self._headings = [*(one for one in self._headings if one[0] < depth), (depth, heading[2])]
        if line.strip():
            self._lead = line

    def _may_open(self, opening: re.Match[str]) -> bool:
        if opening["marks"][0] == "\\":
            return bool(self._documents)
        return not (opening["marks"][0] == "`" and "`" in opening["info"])

    def _is_restarted(self, written: str, fence: Fence) -> bool:
        """Whether a fence without a label is none: it was to close another one, and a labelled one begins here."""
        opening = None if fence.label else _OPENING.match(written)
        if opening is None or not opening["marks"].startswith(self._marks):
            return False
        label = _LABEL.match(opening["info"])
        known = label[1].lower() if label else ""
        return known in _DOCUMENTS or engine_of_label(known) is not None or language_of_label(known) is not None

    def _open(self, line: str, start: int, content: int, opening: re.Match[str]) -> None:
        label = _LABEL.match(opening["info"])
        span = Span(*label.span(1)).shifted(start + opening.start("info")) if label else None
        whole = _LINE.match(self._text, start)
        prefix = _MARK.sub(" ", line[:content])
        name = label[1].lower() if label else ""
        if name in _DOCUMENTS:
            self._documents.append(opening["marks"])
            return
        self._marks = opening["marks"]
        after = whole.end() if whole else len(self._text)
        headings = tuple(title for _, title in self._headings)
        self._fence = Fence(name, span, after, prefix=prefix, headings=headings, lead=self._lead)
        self._lead = ""

    def _close(self, at: int, is_closed: bool) -> None:
        if self._fence is not None:
            self._fence.end, self._fence.is_closed = max(at, self._fence.start), is_closed
            self._found.append(self._fence)
            self._fence = None

    def _open_containers(self, line: str, at: int, column: int) -> tuple[int, int]:
        """The quotations and list items that begin on a line; returns where what they hold begins."""
        while True:
            width = _width(line, at, column)
            mark = at + len(line[at:]) - len(line[at:].lstrip(" \t"))
            if width >= _TAB or mark >= len(line):
                return at, column
            if line[mark] == ">":
                at, column = _after_quote(line, mark, column + width)
                self._containers.append(-1)
                continue
            bullet = _BULLET.match(line, mark)
            if bullet is None or _RULE.match(line, mark):
                return at, column
            behind = column + width + len(bullet[0])
            spaces = _width(line, bullet.end(), behind)
            taken = spaces if 0 < spaces <= _TAB and bullet.end() < len(line.rstrip()) else 1
            self._containers.append(behind + taken)
            at, column = _after_indent(line, bullet.end(), behind, taken), behind + taken


def _closes(written: str, marks: str) -> bool:
    """Whether a line closes the fence that these marks opened."""
    return len(written) >= len(marks) and written.startswith(marks) and not written.strip(marks[-2:])


def _indent_of(prefix: str, containers: list[int]) -> int:
    """By how many columns a fence stands to the right of what it stands in."""
    column = 0
    for character in prefix:
        column = column + 1 if character != "\t" else (column // _TAB + 1) * _TAB
    inner = max((one for one in containers if one >= 0), default=0)
    quoted = prefix.rfind(">")
    return max(0, column - max(inner, quoted + 2 if quoted >= 0 else 0))


def _inside_containers(line: str, containers: list[int]) -> tuple[int, int, int]:
    """How many of the containers go on in a line, and the offset and column where what they hold begins."""
    at = column = 0
    for kept, container in enumerate(containers):
        width = _width(line, at, column)
        mark = at + len(line[at:]) - len(line[at:].lstrip(" \t"))
        if container < 0:
            if width >= _TAB or mark >= len(line) or line[mark] != ">":
                return kept, at, column
            at, column = _after_quote(line, mark, column + width)
        elif mark >= len(line):
            continue  # a blank line belongs to the item around it
        elif column + width < container:
            return kept, at, column
        else:
            at = _after_indent(line, at, column, container - column)
            column = max(column, container)
    return len(containers), at, column


def _after_quote(line: str, mark: int, column: int) -> tuple[int, int]:
    """Offset and column behind a `>` and the blank after it."""
    has_blank = line[mark + 1 : mark + 2] == " "
    return mark + 1 + has_blank, column + 1 + has_blank


def _width(line: str, at: int, column: int) -> int:
    """The columns of white space from an offset on."""
    first = column
    for character in line[at:]:
        if character == "\t":
            column = (column // _TAB + 1) * _TAB
        elif character == " ":
            column += 1
        else:
            break
    return column - first


def _after_indent(line: str, at: int, column: int, wanted: int) -> int:
    """The offset behind up to so many columns of white space."""
    stop = column + wanted
    while at < len(line) and column < stop and line[at] in " \t":
        column = (column // _TAB + 1) * _TAB if line[at] == "\t" else column + 1
        at += 1
    return at
