-- bad, mysql, sqlite, shop: other engines
SELECT id FROM (SELECT id FROM (SELECT id FROM (SELECT id FROM (
    SELECT id FROM orders WHERE total > 1
    ^^^^^^
) AS e) AS d) AS c) AS b WHERE id = 4;

-- good, mysql, sqlite, shop: other engines
SELECT id FROM (SELECT id FROM (SELECT id FROM orders WHERE total > 1) AS d) AS c;

-- bad: in values, and an option
-- option deepest: 1
SELECT (SELECT max(n) FROM (SELECT count(*) AS n FROM orders GROUP BY user_id) AS c) AS most FROM users;
                            ^^^^^^

-- good: common tables begin anew, EXISTS and IN do not count
WITH a AS (SELECT id FROM (SELECT id FROM (SELECT id FROM t) AS x) AS y),
     b AS (SELECT id FROM (SELECT id FROM (SELECT id FROM a) AS x) AS y)
SELECT id FROM (SELECT id FROM b) AS z
WHERE id IN (SELECT i FROM u WHERE EXISTS (SELECT 1 FROM v WHERE x IN (SELECT x FROM w WHERE y IN (SELECT y FROM q))));
