"""What statements do to views and materialized views."""

from __future__ import annotations

from typing import Literal

from sqlreview.frozen import frozen
from sqlreview.operations.parts import Operation
from sqlreview.sql.cursor import Identifier, Name
from sqlreview.text import Span


@frozen
class CreateView(Operation):
    """CREATE [OR REPLACE] [TEMPORARY] [RECURSIVE] VIEW."""

    view: Name
    columns: tuple[Identifier, ...] = ()
    query: Span
    or_replace: bool = False
    temporary: bool = False
    recursive: bool = False
    options: tuple[tuple[str, str], ...] = ()
    """WITH (...) options, folded: ("security_invoker", "true")."""
    check_option: str | None = None
    uses: tuple[Name, ...] = ()
    """Tables and views its query reads."""
    if_not_exists: bool = False
    """Of SQLite and MariaDB."""


@frozen
class CreateMaterializedView(Operation):
    """CREATE MATERIALIZED VIEW."""

    view: Name
    columns: tuple[Identifier, ...] = ()
    query: Span
    if_not_exists: bool = False
    with_data: bool = True
    uses: tuple[Name, ...] = ()


@frozen
class RefreshMaterializedView(Operation):
    """REFRESH MATERIALIZED VIEW [CONCURRENTLY]."""

    view: Name
    concurrently: bool = False
    with_data: bool = True
    view_word: Span
    """The word VIEW; CONCURRENTLY belongs after it."""


@frozen
class DropView(Operation):
    """One view of DROP [MATERIALIZED] VIEW a, b."""

    view: Name
    materialized: bool = False
    if_exists: bool = False
    cascade: bool = False


@frozen
class RenameView(Operation):
    """ALTER [MATERIALIZED] VIEW v RENAME TO w."""

    view: Name
    new_name: Identifier
    materialized: bool = False


@frozen
class AlterView(Operation):
    """ALTER VIEW v ALTER COLUMN c SET|DROP DEFAULT and other actions that change no structure."""

    view: Name
    action: Literal["default", "statistics", "other"]
    materialized: bool = False
