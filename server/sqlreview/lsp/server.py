"""The language server: handlers that hand everything to the session and its worker."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from collections.abc import Callable, Coroutine
from typing import Any

from lsprotocol import types

from sqlreview.lsp import answers, convert, pages
from sqlreview.lsp.clients import Client, folders_of
from sqlreview.lsp.code_actions import EXPLAIN, FIX_ALL, QUICK_FIX
from sqlreview.lsp.connection import Server
from sqlreview.lsp.json_answers import ANSWERS, completion, rename
from sqlreview.lsp.overview import gone
from sqlreview.lsp.pages import COMMANDS, EMBEDDED, REVIEW, RULES
from sqlreview.lsp.session import Session
from sqlreview.lsp.transport import Serialised, cancelled_by_server, serve_descriptors, serve_tcp

WATCHED = (
    "**/*.{sql,ddl,pgsql,psql,cql,md,markdown,mdx}",
    "**/*.{toml,sql.conf}",
    "**/{_journal.json,manifest.json,sqitch.plan,sqitch.conf,atlas.sum}",
)


# -- handlers -------------------------------------------------------------------------------------------------------


def initialize(ls: Server, params: types.InitializeParams) -> None:
    """Learns what the client can do; one that asks for diagnostics is offered answers."""
    ls.begin(params)
    if ls.client.pulls:
        everywhere = ls.client.looks_everywhere
        ls.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, convert.diagnostic_options(everywhere))(diagnostic)
        if everywhere:
            ls.feature(types.WORKSPACE_DIAGNOSTIC)(workspace_diagnostic)


async def initialized(ls: Server, params: types.InitializedParams) -> None:
    """Asks the client to watch files, and for its settings."""
    if ls.client.watches:
        ls.client_register_capability(convert.watch_registration(WATCHED))
    await ls.ask_for_settings()


def did_open(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
    """Takes a file over from the disk."""
    item = params.text_document
    ls.session.announced[item.uri] = item.version
    ls.do(
        ls.session.open, item.uri, convert.path_of(item.uri), item.language_id, item.version, convert.clean(item.text)
    )
    ls.announce(0)


def did_change(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
    """Edits a file."""
    item = params.text_document
    ls.session.announced[item.uri] = item.version
    ls.do(ls.session.change, item.uri, item.version, convert.changes_of(params))
    ls.announce()


def did_close(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
    """Gives a file back to the disk."""
    uri = params.text_document.uri
    ls.session.announced.pop(uri, None)
    ls.do(ls.session.close, uri)
    ls.do(ls.overview.forget, uri)
    if not ls.client.pulls:
        ls.publish(uri, None, ())
    ls.announce(0)


def did_save(ls: Server, params: types.DidSaveTextDocumentParams) -> None:
    """Notices a new configuration."""
    ls.do(ls.session.saved, params.text_document.uri)
    ls.announce()


def did_change_watched_files(ls: Server, params: types.DidChangeWatchedFilesParams) -> None:
    """Follows what others did to files."""
    ls.do(ls.session.disk_changed, [path for event in params.changes if (path := convert.path_of(event.uri))])
    ls.announce()


async def did_change_configuration(ls: Server, params: types.DidChangeConfigurationParams) -> None:
    """Takes the settings of the client; one that sends none is asked for them."""
    if params.settings:
        ls.use_settings(params.settings)
    else:
        await ls.ask_for_settings()


def did_change_workspace_folders(ls: Server, params: types.DidChangeWorkspaceFoldersParams) -> None:
    """Adds and removes folders."""
    added, removed = folders_of(params.event.added), folders_of(params.event.removed)
    ls.do(ls.session.folders_changed, added, removed)
    ls.announce()


async def diagnostic(ls: Server, params: types.DocumentDiagnosticParams) -> Serialised:
    """Answers a client that pulls diagnostics."""
    answer = await ls.ask(ls.session.pull, params.text_document.uri, params.previous_result_id)
    if answer is None:
        raise cancelled_by_server()
    return Serialised(answer)


async def workspace_diagnostic(ls: Server, params: types.WorkspaceDiagnosticParams) -> Serialised:
    """Answers a client that pulls the diagnostics of all files, part by part where it takes parts."""
    previous = {item.uri: item.value for item in params.previous_result_ids}
    homes = dict(ls.session.homes)
    portions = await ls.ask(ls.overview.portions, ls.session)
    items = gone(previous, portions)
    for uris in portions:
        items += await ls.ask(ls.overview.reports, ls.session, uris, previous)
        if params.partial_result_token is not None and items:
            ls.protocol.notify_serialised(types.PROGRESS, convert.partial_result(params.partial_result_token, items))
            items = []
    if ls.session.homes != homes:  # configurations were found changed, which tells of open files too
        ls.announce()
    return Serialised(f'{{"items":[{",".join(items)}]}}')


async def code_action(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    """Offers what can be done about findings."""
    return await ls.ask(answers.code_actions, ls.session, ls.client, params)


async def resolve_code_action(ls: Server, params: types.CodeAction) -> types.CodeAction:
    """Works out the edit of an action that was chosen."""
    return await ls.ask(answers.chosen, ls.session, params)


async def hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
    """Explains a finding or a table."""
    return await ls.ask(answers.hover, ls.session, ls.client, params)


async def resolve_completion(ls: Server, params: types.CompletionItem) -> types.CompletionItem:
    """Documents a suggestion that the user looks at."""
    return await ls.ask(answers.documented, ls.client, params)


async def explain(ls: Server, rule: str) -> str | None:
    """Returns the documentation of a rule, and shows it unless the client does so itself."""
    found = await ls.ask(answers.explanation, rule)
    if found is None:
        return None
    page, plain = found
    if not ls.client.shows_explanations:
        ls.show(plain)
    return page


def _answering(job: Callable[[Session, Client, Any], Any]) -> Callable[..., Coroutine[Any, Any, Serialised]]:
    """The handler of a question whose answer is written as JSON on the worker's thread."""

    def written(session: Session, client: Client, params: Any) -> str:
        return convert.json_of(job(session, client, params))

    async def answer(ls: Server, params: Any) -> Serialised:
        return Serialised(await ls.ask(written, ls.session, ls.client, params))

    return answer


async def review(ls: Server) -> dict[str, Any]:
    """Reviews the whole workspace and tells what was found."""
    return await ls.ask(pages.review, ls.session)


async def embedded(ls: Server) -> list[dict[str, Any]]:
    """Tells which documents and programs a client should send because the configuration asks for them."""
    return await ls.ask(pages.embedded, ls.session)


async def rules(ls: Server) -> list[dict[str, Any]]:
    """Tells which rules there are."""
    return await ls.ask(pages.rules)


def _telling(job: Callable[[Session, str], Any]) -> Callable[..., Coroutine[Any, Any, Any]]:
    """The handler of a command that takes the URI of a file."""

    async def answer(ls: Server, uri: str) -> Any:
        return await ls.ask(job, ls.session, uri)

    return answer


def create_server() -> Server:
    """A server with all its handlers."""
    server = Server()
    for method, handler in (
        (types.INITIALIZE, initialize),
        (types.INITIALIZED, initialized),
        (types.TEXT_DOCUMENT_DID_OPEN, did_open),
        (types.TEXT_DOCUMENT_DID_CHANGE, did_change),
        (types.TEXT_DOCUMENT_DID_CLOSE, did_close),
        (types.TEXT_DOCUMENT_DID_SAVE, did_save),
        (types.WORKSPACE_DID_CHANGE_WATCHED_FILES, did_change_watched_files),
        (types.WORKSPACE_DID_CHANGE_CONFIGURATION, did_change_configuration),
        (types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS, did_change_workspace_folders),
        (types.TEXT_DOCUMENT_HOVER, hover),
        (types.CODE_ACTION_RESOLVE, resolve_code_action),
        (types.COMPLETION_ITEM_RESOLVE, resolve_completion),
    ):
        server.feature(method)(handler)
    for method, job in ANSWERS:
        server.feature(method)(_answering(job))
    server.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))(_answering(rename))
    server.feature(types.TEXT_DOCUMENT_COMPLETION, convert.completion_options())(_answering(completion))
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, convert.code_action_options((QUICK_FIX, FIX_ALL)))(code_action)
    server.command(EXPLAIN)(explain)
    for name, told in COMMANDS:
        server.command(name)(_telling(told))
    server.command(REVIEW)(review)
    server.command(RULES)(rules)
    server.command(EMBEDDED)(embedded)
    return server


def _tell_port(port: int) -> None:
    sys.stderr.write(f"sqlreview listens on 127.0.0.1:{port}\n")
    sys.stderr.flush()


def main(port: int | None = None) -> int:
    """Serves one client over standard input and output, which ends the process, or over a port of this machine."""
    logging.getLogger("pygls").setLevel(logging.CRITICAL)
    if port is not None:
        return asyncio.run(serve_tcp(create_server().protocol, port, _tell_port))
    source, sink = os.dup(0), os.dup(1)
    os.dup2(2, 1)  # what anybody prints must not break the protocol
    sys.stdout = sys.stderr
    code = asyncio.run(serve_descriptors(create_server().protocol, source, sink))
    sys.stderr.flush()
    os._exit(code)  # taking thousands of reviewed files apart would take longer than clients wait for the end


if __name__ == "__main__":
    sys.exit(main())
