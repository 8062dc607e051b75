-- bad, sqlite, shop: another engine
SELECT id, titel FROM products WHERE price > 3;
           ^^^^^
-- error: no such column: titel

-- bad, mysql, shop: another engine
SELECT p.id, p.titel FROM products AS p WHERE price > 3;
             ^^^^^^^
-- error: 1054

-- good, mysql, sqlite, shop: other engines
SELECT p.id, p.NAME, price AS cost FROM products AS p WHERE p.price > 3 ORDER BY cost;
SELECT name, count(*) AS n FROM users GROUP BY name HAVING n > 1;

-- good, sqlite, shop: strings in double quotes, the row's number
SELECT id FROM users WHERE status = "new" AND rowid > 3;

-- good, mysql, shop: strings in double quotes, units, inserted values
SELECT id FROM users WHERE status = "new" AND created_at > NOW() - INTERVAL 1 DAY;
SELECT TIMESTAMPDIFF(MINUTE, created_at, NOW()) AS age FROM users;
INSERT INTO users (email, name) VALUES ('a', 'b') ON DUPLICATE KEY UPDATE name = VALUES(name);

-- bad, shop: USING, a subquery that knows both levels, columns of WITH and of derived tables, RETURNING, SET, MERGE
SELECT o.id FROM orders AS o JOIN users AS u ON u.id = o.usr_id;
                                                       ^^^^^^^^
SELECT u.id FROM users AS u WHERE EXISTS (SELECT 1 FROM orders AS o WHERE o.user_id = u.uid);
                                                                                      ^^^^^
SELECT u.id FROM users AS u WHERE EXISTS (SELECT 1 FROM orders AS o WHERE owner = u.id);
                                                                          ^^^^^
WITH big AS (SELECT id, total FROM orders) SELECT big.id, big.sum_total FROM big;
                                                          ^^^^^^^^^^^^^
SELECT x.number FROM (SELECT id AS number FROM orders) AS x WHERE x.number > 1 AND x.total > 1;
                                                                                   ^^^^^^^
UPDATE users SET nickname = 'a' WHERE id = 1 RETURNING id, fullname;
                 ^^^^^^^^                                  ^^^^^^^^
CREATE VIEW v AS SELECT u.id, u.surname FROM users AS u;
                              ^^^^^^^^^
CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS $$ SELECT u.ident FROM users AS u $$;
                                                             ^^^^^^^
-- fixed:
SELECT o.id FROM orders AS o JOIN users AS u ON u.id = o.user_id;
SELECT u.id FROM users AS u WHERE EXISTS (SELECT 1 FROM orders AS o WHERE o.user_id = u.id);
SELECT u.id FROM users AS u WHERE EXISTS (SELECT 1 FROM orders AS o WHERE owner = u.id);
WITH big AS (SELECT id, total FROM orders) SELECT big.id, big.total FROM big;
SELECT x.number FROM (SELECT id AS number FROM orders) AS x WHERE x.number > 1 AND x.total > 1;
UPDATE users SET name = 'a' WHERE id = 1 RETURNING id, name;
CREATE VIEW v AS SELECT u.id, u.name FROM users AS u;
CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS $$ SELECT u.ident FROM users AS u $$;

-- good, shop: system columns, aliases, whole rows, placeholders, variables, excluded
SELECT ctid, xmin, tableoid::regclass AS part FROM users;
SELECT name AS n, count(*) AS c FROM users GROUP BY n ORDER BY c;
SELECT u, to_jsonb(u) AS doc, row_to_json(users) AS row FROM users AS u, users;
SELECT id FROM users WHERE name = :name AND email = %(email)s AND id = $1;
CREATE FUNCTION g(wanted text) RETURNS bigint LANGUAGE sql AS $$ SELECT id FROM users WHERE email = wanted $$;
INSERT INTO users (email) VALUES ($1) ON CONFLICT (email) DO UPDATE SET name = excluded.name;
SELECT o.id FROM orders AS o (id, owner) WHERE owner = 1;
SELECT d.day FROM generate_series(1, 3) AS d (day);
SELECT extract(epoch FROM created_at) AS e, created_at AT TIME ZONE 'UTC' AS t FROM users;
UPDATE users SET name = 'a' FROM orders AS o WHERE o.user_id = users.id;
SELECT current_user, current_date, id FROM users;

-- good: tables that are known in part
-- given:
CREATE TABLE a (LIKE elsewhere INCLUDING ALL);
CREATE TABLE b (id bigint PRIMARY KEY) INHERITS (base);
ALTER TABLE c ADD COLUMN x int;
CREATE VIEW w AS SELECT * FROM elsewhere;
CREATE TABLE d AS SELECT * FROM elsewhere;
-- sql:
SELECT a.q FROM a;
SELECT b.q FROM b;
SELECT c.q FROM c;
SELECT w.q FROM w;
SELECT d.q FROM d;
SELECT x.q FROM (SELECT * FROM a) AS x;
SELECT pg_class.q FROM pg_class;

-- good: a column that a later statement adds is known then, one that is renamed, too
-- given:
CREATE TABLE t (id bigint PRIMARY KEY, old text);
ALTER TABLE t ADD COLUMN more text;
ALTER TABLE t RENAME COLUMN old TO fresh;
-- sql:
SELECT id, more, fresh FROM t WHERE id = 1;

-- good, shop: a version of a view that was written for an earlier schema
-- file: db/views/totals_v01.sql
SELECT u.id, u.old_name FROM users AS u;
