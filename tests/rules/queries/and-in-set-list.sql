-- bad: upserts and three assignments
INSERT INTO t (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET a = excluded.a AND b = 2
                                                                 ^^^^^^^^^^^^^^^^^^^^
    AND c = 3;
-- fixed:
INSERT INTO t (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET a = excluded.a, b = 2, c = 3;

-- bad: OR has no fix
UPDATE t SET a = true OR b = 2 WHERE id = 1;
                 ^^^^^^^^^^^^^

-- good: brackets, CASE, subqueries and arguments
UPDATE t SET a = (x AND b = 2) WHERE id = 1;
UPDATE t SET a = CASE WHEN x AND b = 2 THEN 1 END WHERE id = 1;
UPDATE t SET a = (SELECT x FROM u WHERE y AND b = 2) WHERE id = 1;
UPDATE t SET a = f(x AND b = 2) WHERE id = 1;

-- good: no equality behind AND
UPDATE t SET a = x AND y, b = z AND b > 2 WHERE id = 1;

-- bad, mysql, sqlite, shop: other engines store 0 or 1
UPDATE orders SET note = 'x' AND status = 'new' WHERE id = 9;
                         ^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
UPDATE orders SET note = 'x', status = 'new' WHERE id = 9;

-- good, mysql, sqlite, shop: commas on other engines
UPDATE orders SET note = 'x', status = 'new' WHERE id = 9;
