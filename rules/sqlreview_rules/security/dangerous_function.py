"""security/dangerous-function."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Finding, Good, Rule
from sqlreview.operations import Name
from sqlreview.queries import FunctionCall, Query, functions_of

_STALLS = "holds the connection, its snapshot and its locks while it waits"
_FILES = "reads or writes files of the server"
_SESSIONS = "acts on other sessions or the whole server"
_KNOWN = {
    "postgres": {
        **dict.fromkeys(("pg_sleep", "pg_sleep_for", "pg_sleep_until"), _STALLS),
        **dict.fromkeys(("pg_read_file", "pg_read_binary_file", "pg_ls_dir", "lo_import", "lo_export"), _FILES),
        **dict.fromkeys(("pg_terminate_backend", "pg_cancel_backend", "pg_reload_conf", "pg_switch_wal"), _SESSIONS),
    },
    "mysql": {
        **dict.fromkeys(("sleep", "benchmark", "get_lock", "release_all_locks", "master_pos_wait"), _STALLS),
        "load_file": _FILES,
        **dict.fromkeys(("sys_exec", "sys_eval"), "runs programs on the server"),
    },
    "sqlite": {"load_extension": "loads and runs a library"},
}
_DELAYS = ("pg_sleep", "sleep")


class DangerousFunction(Rule[Query]):
    """A query calls a function that can stall the server, read its files or kill sessions.

    Why: in the hands of a program, or of whoever manages to inject SQL into it, these functions reach beyond the data.

    Instead: do it in the client, or in a script that an administrator runs.
    """

    id = "security/dangerous-function"
    engines = EVERY_ENGINE
    sources = ("https://www.postgresql.org/docs/current/functions-admin.html",)
    examples = (
        Bad(
            """
            SELECT pg_sleep(10), id FROM users WHERE id = 1;
                   ^^^^^^^^^^^^
            """,
            given=SHOP,
        ),
        Good("SELECT pg_size_pretty(pg_relation_size('orders')) AS size;", given=SHOP),
    )

    denied: frozenset[str] = frozenset()
    """Further functions that nobody should call."""
    allowed: frozenset[str] = frozenset()
    """Functions that may be called after all."""

    def check(self, subject: Query, context: Context) -> Iterator[Finding]:
        """Reports calls of these functions, but no short delay between the batches of a routine."""
        known = _KNOWN[context.engine.family]
        for call in functions_of(subject):
            effect = known.get(str(call.name).lower()) if call.schema in (None, "pg_catalog") else None
            if call.name in self.denied:
                effect = "is not to be called"
            if effect is None or call.name in self.allowed or _is_pause(call, context):
                continue
            if context.catalog.routine(Name(call.schema, call.name, call.span)) is None:
                yield self.finding(call.span, f"`{call.name}` {effect}.")


def _is_pause(call: FunctionCall, context: Context) -> bool:
    """Whether it is the pause between two batches of a routine: a second at most, or what a variable says."""
    if context.body is None or str(call.name).lower() not in _DELAYS or len(call.arguments) != 1:
        return False
    value = call.arguments[0]
    return value.kind != "number" or (value.text.replace(".", "", 1).isdigit() and float(value.text) <= 1)
