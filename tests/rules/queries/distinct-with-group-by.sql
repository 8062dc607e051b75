-- bad: by position, alias and qualifier
SELECT DISTINCT t.a, lower(b) AS l, max(c) FROM t GROUP BY a, l;
       ^^^^^^^^
SELECT DISTINCT
       ^^^^^^^^
    a, count(*) FROM t GROUP BY 1;
-- fixed:
SELECT t.a, lower(b) AS l, max(c) FROM t GROUP BY a, l;
SELECT a, count(*) FROM t GROUP BY 1;

-- bad: a key that is not selected, without a fix
SELECT DISTINCT count(*) FROM t GROUP BY a;
       ^^^^^^^^

-- good: grouping sets, window functions, functions that return rows
SELECT DISTINCT a, count(*) FROM t GROUP BY ROLLUP (a);
SELECT DISTINCT a, sum(count(*)) OVER () FROM t GROUP BY a;
SELECT DISTINCT a, unnest(array_agg(b)) FROM t GROUP BY a;

-- good: DISTINCT ON and DISTINCT of an aggregate
SELECT DISTINCT ON (a) a, count(*) FROM t GROUP BY a, b ORDER BY a, b;
SELECT count(DISTINCT b), a FROM t GROUP BY a;

-- bad, mysql, sqlite, shop: other engines
SELECT DISTINCT status, count(*) FROM orders GROUP BY status;
       ^^^^^^^^
-- fixed:
SELECT status, count(*) FROM orders GROUP BY status;

-- good, mysql, sqlite, shop: other engines
SELECT status, count(DISTINCT user_id) FROM orders GROUP BY status;

-- good, mysql, shop: sums of sums
SELECT DISTINCT status, count(*) FROM orders GROUP BY status WITH ROLLUP;
