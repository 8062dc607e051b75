-- bad: columns, sums, subqueries, casts, remainders
SELECT price / quantity AS each FROM items WHERE id = 1;
               ^^^^^^^^
SELECT sum(hits) * 100.0 / sum(reads) AS ratio FROM cache_stats;
                           ^^^^^^^^^^
SELECT shop, count(*) FILTER (WHERE paid) * 100 / sum(visits) AS rate FROM orders GROUP BY shop;
                                                  ^^^^^^^^^^^
SELECT a.n::numeric / (SELECT count(*) FROM b) AS part FROM a;
                      ^^^^^^^^^^^^^^^^^^^^^^^^
SELECT a.n / a.m::numeric AS part FROM a;
             ^^^^^^^^^^^^
SELECT id FROM a WHERE n % m = 0;
                           ^
SELECT round(100.0 * x / y, 2) AS r FROM a;
                         ^
SELECT x / sum(x) OVER () AS part FROM a;
           ^^^^^^^^^^^^^^
-- fixed:
SELECT price / NULLIF(quantity, 0) AS each FROM items WHERE id = 1;
SELECT sum(hits) * 100.0 / NULLIF(sum(reads), 0) AS ratio FROM cache_stats;
SELECT shop, count(*) FILTER (WHERE paid) * 100 / NULLIF(sum(visits), 0) AS rate FROM orders GROUP BY shop;
SELECT a.n::numeric / NULLIF((SELECT count(*) FROM b), 0) AS part FROM a;
SELECT a.n / NULLIF(a.m::numeric, 0) AS part FROM a;
SELECT id FROM a WHERE n % NULLIF(m, 0) = 0;
SELECT round(100.0 * x / NULLIF(y, 0), 2) AS r FROM a;
SELECT x / NULLIF(sum(x) OVER (), 0) AS part FROM a;

-- good: constants, guards, CASE
SELECT price / 100.0 AS p, size / 1024 / 1024 AS mb FROM items;
SELECT price / NULLIF(quantity, 0) AS each, price / greatest(quantity, 1) AS some FROM items;
SELECT CASE WHEN quantity > 0 THEN price / quantity END AS each FROM items;
SELECT CASE WHEN quantity = 0 THEN 0 ELSE round(price / quantity, 2) END AS each FROM items;
SELECT price / quantity AS each FROM items WHERE quantity > 0;
SELECT price / i.quantity AS each FROM items AS i WHERE quantity <> 0 AND price > 1;
SELECT shop, sum(a) / sum(b) AS r FROM items GROUP BY shop HAVING sum(b) > 0;
SELECT shop, count(*) FILTER (WHERE paid) * 100 / count(*) AS rate FROM items GROUP BY shop;
SELECT sum(price) / count(*) AS average FROM items;
SELECT 1 FROM items WHERE name % 'drill';
SELECT x / count(*) OVER () AS part FROM a;

-- good: values made elsewhere, a column with a CHECK
-- given:
CREATE TABLE boxes (id bigint PRIMARY KEY, weight numeric NOT NULL, pieces int NOT NULL CHECK (pieces > 0));
-- sql:
SELECT weight / pieces AS each FROM boxes;
SELECT s.n / s.m AS r FROM (SELECT sum(weight) AS n, count(*) AS m FROM boxes) AS s;
CREATE FUNCTION f(a int, b int) RETURNS int LANGUAGE sql AS $$ SELECT a / b $$;

-- bad: a count of no rows
SELECT count(*) FILTER (WHERE paid) * 100 / count(*) AS rate FROM a;
                                            ^^^^^^^^
-- fixed:
SELECT count(*) FILTER (WHERE paid) * 100 / NULLIF(count(*), 0) AS rate FROM a;
