"""Questions of the client, answered on the worker's thread."""

from __future__ import annotations

from collections.abc import Sequence

from lsprotocol import types

from sqlreview.follow_ups import Change
from sqlreview.lsp import convert
from sqlreview.lsp.clients import Client
from sqlreview.lsp.code_actions import Action, Wanted, actions_at, chosen_action
from sqlreview.lsp.configuration_help import setting_explained
from sqlreview.lsp.homes import Home
from sqlreview.lsp.hover import explanation_of, hover_at, rule_text
from sqlreview.lsp.session import OpenFile, Session
from sqlreview.packs import load_packs
from sqlreview.text import Edit, Span


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
    actions = actions_at(file, Span(start, max(start, end)), wanted, client.creates)
    return [_shown(action, session, file, client, context.diagnostics) for action in actions]


def _shown(
    action: Action, session: Session, file: OpenFile, client: Client, diagnostics: Sequence[types.Diagnostic]
) -> types.CodeAction:
    shown = convert.code_action(action, file, client, diagnostics)
    if action.change is None or action.rule is None or action.at is None:
        return shown
    if client.resolves:
        return convert.delayed(shown, file, action.rule, action.at)
    shown.edit = _edit_of(action.change, session, file)
    return shown


def chosen(session: Session, action: types.CodeAction) -> types.CodeAction:
    """An action the client has chosen, with its edit unless the text has changed since."""
    delayed = convert.delayed_of(action)
    file = session.files.get(delayed.uri) if delayed else None
    if delayed is not None and file is not None:
        present = chosen_action(file, delayed)
        if present is not None and present.change is not None:
            action.edit = _edit_of(present.change, session, file)
    return action


def _edit_of(change: Change, session: Session, file: OpenFile) -> types.WorkspaceEdit:
    assert file.home is not None
    home = file.home
    edits: dict[str, list[Edit]] = {}
    for item in change.edits:
        edits.setdefault(item.path, []).append(item.edit)
    edited = [_edited(session, home, name, found) for name, found in edits.items()]
    created = [(convert.uri_of(home.path_of(item.path)), item.text) for item in change.files]
    return convert.edit_of_files(edited, created)


def _edited(session: Session, home: Home, name: str, edits: list[Edit]) -> convert.EditedFile:
    path = home.paths[name]
    uri, text = session.locate(home, home.file_of(path))
    opened = session.files.get(uri)
    return convert.EditedFile(uri, opened.version if opened else None, text, edits)


def hover(session: Session, client: Client, params: types.HoverParams) -> types.Hover | None:
    """What is known about a place of an open file."""
    file = session.files.get(params.text_document.uri)
    if file is None:
        return None
    offset = file.text.offset(convert.place(params.position))
    if file.is_configuration:
        found = setting_explained(file.path, file.text.text, offset)
    else:
        found = hover_at(session, file, offset)
    return convert.hover(found.markdown, convert.range_of(file.text, found.at), client) if found else None


def documented(client: Client, item: types.CompletionItem) -> types.CompletionItem:
    """A suggestion with the documentation of the rule it names."""
    rule = load_packs().rule(str(item.data.get("rule"))) if isinstance(item.data, dict) else None
    if rule is not None:
        kind = types.MarkupKind.Markdown if client.markdown_suggestions else types.MarkupKind.PlainText
        item.documentation = types.MarkupContent(kind, rule_text(rule))
    return item


def explanation(rule: str) -> tuple[str, str] | None:
    """A rule's documentation as Markdown and as plain text."""
    return explanation_of(rule)
