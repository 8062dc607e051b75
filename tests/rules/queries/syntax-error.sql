-- bad, postgres: a bracket that is left open
-- error: 42601
CREATE TABLE t (id bigint PRIMARY KEY, total numeric(12, 2);
               ^

-- bad, mysql: a bracket that closes nothing
-- error: 1064
SELECT id FROM t WHERE (a = 1) OR b = 2);
                                       ^

-- bad, sqlite: a bracket that closes nothing for SQLite
-- error: near
SELECT id FROM t WHERE (a = 1) OR b = 2);
                                       ^

-- bad, sqlite: a comma too many
-- error: near
SELECT id, name, FROM t;
               ^

-- bad: a comma before the end of a list
-- error: 42601
CREATE TABLE t (id bigint PRIMARY KEY, total numeric(12, 2),);
                                                           ^

-- bad: LIMIT before ORDER BY
-- error: 42601
SELECT id FROM t LIMIT 5 ORDER BY id;
                         ^^^^^

-- bad: two conditions
-- error: 42601
SELECT id FROM t WHERE a = 1 WHERE b = 2;
                             ^^^^^

-- good: clauses in subqueries, windows and branches
SELECT a, sum(b) FILTER (WHERE c > 0) OVER (PARTITION BY d ORDER BY e) FROM t WHERE f IN (SELECT g FROM u WHERE h = 1)
UNION ALL
SELECT a, 1 FROM v WHERE b IS DISTINCT FROM c ORDER BY 1 LIMIT 5;

-- good: SQL that servers accept and few parsers know
VACUUM (PARALLEL 2) t;
SELECT a FROM t ORDER BY a LIMIT 5 OFFSET 3 FOR UPDATE SKIP LOCKED;

-- good, mysql only: as MySQL writes it
SELECT a FROM t WHERE b = 1 GROUP BY a WITH ROLLUP HAVING count(*) > 1 ORDER BY a LIMIT 5;

-- good, sqlite: as SQLite writes it
-- given:
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER);
-- sql:
SELECT a FROM t WHERE b = ?1 GROUP BY a ORDER BY a LIMIT 5, 10;

-- good: templates put in what is missing
SELECT a, {{ columns }} FROM t WHERE ({{ condition }};

-- bad: misspelt words further on
-- error: 42601
SELECT id FORM orders;
          ^^^^
UPDATE orders STE total = 1 WHERE id = 3;
              ^^^
CREATE TABEL t (id bigint PRIMARY KEY);
       ^^^^^
ALTER TABLE t ADD COLUM x integer;
                  ^^^^^
DELETE orders WHERE id = 3;
^^^^^^

-- bad: nothing follows
-- error: 42601
SELECT id FROM orders WHERE total > 5 AND;
                                      ^^^
SELECT id FROM orders WHERE;
                      ^^^^^
SELECT id FROM orders WHERE ORDER BY id;
                      ^^^^^
UPDATE orders SET WHERE id = 3;
              ^^^
ALTER TABLE orders DROP COLUMN;
                        ^^^^^^

-- bad: a comma is missing
-- error: 42601
CREATE TABLE t (
    id bigint PRIMARY KEY
    name text
    ^^^^
);

-- bad: reserved words as names
-- error: 42601
CREATE TABLE user (id bigint PRIMARY KEY);
             ^^^^
ALTER TABLE orders ADD COLUMN end timestamptz;
                              ^^^

-- bad, mysql: reserved words as names
-- error: 1064
CREATE TABLE order (id bigint PRIMARY KEY);
             ^^^^^

-- good: reserved words in quotes, types on lines of their own, words that look like others
CREATE TABLE "user" (
    id bigint PRIMARY KEY,
    price double
        precision,
    made timestamp
        with time zone
);
SELECT form.id FROM "user" AS form WHERE form.id = 3;
