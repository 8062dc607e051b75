"""Comments that speak to sqlreview as rules see them: what they name, and the edits that take them back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from sqlreview.findings import Fix, FixKind
from sqlreview.patterns import regex
from sqlreview.sql.directives import Directive
from sqlreview.subjects import IgnoreComment, IgnoredName
from sqlreview.suppressions import EVERY_RULE, Suppression
from sqlreview.text import Edit, Span

IsUnused = Callable[[str], bool]
"""Says of a name, or of EVERY_RULE, whether it certainly silences nothing."""


def comment_of(text: str, suppression: Suppression, known: frozenset[str], is_unused: IsUnused) -> IgnoreComment:
    """A comment that is understood; `known` are the rules and packs there are."""
    directive, end = suppression.directive, suppression.end
    names = directive.rules
    first = {name: position for position, name in reversed(list(enumerate(names)))}
    unknown = [name not in known for name in names]
    unused = [
        not strange and (first[name] < position or is_unused(name))
        for position, (name, strange) in enumerate(zip(names, unknown, strict=True))
    ]
    nothing = all(unused) if names else is_unused(EVERY_RULE)
    removed = _removed(text, directive, end)
    lists = {False: _Lists(directive, end, unused), True: _Lists(directive, end, unknown)}
    is_open = directive.kind == "ignore-start" and end is None
    return IgnoreComment(
        text=directive.span.of(text),
        kind=directive.kind,
        names=tuple(
            _name(lists[unknown[position]], position, known, removed, unused[position])
            for position in range(len(names))
        ),
        reason=directive.reason,
        problem=_UNCLOSED if is_open else "",
        is_unused=nothing,
        removed=removed,
        corrected=_closed(text, directive) if is_open and not nothing else None,
    )


_LONGEST_TITLE = 40
_UNCLOSED = "No `ignore-end` follows, so the block runs to the end of the file."
_NEVER_BEGAN = "No `ignore-start` with the same rules stands before it, so it ends nothing."


def stray_of(text: str, directive: Directive) -> IgnoreComment:
    """A comment that silences nothing because it is malformed, or ends a block that nobody began."""
    edit = directive.correction
    return IgnoreComment(
        text=directive.span.of(text),
        kind=directive.kind,
        names=(),
        reason=directive.reason,
        problem=directive.reason if directive.kind == "malformed" else _NEVER_BEGAN,
        is_unused=False,
        removed=_removed(text, directive, None),
        corrected=Fix("Correct it", (edit.shifted(-directive.span.start),), FixKind.UNSAFE) if edit else None,
    )


def _name(lists: _Lists, position: int, known: frozenset[str], removed: Fix, is_unused: bool) -> IgnoredName:
    directive = lists.directive
    name = directive.rules[position]
    near = "" if name in known else _nearest(name, known)
    return IgnoredName(
        text=name,
        span=directive.places[position].shifted(-directive.span.start),
        is_known=name in known,
        nearest=near,
        is_unused=is_unused,
        removed=lists.without(position) or removed,
        replaced=_replaced(directive, lists.end, position, near) if near else None,
    )


@lru_cache(maxsize=1024)
def _nearest(name: str, known: frozenset[str]) -> str:
    """The known name that is most like one; a rule for what looks like a rule."""
    from difflib import get_close_matches

    if name.endswith("/*") and name[:-2] in known:
        return name[:-2]
    lowered = name.lower().replace("_", "-")
    ending = [other for other in sorted(known) if other.endswith(f"/{lowered.rpartition('/')[2]}")]
    alike = [other for other in sorted(known) if ("/" in other) == ("/" in lowered)]
    return next(iter(ending or get_close_matches(lowered, alike, 1, 0.6)), "")


_BLANKS = regex(r"\s*+")


def _removed(text: str, directive: Directive, end: Directive | None) -> Fix:
    """The fix that removes a comment, and the one that ends its block."""
    comment = directive.span
    if end is None:
        return Fix("Remove the comment", _counted_from(directive, _removal(text, comment)))
    blanks = _BLANKS.match(text, comment.end)
    if blanks is not None and blanks.end() >= end.span.start:
        edits = [_removal(text, Span(comment.start, end.span.end))]
    else:
        edits = [_removal(text, comment), _removal(text, end.span)]
    return Fix("Remove the comments", _counted_from(directive, *edits))


def _removal(text: str, comment: Span) -> Edit:
    """The edit that removes a comment: with its lines if nothing else stands on them, else with blanks beside it."""
    line = text.rfind("\n", 0, comment.start) + 1
    line = max(line, text.rfind("\r", line, comment.start) + 1)
    start = comment.start - len(text[line : comment.start]) + len(text[line : comment.start].rstrip(" \t"))
    end = comment.end
    while end < len(text) and text[end] in " \t":
        end += 1
    at_line_end = end == len(text) or text[end] in "\r\n"
    if start == line and at_line_end:
        end += 2 if text.startswith("\r\n", end) else 1
        return Edit.delete(Span(line, min(end, len(text))))
    if at_line_end:
        return Edit.delete(Span(start, end))
    is_glue = start == comment.start > line  # nothing else keeps two words apart
    return Edit(Span(comment.start, end), " " if is_glue else "")


class _Lists:
    """The names of a comment, and of the one that ends its block, some of which have to go."""

    __slots__ = ("_kept", "_kept_at_end", "directive", "end", "end_places")

    def __init__(self, directive: Directive, end: Directive | None, goes: Sequence[bool]) -> None:
        self.directive = directive
        self.end = end if end is not None and end.rules else None
        self._kept = goes.index(False) if False in goes else None
        going = {name for name, gone in zip(directive.rules, goes, strict=True) if gone}
        at_end = [name in going for name in self.end.rules] if self.end else []
        self._kept_at_end = at_end.index(False) if False in at_end else None
        self.end_places = {name: place for place, name in enumerate(self.end.rules)} if self.end else {}

    def without(self, position: int) -> Fix | None:
        """The fix that takes a name off the list; None when no name would be left."""
        if self._kept is None:
            return None
        name = self.directive.rules[position]
        edits = [Edit.delete(_listed(self.directive.places, position, self._kept))]
        is_once = self.directive.rules.count(name) == 1
        if self.end is not None and self._kept_at_end is not None and is_once and name in self.end_places:
            edits.append(Edit.delete(_listed(self.end.places, self.end_places[name], self._kept_at_end)))
        return Fix("Take it off the list", _counted_from(self.directive, *edits))


def _listed(places: Sequence[Span], position: int, kept: int) -> Span:
    """A name of a list with the comma after it, or before it where it comes after the first name that is `kept`."""
    if position < kept:
        return Span(places[position].start, places[position + 1].start)
    return Span(places[position - 1].end, places[position].end)


def _replaced(directive: Directive, end: Directive | None, position: int, near: str) -> Fix:
    name = directive.rules[position]
    edits = [Edit.replace(directive.places[position], near)]
    if end is not None and name in end.rules:
        edits.append(Edit.replace(end.places[end.rules.index(name)], near))
    title = f"Write {near}"
    return Fix(
        title if len(title) <= _LONGEST_TITLE else "Write the nearest name",
        _counted_from(directive, *edits),
        FixKind.UNSAFE,
    )


def _closed(text: str, directive: Directive) -> Fix:
    """The comment that ends at the end of the file what ends there anyway."""
    newline = text.find("\n", directive.span.end)
    line_end = "\r\n" if newline > 0 and text[newline - 1] == "\r" else "\n"
    rules = f"[{', '.join(directive.rules)}]" if directive.rules else ""
    lead = "" if text.endswith(("\n", "\r")) else line_end
    edit = Edit.insert(len(text), f"{lead}-- sqlreview: ignore-end{rules}{line_end}")
    return Fix("End the block at the end of the file", _counted_from(directive, edit))


def _counted_from(directive: Directive, *edits: Edit) -> tuple[Edit, ...]:
    return tuple(edit.shifted(-directive.span.start) for edit in edits)
