"""The language server: handlers that hand everything to the session and its worker."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from collections.abc import Callable, Coroutine, Sequence
from importlib.metadata import version
from typing import Any, TypeVar

from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcInternalError
from pygls.lsp.server import LanguageServer
from pygls.protocol import default_converter

from sqlreview.lsp import answers, convert, pages
from sqlreview.lsp.code_actions import EXPLAIN, FIX_ALL, QUICK_FIX
from sqlreview.lsp.convert import Client
from sqlreview.lsp.json_answers import ANSWERS, completion, rename
from sqlreview.lsp.overview import Overview, gone
from sqlreview.lsp.pages import COMMANDS, REVIEW, RULES
from sqlreview.lsp.scanning import Scanning
from sqlreview.lsp.session import Session
from sqlreview.lsp.transport import Protocol, Serialised, cancelled_by_server, serve_descriptors, serve_tcp
from sqlreview.lsp.worker import Worker

Result = TypeVar("Result")

_log = logging.getLogger("sqlreview")
_PUSH_DELAY = 0.075
"""Seconds without typing before diagnostics are pushed; clients that pull set their own pace."""
_REFRESH_DELAY = 0.2
_CATCH_UP_DELAY = 0.6
"""Seconds without typing before long files are looked at as a whole, which may take longer than a keystroke should."""
WATCHED = (
    "**/*.{sql,ddl,pgsql,psql,cql,md,markdown,mdx}",
    "**/*.{toml,sql.conf}",
    "**/{_journal.json,manifest.json,sqitch.plan,sqitch.conf,atlas.sum}",
)


class Server(LanguageServer):
    """One connection: a client, its session, and the worker that owns the session."""

    protocol: Protocol
    client: Client
    session: Session

    def __init__(self) -> None:
        super().__init__("sqlreview", version("sqlreview"), protocol_cls=Protocol, converter_factory=default_converter)
        self.worker = Worker()
        self.overview = Overview()
        self._timer: asyncio.TimerHandle | None = None
        self._loop: asyncio.AbstractEventLoop

    def begin(self, params: types.InitializeParams) -> None:
        """Starts the session a client asks for."""
        self._loop = asyncio.get_running_loop()
        self.client = convert.client_of(params, self.workspace.position_encoding)
        self.session = Session(self.client.encoding, self.client.folders, self._tell, refreshes=self.client.refreshes)
        self.session.configure(self.client.configuration)
        if self.client.shows_progress:
            self.session.scanning = Scanning(self, self._loop).tell
        if self.client.pulls:
            everywhere = self.client.looks_everywhere
            self.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, convert.diagnostic_options(everywhere))(diagnostic)
            if everywhere:
                self.feature(types.WORKSPACE_DIAGNOSTIC)(workspace_diagnostic)
        self.do(answers.warm_up)

    def ask(self, job: Callable[..., Result], *arguments: Any) -> asyncio.Future[Result]:
        """Runs a job on the worker, after everything that came before."""
        return self.worker.run(job, *arguments)

    def do(self, job: Callable[..., None], *arguments: Any) -> None:
        """Runs a job on the worker whose result nobody waits for."""
        self.worker.run(job, *arguments).add_done_callback(_log_failure)

    async def ask_for_settings(self) -> None:
        """Asks a client that has settings for what they say of sqlreview."""
        if self.client.configures:
            item = types.ConfigurationItem(section=convert.SOURCE)
            answer = await self.workspace_configuration_async(types.ConfigurationParams([item]))
            self.use_settings({convert.SOURCE: answer[0] if answer else None})

    def use_settings(self, settings: object) -> None:
        """Takes settings of the client: what is shown beside findings, and what holds where no file says otherwise."""
        before, self.client = self.client, convert.with_settings(self.client, settings)
        if self.client.lenses != before.lenses and self.client.refreshes_lenses:
            self.workspace_code_lens_refresh(None)
        if self.client.hints != before.hints and self.client.refreshes_hints:
            self.workspace_inlay_hint_refresh(None)
        if self.client.configuration != before.configuration:
            self.do(self.session.configure, self.client.configuration)
            self.announce()

    def announce(self, delay: float = _PUSH_DELAY) -> None:
        """Sees to it that the client learns of new findings once nothing has happened for a while."""
        if not self.client.pulls:
            self._later(delay, self._publish)
        elif self.client.refreshes:
            self._later(_REFRESH_DELAY, self._refresh)

    def _later(self, delay: float, task: Callable[[], Coroutine[Any, Any, None]]) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = self._loop.call_later(delay, self._start, task)

    def _start(self, task: Callable[[], Coroutine[Any, Any, None]]) -> None:
        self._timer = None
        asyncio.ensure_future(task()).add_done_callback(_log_failure)

    async def _publish(self) -> None:
        for item in await self.ask(self.session.publications):
            self.publish(item.uri, item.version, item.pieces)
        if self.session.is_behind and self._timer is None:
            self._later(_CATCH_UP_DELAY, self._catch_up)

    async def _refresh(self) -> None:
        if await self.ask(self.session.is_outdated):
            self.workspace_diagnostic_refresh(None)
        if self.session.is_behind and self._timer is None:
            self._later(_CATCH_UP_DELAY, self._catch_up)

    async def _catch_up(self) -> None:
        await self.ask(self.session.catch_up)
        self.announce(0)

    def publish(self, uri: str, number: int | None, pieces: Sequence[str]) -> None:
        """Pushes the diagnostics of a file."""
        parameters = convert.publication(uri, number, pieces)
        self.protocol.notify_serialised(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, parameters)

    def _tell(self, problem: str) -> None:
        self._loop.call_soon_threadsafe(self.show, problem, types.MessageType.Error)

    def show(self, message: str, kind: types.MessageType = types.MessageType.Info) -> None:
        """Shows a message to the user, and keeps it in the log."""
        self.window_show_message(types.ShowMessageParams(kind, message))
        self.window_log_message(types.LogMessageParams(kind, message))

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Keeps errors of the server out of the user's way, and those the client made itself out of the log."""
        if isinstance(error, JsonRpcInternalError) or not isinstance(error, JsonRpcException):
            _log.error("%s: %s", getattr(source, "__name__", source), error)


def _log_failure(future: asyncio.Future[Any]) -> None:
    if not future.cancelled() and (error := future.exception()) is not None:
        _log.error("A change could not be followed.", exc_info=error)


# -- handlers -------------------------------------------------------------------------------------------------------


def initialize(ls: Server, params: types.InitializeParams) -> None:
    """Learns what the client can do."""
    ls.begin(params)


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
    added, removed = convert.folders_of(params.event.added), convert.folders_of(params.event.removed)
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
    portions = await ls.ask(ls.overview.portions, ls.session)
    items = gone(previous, portions)
    for uris in portions:
        items += await ls.ask(ls.overview.reports, ls.session, uris, previous)
        if params.partial_result_token is not None and items:
            ls.protocol.notify_serialised(types.PROGRESS, convert.partial_result(params.partial_result_token, items))
            items = []
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
    return server


def _tell_port(port: int) -> None:
    sys.stderr.write(f"sqlreview listens on 127.0.0.1:{port}\n")
    sys.stderr.flush()


def main(port: int | None = None) -> int:
    """Serves one client over standard input and output, or over a port of this machine; returns the exit code."""
    logging.getLogger("pygls").setLevel(logging.CRITICAL)
    if port is not None:
        return asyncio.run(serve_tcp(create_server().protocol, port, _tell_port))
    source, sink = os.dup(0), os.dup(1)
    os.dup2(2, 1)  # what anybody prints must not break the protocol
    sys.stdout = sys.stderr
    return asyncio.run(serve_descriptors(create_server().protocol, source, sink))


if __name__ == "__main__":
    sys.exit(main())
