"""Ignore comments silence what they name, where they stand, and nothing else."""

from __future__ import annotations

import pytest

import sqlreview

INDEX = "CREATE INDEX orders_status_idx ON orders (status);"
COLUMN = "ALTER TABLE orders ADD COLUMN code text NOT NULL;"
RULE = "locks/blocking-index-build"


def rules_on(sql: str) -> list[tuple[int, str]]:
    found = sqlreview.review_text(sql).findings
    return [(item.range.start.line, item.rule) for item in found if item.rule in (RULE, REQUIRED)]


REQUIRED = "data/required-column-without-default"


@pytest.mark.parametrize(
    "sql",
    [
        f"-- sqlreview: ignore[{RULE}] tiny\n{INDEX}\n",
        f"-- sqlreview: ignore[locks]\n{INDEX}\n",
        f"-- sqlreview: ignore\n{INDEX}\n",
        f"/* sqlreview: ignore[{RULE}] tiny */\n{INDEX}\n",
        f"-- sqlreview: ignore[data, {RULE}]\n-- another comment\n\n{INDEX}\n",
        f"{INDEX} -- sqlreview: ignore[{RULE}]\n",
        f"{INDEX}\n-- sqlreview: ignore-file[{RULE}]\n",
        f"-- sqlreview: ignore-file\n{INDEX}\n",
        f"-- sqlreview: ignore[{RULE}]\nCREATE INDEX orders_status_idx\n  ON orders (status);\n",
        f"CREATE INDEX orders_status_idx -- sqlreview: ignore[{RULE}]\n  ON orders (status);\n",
    ],
)
def test_silenced(sql: str) -> None:
    assert rules_on(sql) == []


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        (f"-- sqlreview: ignore[data]\n{INDEX}\n", [(2, RULE)]),
        (f"-- sqlreview: ignore[{RULE}]\n{INDEX}\n{INDEX}\n", [(3, RULE)]),
        (f"{INDEX}\n-- sqlreview: ignore[{RULE}]\n", [(1, RULE)]),
        (f"-- sqlreview: ignore[{RULE}\n{INDEX}\n", [(2, RULE)]),
        (f"-- sqlreview: ignroe[{RULE}]\n{INDEX}\n", [(2, RULE)]),
        (f"SELECT '-- sqlreview: ignore-file';\n{INDEX}\n", [(2, RULE)]),
        (f"-- sqlreview: ignore-file[{RULE}]\n{INDEX}\n{COLUMN}\n", [(3, REQUIRED)]),
    ],
)
def test_not_silenced(sql: str, expected: list[tuple[int, str]]) -> None:
    assert rules_on(sql) == expected
