"""The command line: `sqlreview check`, `impact`, `rules`, `rule` and `lsp`."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from typing import Any

EPILOG = "Exit codes: 0 nothing to report, 1 findings at or above --fail-on, 2 wrong usage, configuration or input."
COMMANDS = ("check", "impact", "init", "snapshot", "rules", "rule", "schema", "lsp")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns the exit code; without arguments it takes the process's own."""
    if arguments is None:
        arguments = sys.argv[1:]
        gc.disable()  # a run is short and keeps nearly everything it allocates
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    code = 1
    try:
        code = _run(_with_command(list(arguments)))
        sys.stdout.flush()
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader of a pipe, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code


def parser() -> argparse.ArgumentParser:
    """The parser of the command line."""
    root = argparse.ArgumentParser(
        prog="sqlreview",
        description="Reviews SQL migrations, DDL and queries.",
        epilog=f"`sqlreview --check PATH...` is the same as `sqlreview check PATH...`. {EPILOG}",
        allow_abbrev=False,
    )
    root.add_argument("--version", action="store_true", help="print the version and exit")
    commands = root.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    _add_check(commands.add_parser("check", help="review files and directories", epilog=EPILOG, allow_abbrev=False))
    _add_impact(commands.add_parser("impact", help="show what statements lock, rewrite and read", allow_abbrev=False))
    _add_init(commands.add_parser("init", help="write a configuration from what is found in a directory"))
    _add_snapshot(commands.add_parser("snapshot", help="write schema and sizes of a live PostgreSQL to files"))
    rules = commands.add_parser("rules", help="list the installed rules")
    rules.add_argument("--format", choices=("text", "json"), default="text")
    rule = commands.add_parser("rule", help="explain one rule")
    rule.add_argument("id", metavar="ID", help="the rule: pack/rule-name")
    commands.add_parser("schema", help="print the JSON schema of the configuration, for editors")
    lsp = commands.add_parser("lsp", help="start the language server")
    lsp.add_argument("--stdio", action="store_true", help="talk over standard input and output (the default)")
    lsp.add_argument("--tcp", type=_port, metavar="PORT", help="talk over a port of this machine, for debugging")
    lsp.add_argument("--clientProcessId", help=argparse.SUPPRESS)
    return root


def _add_check(check: argparse.ArgumentParser) -> None:
    check.add_argument("paths", nargs="*", metavar="PATH", help='files or directories, "-" for stdin (default: .)')
    check.add_argument("--format", choices=("text", "json"), default="text", help="how findings are printed")
    check.add_argument("--config", metavar="FILE", help="use this configuration instead of the nearest one")
    check.add_argument("--engine", metavar="NAME", help='database product: "postgres", "mysql 8.4"')
    check.add_argument("--engine-version", metavar="N", help="its version")
    check.add_argument("--profile", choices=("recommended", "strict", "migration-safety"), help="the rules to apply")
    check.add_argument("--select", metavar="RULES", action="append", help="apply only these rules or packs (a,b)")
    check.add_argument("--ignore", metavar="RULES", action="append", help="leave out these rules or packs (a,b)")
    levels = ("error", "warning", "info", "hint", "never")
    check.add_argument("--no-ignore", action="store_true", help="report what comments in the files silence, too")
    check.add_argument("--fail-on", choices=levels, help="the least severity that exits with 1 (default: warning)")
    check.add_argument("--fix", action="store_true", help="apply safe fixes to the files")
    check.add_argument("--unsafe-fixes", action="store_true", help="let --fix and --diff apply unsafe fixes too")
    check.add_argument("--diff", action="store_true", help="print what --fix would change and change nothing")
    check.add_argument("--stdin-filename", metavar="PATH", help='the file that "-" stands for')
    check.add_argument("--show-config", action="store_true", help="print what holds for each PATH, and stop")
    check.add_argument("--show-files", action="store_true", help="print the files and what they are, and stop")
    check.add_argument("--color", choices=("auto", "always", "never"), default="auto")
    check.add_argument("-v", "--verbose", action="store_true", help="name configurations and statements not analysed")


def _add_init(init: argparse.ArgumentParser) -> None:
    init.add_argument("directory", nargs="?", metavar="DIR", default=".", help="what to look at (default: .)")
    init.add_argument("--force", action="store_true", help="replace a configuration that exists")
    init.add_argument("--stdout", action="store_true", help="print the configuration instead of writing it")


def _add_impact(impact: argparse.ArgumentParser) -> None:
    impact.add_argument("paths", nargs="*", metavar="PATH", help="migrations and directories of them (default: .)")
    impact.add_argument("--format", choices=("text", "json"), default="text", help="a table for each file, or JSON")
    impact.add_argument("--config", metavar="FILE", help="use this configuration instead of the nearest one")
    impact.add_argument("--engine", metavar="NAME", help='database product: "postgres", "postgres 14"')
    impact.add_argument("--engine-version", metavar="N", help="its version")


def _add_snapshot(snapshot: argparse.ArgumentParser) -> None:
    snapshot.add_argument("--dsn", help="how to connect: postgresql://user@host/name (default: DATABASE_URL)")
    snapshot.add_argument("--output", metavar="DIR", default="sqlreview-snapshot", help="where to put the files")


def _with_command(arguments: list[str]) -> list[str]:
    """The arguments with `--check` turned into the command of that name."""
    if "--check" not in arguments:
        return arguments
    at = arguments.index("--check")
    if "--" in arguments[:at]:
        return arguments
    rest = arguments[:at] + arguments[at + 1 :]
    return rest if rest[:1] == ["check"] else ["check", *rest]


def _run(arguments: list[str]) -> int:
    first = arguments[0] if arguments else ""
    if first and not first.startswith("-") and first not in COMMANDS:
        return _unknown_command(first)
    options = parser().parse_args(arguments)
    match options.command:
        case "check":
            from sqlreview.cli_check import check

            return check(options)
        case "impact":
            from sqlreview.cli_impact import impact

            return impact(options)
        case "init":
            from sqlreview.cli_init import init

            return init(options)
        case "snapshot":
            from sqlreview.cli_snapshot import snapshot

            return snapshot(options)
        case "rules":
            return _rules(options.format)
        case "rule":
            return _rule(options.id)
        case "schema":
            return _schema()
        case "lsp":
            return _lsp(options.tcp)
    return _without_command(options)


def _without_command(options: argparse.Namespace) -> int:
    if options.version:
        from importlib.metadata import version

        print(f"sqlreview {version('sqlreview')}")
        return 0
    parser().print_help(sys.stderr)
    return 2


def _unknown_command(name: str) -> int:
    from difflib import get_close_matches

    meant = get_close_matches(name, COMMANDS, 1)
    hint = f"did you mean `{meant[0]}`?" if meant else f"to review files: `sqlreview check {name}`"
    print(f"sqlreview: there is no command `{name}`; {hint}", file=sys.stderr)
    return 2


def _port(text: str) -> int:
    """A number that a port may have."""
    if not text.isdigit() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"`{text}` is no port")
    return int(text)


def _lsp(port: int | None) -> int:
    gc.enable()
    from sqlreview.lsp.server import main as serve

    try:
        return serve(port)
    except OSError as error:
        print(f"sqlreview: --tcp {port}: {error.strerror}", file=sys.stderr)
        return 2


def _rules(form: str) -> int:
    from sqlreview.packs import load_packs

    packs = load_packs()
    for warning in packs.warnings:
        print(f"sqlreview: {warning}", file=sys.stderr)
    listed = [_described(rule) for rule in packs.rules]
    if form == "json":
        import json

        print(json.dumps(listed, indent=2))
        return 0
    width = max((len(rule["id"]) for rule in listed), default=0)
    for rule in listed:
        severity = rule["severity"] if rule["enabled"] else "off"
        print(f"{rule['id']:<{width}}  {severity:<7}  {rule['title']}")
    return 0


def _schema() -> int:
    import json

    from sqlreview.packs import load_packs
    from sqlreview.reporters.config_schema import config_schema

    print(json.dumps(config_schema(load_packs().rules), indent=2, ensure_ascii=False))
    return 0


def _described(rule: Any) -> dict[str, Any]:
    from dataclasses import asdict

    from sqlreview.reporters.rule_documentation import options_documentation, title_of

    return {
        "id": rule.id,
        "title": title_of(rule),
        "severity": rule.severity.value,
        "enabled": rule.enabled,
        "engines": list(rule.engines),
        "versions": rule.versions,
        "options": [asdict(option) for option in options_documentation(rule)],
        "sources": list(rule.sources),
    }


def _rule(rule_id: str) -> int:
    from sqlreview.config_errors import nearest
    from sqlreview.packs import load_packs

    packs = load_packs()
    rule = packs.rule(rule_id)
    if rule is None:
        known = [rule.id for rule in packs.rules]
        hint = nearest(rule_id, known) or "; `sqlreview rules` lists them"
        print(f"sqlreview: there is no rule `{rule_id}`{hint}", file=sys.stderr)
        return 2
    from sqlreview.reporters.as_rule_page import rule_page

    print(rule_page(rule), end="")
    return 0
