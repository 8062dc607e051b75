"""Names as each engine knows them."""

from __future__ import annotations

import pytest

from sqlreview.sql.cursor import Cursor
from sqlreview.sql.engines import engine_of
from sqlreview.sql.tokens import Tokens

POSTGRES, MYSQL, SQLITE = "postgres", "mysql", "sqlite"


@pytest.mark.parametrize(
    ("engine", "written", "stored"),
    [
        (POSTGRES, 'Shop."Users"', "shop.Users"),
        (POSTGRES, '"a""b"', 'a"b'),
        (MYSQL, "Shop.`Users`", "Shop.Users"),
        (MYSQL, "`a``b`", "a`b"),
        (MYSQL, "2fa.1e", "2fa.1e"),
        (SQLITE, "main.[a b]", "main.a b"),
        (SQLITE, "`a`", "a"),
        (SQLITE, '"a"', "a"),
    ],
)
def test_names(engine: str, written: str, stored: str) -> None:
    assert str(Cursor(Tokens(written, engine_of(engine))).name()) == stored


@pytest.mark.parametrize(
    ("engine", "written"),
    [
        (POSTGRES, "'a'"),
        (POSTGRES, "1"),
        (MYSQL, "1e5"),
        (MYSQL, "0x1F"),
        (MYSQL, '"a"'),
        (SQLITE, "1a"),
        (SQLITE, "("),
    ],
)
def test_what_is_no_name(engine: str, written: str) -> None:
    assert not Cursor(Tokens(written, engine_of(engine))).sees_identifier()


@pytest.mark.parametrize("engine", [MYSQL, SQLITE])
def test_names_differ_by_their_letters_alone(engine: str) -> None:
    first, second = (Cursor(Tokens(written, engine_of(engine))).name() for written in ("Users", "`uSERS`"))
    assert first == second
    assert hash(first.text) == hash(second.text)
