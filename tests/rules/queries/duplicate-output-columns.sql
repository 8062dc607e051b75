-- bad: two stars over tables that share a column
-- given:
CREATE TABLE a (id bigint PRIMARY KEY, x int);
CREATE TABLE b (id bigint PRIMARY KEY, a_id bigint);
-- sql:
SELECT a.*, b.* FROM a JOIN b ON b.a_id = a.id;
            ^^^

-- bad: an outer query refers to the name
SELECT s.id FROM (SELECT a.id, b.id FROM a JOIN b ON b.a_id = a.id) AS s;
                               ^^^^
-- fixed:
SELECT s.id FROM (SELECT a.id, b.id AS b_id FROM a JOIN b ON b.a_id = a.id) AS s;

-- bad: a table made from a query takes functions by their name
CREATE TABLE s AS SELECT max(a), max(b) FROM t;
                                 ^^^^^^

-- bad: the first branch gives the names
SELECT x AS n, y AS n FROM t UNION ALL SELECT p, q FROM u;
               ^^^^^^

-- bad: stars of relations that are not known
SELECT a.*, b.* FROM a JOIN b ON b.a_id = a.id;
            ^^^

-- good: a list of columns renames them
CREATE VIEW v (a_id, b_id) AS SELECT a.id, b.id FROM a JOIN b ON b.a_id = a.id;
WITH c (x, y) AS (SELECT a.id, b.id FROM a, b WHERE a.id = b.a_id) SELECT x, y FROM c;
SELECT s.x FROM (SELECT a.id, b.id FROM a, b WHERE a.id = b.a_id) AS s (x, y);

-- good: merged columns
-- given:
CREATE TABLE a (id bigint PRIMARY KEY, x int);
CREATE TABLE b (id bigint PRIMARY KEY, y int);
-- sql:
SELECT * FROM a JOIN b USING (id);
SELECT * FROM a NATURAL JOIN b;

-- good: names do not matter
INSERT INTO t (x, y) SELECT a.id, b.id FROM a JOIN b ON b.a_id = a.id;
SELECT x FROM t WHERE EXISTS (SELECT a.id, b.id FROM a JOIN b ON b.a_id = a.id);
SELECT x AS n, y AS m FROM t UNION ALL SELECT p AS n, q AS n FROM u;
SELECT count(*), count(x) FROM t;
SELECT 1, 2;

-- bad, mysql, shop: refused in a view
-- error: 1060
CREATE VIEW user_orders AS SELECT u.id, o.id FROM users AS u JOIN orders AS o ON o.user_id = u.id;
                                        ^^^^
-- fixed:
CREATE VIEW user_orders AS SELECT u.id, o.id AS o_id FROM users AS u JOIN orders AS o ON o.user_id = u.id;

-- bad, mysql, shop: refused in a derived table even if nobody names it
-- error: 1060
SELECT d.total FROM (SELECT u.id, o.id, o.total FROM users AS u JOIN orders AS o ON o.user_id = u.id) AS d;
                                  ^^^^
-- fixed:
SELECT d.total FROM (SELECT u.id, o.id AS o_id, o.total FROM users AS u JOIN orders AS o ON o.user_id = u.id) AS d;

-- bad, sqlite, shop: SQLite renames the second one silently
CREATE VIEW user_orders AS SELECT u.id, o.id FROM users AS u JOIN orders AS o ON o.user_id = u.id;
                                        ^^^^
-- fixed:
CREATE VIEW user_orders AS SELECT u.id, o.id AS o_id FROM users AS u JOIN orders AS o ON o.user_id = u.id;

-- good, mysql, sqlite, shop: other engines
SELECT u.id AS user_id, o.id AS order_id FROM users AS u JOIN orders AS o ON o.user_id = u.id;
