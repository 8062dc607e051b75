"""The diagnostics of all files of the workspace, open or not, for clients that ask for them together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import count

from sqlreview.lsp import convert
from sqlreview.lsp.embedded import pieces_around
from sqlreview.lsp.homes import Home
from sqlreview.lsp.session import Session
from sqlreview.lsp.sheets import Sheet
from sqlreview.lsp.targets import targets_in

PORTION = 50
"""Files looked at in one go, so that typing never waits for a whole workspace."""


@dataclass(slots=True)
class _Known:
    """A file that is not open, as the client was told of it."""

    home: Home
    sheet: Sheet = field(default_factory=Sheet)
    result_id: str = ""
    pieces: list[str] | None = None


class Overview:
    """What the client knows of files that are not open."""

    def __init__(self) -> None:
        self._known: dict[str, _Known] = {}
        self._result_ids = count(1)

    def portions(self, session: Session) -> list[list[str]]:
        """The URIs of all files, in portions; projects that were never asked about are read and reviewed."""
        uris = list(dict.fromkeys(target.uri for target in targets_in(session)))
        self._known = {uri: self._known[uri] for uri in uris if uri in self._known}
        return [uris[first : first + PORTION] for first in range(0, len(uris), PORTION)]

    def forget(self, uri: str) -> None:
        """Takes note that the client may show something else of a file, which it had open until now."""
        self._known.pop(uri, None)

    def reports(self, session: Session, uris: Sequence[str], previous: Mapping[str, str]) -> list[str]:
        """The reports of some files as JSON; nothing of files without findings that the client knows nothing of."""
        return [report for uri in uris for report in self._report(session, uri, previous.get(uri))]

    def _report(self, session: Session, uri: str, previous: str | None) -> Iterator[str]:
        opened = session.files.get(uri)
        if opened is not None:
            report = session.report(opened, previous)
            if report is not None:
                yield convert.report_of(report, uri, opened.version)
            return
        path = convert.path_of(uri)
        home = session.home_of(path) if path is not None else None
        if home is None or path is None:
            return
        known = self._known.get(uri)
        if known is None:
            known = self._known[uri] = _Known(home)
        elif known.home is not home:
            known.home, known.sheet = home, Sheet()
        state = home.file_of(path)
        text, locate = home.index_of(state.path), partial(session.locate, home)
        if state.embedding is not None:
            pieces = pieces_around(home.project, home.names[path], text, locate)
        else:
            pieces = known.sheet.pieces(home.review_of(path), state, text, locate)
        if pieces != known.pieces:
            known.pieces, known.result_id = pieces, f"w{next(self._result_ids)}"
        if previous == known.result_id:
            yield convert.report_of(convert.unchanged_report(previous), uri, None)
        elif pieces or previous is not None:
            yield convert.report_of(convert.full_report(known.result_id, pieces), uri, None)


def gone(previous: Mapping[str, str], portions: Sequence[Sequence[str]]) -> list[str]:
    """The reports of files that the client still knows and that are no longer there."""
    present = {uri for uris in portions for uri in uris}
    missing = (uri for uri in previous if uri not in present)
    return [convert.report_of(convert.full_report("0", ()), uri, None) for uri in missing]
