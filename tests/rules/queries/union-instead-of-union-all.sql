-- bad: three branches, all apart; distinct only as far as is known
SELECT 1 AS n, a FROM t UNION SELECT 2, b FROM u UNION SELECT 3, c FROM v;
                        ^^^^^                    ^^^^^
-- fixed:
SELECT 1 AS n, a FROM t UNION ALL SELECT 2, b FROM u UNION ALL SELECT 3, c FROM v;

-- bad: every UNION on demand
-- option every_union: true
SELECT a FROM t UNION SELECT b FROM u;
                ^^^^^

-- good: duplicates may exist
SELECT a FROM t UNION SELECT a FROM u;
SELECT 'x' AS k, a FROM t UNION SELECT 'y', a FROM u UNION SELECT 'x', a FROM v;
SELECT 'x', a FROM t UNION SELECT NULL, a FROM u;

-- good: rows without their key
-- given:
CREATE TABLE t (id bigint PRIMARY KEY, a int, b int);
-- sql:
SELECT a FROM t WHERE b = 1 UNION SELECT a FROM t WHERE b = 2;

-- good: DISTINCT is spelled out, other operators
SELECT 'x', a FROM t UNION DISTINCT SELECT 'y', a FROM u;
SELECT 'x', a FROM t UNION ALL SELECT 'y', a FROM u UNION SELECT 'z', a FROM v;
SELECT 'x', a FROM t EXCEPT SELECT 'y', a FROM u;

-- good: the guard of a recursion
WITH RECURSIVE r AS (SELECT 1 AS n, 'a' AS k UNION SELECT 2, 'b' FROM r) SELECT n FROM r;

-- bad, mysql, sqlite, shop: other engines
SELECT 'user' AS kind, id FROM users UNION SELECT 'product' AS kind, id FROM products;
                                     ^^^^^
-- fixed:
SELECT 'user' AS kind, id FROM users UNION ALL SELECT 'product' AS kind, id FROM products;

-- good, mysql, sqlite, shop: other engines
SELECT name FROM users UNION SELECT name FROM products;

-- good, mysql, shop: words that differ by case alone are equal
SELECT 'user' AS kind, id FROM users UNION SELECT 'User' AS kind, id FROM products;

-- bad: ranges that exclude each other
-- given:
CREATE TABLE t (id bigint PRIMARY KEY, s integer NOT NULL);
-- sql:
SELECT id FROM t WHERE s < 10 UNION SELECT id FROM t WHERE s >= 10;
                              ^^^^^
-- fixed:
SELECT id FROM t WHERE s < 10 UNION ALL SELECT id FROM t WHERE s >= 10;

-- good: ranges that meet
-- given:
CREATE TABLE t (id bigint PRIMARY KEY, s integer NOT NULL);
-- sql:
SELECT id FROM t WHERE s <= 10 UNION SELECT id FROM t WHERE s >= 10;
