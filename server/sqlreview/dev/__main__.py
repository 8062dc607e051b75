"""`python -m sqlreview.dev`: new-rule, docs, test, truth."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
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
    truth = commands.add_parser("truth", help="compare the lock tables with what servers did")
    truth.add_argument("--check", action="store_true", help="fail if there is a difference")
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
    return _truth(options.check)


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


def _truth(must_agree: bool) -> int:
    from sqlreview.dev.truth import check

    return int(bool(check().disagreements) and must_agree)


if __name__ == "__main__":
    sys.exit(main())
