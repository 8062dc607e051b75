"""A file of another kind to its pieces of SQL, whatever the kind."""

from __future__ import annotations

from sqlreview.sql.hosts.kinds import MARKDOWN
from sqlreview.sql.hosts.parts import Part


def parts_of(text: str, host: str) -> list[Part]:
    """The SQL inside a file, in order; files without any cost a search for the words that all SQL has."""
    if host == MARKDOWN:
        from sqlreview.sql.hosts.markdown import parts_of_markdown

        return parts_of_markdown(text)
    from sqlreview.sql.hosts.programs import parts_of_program

    return parts_of_program(text, host)
