-- bad: every place
UPDATE orders AS o SET total = orders.total + 1 WHERE orders.id = 5;
                               ^^^^^^^^^^^^           ^^^^^^^^^
-- fixed:
UPDATE orders AS o SET total = o.total + 1 WHERE o.id = 5;

-- bad: a derived table sees no neighbours
SELECT a.id FROM a, (SELECT b.x FROM b WHERE b.y = a.y) AS s;
                                                   ^^^

-- bad: with schema
SELECT shop.orders.id FROM shop.orders AS o;
       ^^^^^^^^^^^^^^
-- fixed:
SELECT o.id FROM shop.orders AS o;

-- good: with schema, without alias
SELECT shop.orders.id, orders.total FROM shop.orders;

-- good: LATERAL and functions see what stands before them
SELECT a.id FROM a, LATERAL (SELECT b.x FROM b WHERE b.y = a.y) AS s;
SELECT e.key FROM a, jsonb_each(a.data) AS e;

-- good: upserts and merges
INSERT INTO t AS x (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET n = x.n + excluded.n WHERE x.m > 1;
MERGE INTO t USING u AS s ON s.id = t.id WHEN MATCHED THEN UPDATE SET n = s.n;
UPDATE t SET n = 1 WHERE id = 1 RETURNING old.n, new.n;

-- good: composite values and records of a trigger
SELECT (c).field, (t.c).field FROM t;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE r record;
BEGIN
    SELECT u.x INTO r FROM u WHERE u.id = NEW.id AND u.y = r.y;
    RETURN NEW;
END $$;

-- good: a join with an alias
SELECT j.id FROM (a JOIN b ON b.a_id = a.id) AS j;
SELECT k.id FROM a JOIN b USING (id) AS k;

-- good: templates and common tables
SELECT {{ t }}.id FROM {{ t }};
WITH c AS (SELECT 1 AS x) SELECT c.x FROM c;

-- bad, mysql, shop: MySQL
-- error: 1054
SELECT orders.id FROM orders AS o WHERE o.total > 5;
       ^^^^^^^^^
-- fixed:
SELECT o.id FROM orders AS o WHERE o.total > 5;

-- bad, sqlite, shop: SQLite
-- error: no such column: x.id
SELECT x.id FROM orders AS o WHERE o.total > 5;
       ^^^^

-- good, sqlite, shop: names differ by case alone
SELECT O.id, Users.name FROM orders AS o JOIN users ON users.id = o.user_id WHERE o.total > 5;

-- good, mysql, shop: writes with joins
SELECT o.ID, users.name FROM orders AS o JOIN users ON users.Id = o.user_id WHERE o.total > 5;
UPDATE orders AS o JOIN users AS u ON u.id = o.user_id SET o.note = u.name WHERE u.id = 3;
DELETE o FROM orders AS o JOIN users AS u ON u.id = o.user_id WHERE u.id = 3;
INSERT INTO products (id, name, price) VALUES (1, 'pen', 2) ON DUPLICATE KEY UPDATE name = VALUES(name);

-- good, sqlite, shop: the row that conflicts
INSERT INTO products (id, name, price) VALUES (1, 'pen', 2) ON CONFLICT (id) DO UPDATE SET name = excluded.name;

-- bad, shop: stars
-- error: 42P01
SELECT orders.* FROM orders AS o WHERE o.id = 3;
       ^^^^^^^^
SELECT x.*, o.id FROM orders AS o WHERE o.id = 3;
       ^^^
-- fixed:
SELECT o.* FROM orders AS o WHERE o.id = 3;
SELECT x.*, o.id FROM orders AS o WHERE o.id = 3;
