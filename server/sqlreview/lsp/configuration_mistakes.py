"""What is wrong with a configuration file as the editor shows it, as diagnostics in the file itself."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from sqlreview.config import ConfigError, read_config, shown_path
from sqlreview.config_files import PYPROJECT
from sqlreview.findings import Severity
from sqlreview.lsp import convert
from sqlreview.lsp.documents import Text
from sqlreview.text import Span

_CODE = "configuration"


def mistakes_in(path: str, text: Text) -> list[str]:
    """The diagnostics of a configuration file, as pieces of JSON that commas must join."""
    if not os.path.isabs(path) or (os.path.basename(path) == PYPROJECT and "[tool.sqlreview" not in text.text):
        return []
    source = Path(path)
    try:
        read_config(source, text=text.text)
    except ConfigError as error:
        return [_piece(single, text, shown_path(source)) for single in error.all]
    return []


def _piece(error: ConfigError, text: Text, shown: str) -> str:
    own = error.path == shown
    span = _place_of(error, text) if own else _line(text, _extending(text.text, error.path))
    place = convert.RANGE % (*text.position(span.start), *text.position(span.end))
    message = error.explanation if own else str(error)
    message = message[:1].upper() + message[1:]
    return f'{{"range":{place},{convert.diagnostic_tail(_CODE, Severity.ERROR, message, None)}'


def _place_of(error: ConfigError, text: Text) -> Span:
    """The value that is wrong, else the key that is, else the line."""
    line = _line(text, (error.line or 1) - 1)
    for word in _words(error):
        at = text.text.find(word, line.start, line.end)
        if at >= 0:
            return Span(at, at + len(word))
    return line


def _words(error: ConfigError) -> Iterator[str]:
    if error.value is not None:
        yield f'"{error.value}"'
        yield f"'{error.value}'"
    for key in reversed(error.keys[-1:]):
        yield f'"{key}"'
        yield key


def _line(text: Text, number: int) -> Span:
    """A line without the blanks around it."""
    number = min(max(number, 0), text.line_count - 1)
    start, end = text.line_start(number), text.line_end(number)
    written = text.text[start:end]
    indent = len(written) - len(written.lstrip())
    return Span(start + indent, start + max(indent, len(written.rstrip())))


def _extending(text: str, path: str) -> int:
    """The line, 0-based, that names a file which is extended; else the one with the key, else the first."""
    lines = text.split("\n")
    named = (number for number, line in enumerate(lines) if os.path.basename(path) in line)
    keyed = (number for number, line in enumerate(lines) if line.lstrip().startswith("extends"))
    return next(named, next(keyed, 0))
