-- bad, mysql, sqlite, shop: other engines
WITH big AS (SELECT id, user_id FROM orders WHERE total > 10), small AS (SELECT id FROM orders WHERE total < 1)
                                                               ^^^^^
SELECT u.id FROM users AS u JOIN big AS b ON b.user_id = u.id;
-- fixed:
WITH big AS (SELECT id, user_id FROM orders WHERE total > 10)
SELECT u.id FROM users AS u JOIN big AS b ON b.user_id = u.id;

-- good, mysql, sqlite, shop: other engines
WITH big AS (SELECT user_id FROM orders WHERE total > 10) SELECT id FROM users WHERE id IN (SELECT user_id FROM big);

-- bad: the first of two, a recursive one, a set operation, a writing statement
WITH a AS (SELECT 1 AS x), b AS (SELECT 2 AS x) SELECT x FROM b;
     ^
WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 9) SELECT id FROM t;
               ^
WITH a AS (SELECT id FROM t) SELECT id FROM u UNION ALL SELECT id FROM v;
     ^
WITH a AS (SELECT id FROM t) UPDATE u SET x = 1 WHERE id = 3;
     ^
-- fixed:
WITH b AS (SELECT 2 AS x) SELECT x FROM b;
SELECT id FROM t;
WITH a AS (SELECT id FROM t) SELECT id FROM u UNION ALL SELECT id FROM v;
UPDATE u SET x = 1 WHERE id = 3;

-- good: read by another one, in a nested WITH, in a branch, in a subquery of a write, only once
WITH a AS (SELECT id FROM t), b AS (SELECT id FROM a) SELECT id FROM b;
WITH a AS (SELECT id FROM t) SELECT id FROM (WITH b AS (SELECT id FROM a) SELECT id FROM b) AS x;
WITH a AS (SELECT id FROM t) SELECT id FROM u UNION ALL SELECT id FROM a;
WITH a AS (SELECT id FROM t) DELETE FROM u WHERE id IN (SELECT id FROM a);
WITH a AS (SELECT id FROM t) INSERT INTO u (id) SELECT id FROM a;
WITH RECURSIVE b AS (SELECT id FROM a), a AS (SELECT 1 AS id) SELECT id FROM b;

-- good: what writes is run even if nothing reads it
WITH a AS (INSERT INTO t (id) VALUES (1) RETURNING id) SELECT id FROM u;
WITH a AS (UPDATE t SET x = 1 WHERE id = 3) SELECT id FROM u;

-- bad: a lock that is never taken
WITH locked AS (SELECT id FROM t WHERE id = ANY ($1) ORDER BY id FOR UPDATE) DELETE FROM t WHERE id = ANY ($1);
     ^^^^^^
-- fixed:
DELETE FROM t WHERE id = ANY ($1);
