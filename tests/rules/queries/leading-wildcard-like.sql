-- bad: concat, ON and a function around the column
SELECT id FROM a JOIN b ON lower(b.name) LIKE concat('%', a.name);
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- bad: an underscore, in an UPDATE
UPDATE a SET x = 1 WHERE name LIKE '_b%';
                         ^^^^^^^^^^^^^^^

-- good: an index for it
-- given:
CREATE TABLE a (id bigint PRIMARY KEY, name text);
CREATE INDEX ON a USING gin (name gin_trgm_ops);
-- sql:
SELECT id FROM a WHERE name ILIKE '%x%';

-- good: the table is small or the row is found by its key
CREATE TABLE kinds (id bigint PRIMARY KEY, name text);
INSERT INTO kinds (id, name) VALUES (1, 'x');
SELECT id FROM kinds WHERE name LIKE '%x';
SELECT id FROM other WHERE id = 5 AND name LIKE '%x';

-- good: NOT LIKE, a pattern of only %, a parameter, HAVING
SELECT id FROM a WHERE name NOT LIKE '%x';
SELECT id FROM a WHERE name LIKE '%';
SELECT id FROM a WHERE name LIKE $1;
SELECT max(id) FROM a GROUP BY name HAVING name LIKE '%x';

-- good: catalog relations and derived tables
SELECT relname FROM pg_class WHERE relname LIKE '%_idx';
SELECT n FROM (VALUES ('a')) AS v (n) WHERE n LIKE '%a';

-- bad, mysql, sqlite, shop: other engines
SELECT id FROM products WHERE name LIKE '%lock%';
                              ^^^^^^^^^^^^^^^^^^

-- bad, mysql, shop: put together by a function
SELECT id FROM products WHERE name LIKE concat('%', ?, '%');
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- bad, sqlite, shop: put together by an operator
SELECT id FROM products WHERE name LIKE '%' || ? || '%';
                              ^^^^^^^^^^^^^^^^^^^^^^^^^

-- good, mysql, sqlite, shop: other engines
SELECT id FROM products WHERE name LIKE 'lock%';

-- bad, mysql: a pattern in double quotes
-- error: 1146
SELECT id FROM elsewhere WHERE title LIKE "%lock%";
                               ^^^^^^^^^^^^^^^^^^^
