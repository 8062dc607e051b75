-- bad: no fix for stars, parameters and constants
SELECT *, a FROM t GROUP BY 2;
                            ^
SELECT date_trunc($1, a), count(*) FROM t GROUP BY 1;
                                                   ^
SELECT 'x' AS kind, count(*) FROM t GROUP BY 1;
                                             ^

-- bad: grouping sets
SELECT a, b, count(*) FROM t GROUP BY GROUPING SETS ((1, 2), (1), ());
                                                      ^  ^    ^
-- fixed:
SELECT a, b, count(*) FROM t GROUP BY GROUPING SETS ((a, b), (a), ());

-- good: parameters and names
SELECT a, count(*) FROM t GROUP BY a, $1;

-- bad, mysql, sqlite, shop: other engines
SELECT status, count(*) FROM orders GROUP BY 1;
                                             ^
-- fixed:
SELECT status, count(*) FROM orders GROUP BY status;

-- good, mysql, sqlite, shop: other engines
SELECT status, count(*) FROM orders GROUP BY status;
