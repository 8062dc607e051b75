-- bad, mysql, sqlite, shop: other engines, without a blank
SELECT DISTINCT(user_id), status FROM orders;
               ^^^^^^^^^
-- fixed:
SELECT DISTINCT user_id, status FROM orders;

-- good, mysql, sqlite, shop: one item, an expression that needs brackets
SELECT DISTINCT (user_id) FROM orders;
SELECT DISTINCT (user_id + 1) * 2, status FROM orders;

-- good: DISTINCT ON, rows
SELECT DISTINCT ON (a) a, b FROM t ORDER BY a, c;
SELECT DISTINCT (a, b), c FROM t;
