"""Bulk loads written as thousands of INSERTs: each is folded and counted, the values of the first are looked at."""

from __future__ import annotations

import sqlreview
from sqlreview.sql.loads import READ_IN_FULL

BEHIND = 500


def load(rows: int, form: str = "INSERT INTO t VALUES ({0}, 'it''s', -1.5e3, NULL);\n") -> str:
    return "".join(form.format(number) for number in range(rows))


def reported(text: str, rule: str = "queries/insert-without-columns") -> int:
    report = sqlreview.review_text(text)
    assert not report.not_analysed
    assert report.statements == text.count(";\n")
    return sum(finding.rule == rule for finding in report.findings)


def test_the_first_rows_of_a_load_are_reviewed_like_any_other() -> None:
    assert reported(load(READ_IN_FULL)) == READ_IN_FULL
    assert reported(load(READ_IN_FULL + BEHIND)) == READ_IN_FULL


def test_what_is_no_literal_is_always_reviewed() -> None:
    rows = READ_IN_FULL + BEHIND
    assert reported(load(rows, "INSERT INTO t VALUES ({0}, upper('a'), 1, NULL);\n")) == rows
    assert reported(load(rows, "INSERT INTO t SELECT {0}, 'a', 1, NULL;\n")) == rows


def test_another_statement_between_begins_a_new_load() -> None:
    assert reported(load(READ_IN_FULL + 1) + "SELECT 1;\n" + load(2)) == READ_IN_FULL + 2
