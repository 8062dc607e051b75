"""SQL inside files of other kinds: fences of Markdown, strings of programs. Found by text alone, never run.

A file is read through a mask: a text of the same length and with the same lines, in which everything but its SQL is
blank. So statements, spans and edits count from the beginning of the real file, and nothing has to be mapped back.
"""

from __future__ import annotations

from sqlreview.sql.hosts.kinds import host_of

__all__ = ["host_of"]
