-- bad, mysql, sqlite, shop: other engines
SELECT id FROM users WHERE name = 5551234 AND id = 5;
                           ^^^^^^^^^^^^^^
SELECT id FROM users WHERE name IN (1, 2) OR id = 'abc';
                           ^^^^^^^^^^^^^^    ^^^^^^^^^^
SELECT u.id FROM users AS u JOIN orders AS o ON o.note = u.id;
                                                ^^^^^^^^^^^^^
-- fixed:
SELECT id FROM users WHERE name = '5551234' AND id = 5;
SELECT id FROM users WHERE name IN ('1', '2') OR id = 'abc';
SELECT u.id FROM users AS u JOIN orders AS o ON o.note = u.id;

-- good, mysql, sqlite, shop: other engines
SELECT id FROM users WHERE name = '5551234' AND id = '5';
SELECT u.id FROM users AS u JOIN orders AS o ON o.user_id = u.id;
SELECT id FROM users WHERE created_at > '2024-01-01' AND name = ?;

-- bad: uuid keys, booleans, dates, subqueries, text and number the other way round
-- given:
CREATE TABLE t (id uuid PRIMARY KEY, code varchar(9), n bigint, flag boolean, day date, price numeric(9, 2));
CREATE TABLE s (id bigint PRIMARY KEY, code char(9), ref text);
-- sql:
SELECT 1 FROM t WHERE id > 5000;
                      ^^^^^^^^^
SELECT 1 FROM t WHERE flag = 1;
                      ^^^^^^^^
SELECT 1 FROM t WHERE day > 20240101;
                      ^^^^^^^^^^^^^^
SELECT 1 FROM t WHERE 5 = code;
                      ^^^^^^^^
SELECT 1 FROM t WHERE n = 'many';
                      ^^^^^^^^^^
SELECT 1 FROM t JOIN s ON s.ref = t.id;
                          ^^^^^^^^^^^^
SELECT 1 FROM t JOIN s ON t.id = s.id;
                          ^^^^^^^^^^^
SELECT 1 FROM t WHERE t.code IN (SELECT s.id FROM s);
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
DELETE FROM t USING s WHERE s.id = t.code AND s.id = 3;
                            ^^^^^^^^^^^^^
-- fixed:
SELECT 1 FROM t WHERE id > 5000;
SELECT 1 FROM t WHERE flag = 1;
SELECT 1 FROM t WHERE day > 20240101;
SELECT 1 FROM t WHERE '5' = code;
SELECT 1 FROM t WHERE n = 'many';
SELECT 1 FROM t JOIN s ON s.ref = t.id;
SELECT 1 FROM t JOIN s ON t.id = s.id;
SELECT 1 FROM t WHERE t.code IN (SELECT s.id FROM s);
DELETE FROM t USING s WHERE s.id = t.code AND s.id = 3;

-- good: widths, numeric texts, dates as texts, casts, enums, domains, unknown columns, parameters, templates
-- given:
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN label AS text;
CREATE TABLE t (id uuid PRIMARY KEY, code varchar(9), n bigint, small smallint, price numeric(9, 2), day date, m mood, l label);
CREATE TABLE s (id bigint PRIMARY KEY, code text);
-- sql:
SELECT 1 FROM t WHERE n = small AND n > price AND n = '12' AND price < '1.5e3' AND day > '2024-01-01' AND m = 'ok';
SELECT 1 FROM t JOIN s ON s.code = t.code AND s.id = t.code::bigint AND t.l = s.code;
SELECT 1 FROM t WHERE id = 'b9c1a2d4-0000-4000-8000-000000000000' AND id = $1 AND n = '{{ id }}' AND n = :n;
SELECT 1 FROM t JOIN elsewhere AS e ON e.id = t.id AND e.code = t.n;
SELECT 1 FROM t WHERE code::int = 5 AND n::text = 'a';
