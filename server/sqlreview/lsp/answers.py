"""Questions of the client, answered on the worker's thread."""

from __future__ import annotations

from lsprotocol import types

from sqlreview.lsp import convert
from sqlreview.lsp.code_actions import Wanted, actions_at
from sqlreview.lsp.convert import Client
from sqlreview.lsp.hover import explanation_of, hover_at
from sqlreview.lsp.session import Session
from sqlreview.packs import load_packs
from sqlreview.text import Span


def warm_up() -> None:
    """Loads the rules before the first file is opened."""
    load_packs()


def code_actions(session: Session, client: Client, params: types.CodeActionParams) -> list[types.CodeAction]:
    """The actions for a range of an open file."""
    file = session.files.get(params.text_document.uri)
    if file is None:
        return []
    start, end = (file.text.offset(convert.place(edge)) for edge in (params.range.start, params.range.end))
    context = params.context
    wanted = Wanted(context.only, context.trigger_kind != types.CodeActionTriggerKind.Automatic)
    actions = actions_at(file, Span(start, max(start, end)), wanted)
    return [convert.code_action(action, file, client, context.diagnostics) for action in actions]


def hover(session: Session, client: Client, params: types.HoverParams) -> types.Hover | None:
    """What is known about a place of an open file."""
    file = session.files.get(params.text_document.uri)
    if file is None:
        return None
    found = hover_at(session, file, file.text.offset(convert.place(params.position)))
    return convert.hover(found.markdown, convert.range_of(file.text, found.at), client) if found else None


def explanation(rule: str) -> tuple[str, str] | None:
    """A rule's documentation as Markdown and as plain text."""
    return explanation_of(rule)
