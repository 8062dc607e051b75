"""Valid bodies of MySQL, nested at random: files of them are cut where they were put together, and every statement
between `«` and `»` is found."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from sqlreview.sql.bodies import static_statements
from sqlreview.sql.engines import engine_of
from sqlreview.sql.statements import split_statements
from sqlreview.text import Span

MYSQL = engine_of("mysql")
HEADERS = (
    "CREATE PROCEDURE p()\n",
    "CREATE DEFINER=`a`@`%` PROCEDURE p(IN a int)\nCOMMENT 'BEGIN;'\n",
    "CREATE FUNCTION f() RETURNS int DETERMINISTIC ",
    "CREATE TRIGGER r BEFORE INSERT ON t FOR EACH ROW ",
    "CREATE TRIGGER r BEFORE INSERT ON t FOR EACH ROW FOLLOWS s\n",
    "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO\n",
)
SIMPLE = (
    "«SELECT CASE WHEN a THEN CASE b WHEN 1 THEN 2 END ELSE IF(a, 1, 2) END, REPEAT('x', 2)»",
    '«INSERT INTO t VALUES (\'x; END\', "\\"; BEGIN")»',
    "«UPDATE t SET a = `end` /* END; */ WHERE b IN (SELECT 1)»",
    "SET a = CASE WHEN b THEN 'c' END, d = REPEAT('x', 2) -- ; END\n",
    "«DROP TEMPORARY TABLE IF EXISTS t»",
    "RETURN IF(a, 1, 2)",
)
BLOCKS = (
    "BEGIN {0}END",
    "label: begin {0}END label",
    "IF CASE a WHEN 1 THEN b END THEN {0}ELSEIF IF(a, 1, 2) THEN {0}ELSE {0}END IF",
    "ELSEWHERE: WHILE a DO {0}END WHILE ELSEWHERE",
    "REPEAT {0}UNTIL REPEAT('x', 2) END REPEAT",
    "LOOP\n{0}END LOOP",
    "CASE CASE a WHEN 1 THEN 2 END WHEN 1 THEN {0}WHEN 2 THEN {0}ELSE {0}END CASE",
    "CASE WHEN a THEN {0}END CASE",
    "FOR i IN 1..3 DO {0}END FOR",
    "BEGIN DECLARE c CURSOR FOR «SELECT 1»; DECLARE EXIT HANDLER FOR 1062, NOT FOUND {1}; {0}END",
    "BEGIN DECLARE CONTINUE HANDLER FOR SQLSTATE '23000' {1};\n{0}END",
)


def enclosed(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    statements = st.lists(inner, min_size=1, max_size=2).map(lambda found: "".join(f"{item};\n" for item in found))
    parts = st.tuples(st.sampled_from(BLOCKS), statements, inner)
    return parts.map(lambda part: part[0].format(part[1], part[2]))


BODIES = st.recursive(st.sampled_from(SIMPLE), enclosed, max_leaves=12)


@settings(max_examples=200)
@given(st.lists(st.tuples(st.sampled_from(HEADERS), BODIES).map("".join), min_size=1, max_size=3))
def test_a_file_of_bodies_is_cut_between_them(marked: list[str]) -> None:
    written = [re.sub("[«»]", "", item) for item in marked]
    found = split_statements("".join(f"{item};\n" for item in written), MYSQL)
    assert [item.text for item in found] == written
    assert all(item.terminated for item in found)


@settings(max_examples=200)
@given(BODIES)
def test_every_statement_of_a_body_is_found(marked: str) -> None:
    body = re.sub("[«»]", "", marked)
    found = static_statements(body, Span(0, len(body)), "psm", MYSQL)
    assert [item.span.of(body) for item in found] == re.findall("«(.*?)»", marked, re.S)
