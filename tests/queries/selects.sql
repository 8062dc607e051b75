SELECT u.id, Name AS "Full", count(*) total, o.*, shop.users.email FROM shop.users u JOIN orders AS o ON o.user_id = u.id;

-- every clause
SELECT DISTINCT a FROM t WHERE b > 1 GROUP BY a HAVING count(b) > 2 ORDER BY a DESC NULLS LAST, 2, lower(a) LIMIT 10 OFFSET $1 FOR UPDATE OF t SKIP LOCKED;

SELECT DISTINCT ON (device_id, date(at)) device_id, reading FROM samples ORDER BY device_id, at DESC FETCH FIRST 5 ROWS WITH TIES;

SELECT ALL a INTO TEMP TABLE x FROM t OFFSET 20 ROWS FETCH NEXT ROW ONLY;

SELECT a, b, sum(c) FROM t GROUP BY ROLLUP (a, 2), GROUPING SETS ((a, b), ()), (a, b) LIMIT ALL FOR NO KEY UPDATE NOWAIT FOR KEY SHARE;

-- set operations
SELECT a FROM t UNION ALL (SELECT b FROM u ORDER BY b LIMIT 1) EXCEPT VALUES (1), (2) ORDER BY 1 LIMIT 3;

(SELECT 1) LIMIT 2;

((SELECT a FROM t));

WITH a AS (SELECT 1 AS x), b (y) AS NOT MATERIALIZED (SELECT x FROM a), gone AS (DELETE FROM c WHERE d = 1 RETURNING *) SELECT * FROM b, gone g, public.a;

WITH RECURSIVE tree AS (SELECT id FROM n WHERE parent IS NULL UNION ALL SELECT n.id FROM n JOIN tree t ON n.parent = t.id) CYCLE id SET is_cycle USING path SELECT id FROM tree;

-- output names
SELECT a::text, b + 1, now(), (SELECT max(x) FROM y), EXISTS (SELECT 1), CASE WHEN a THEN 1 END, ARRAY[1], 'x' label, count(*) OVER w, t.limit, (f(a)).*, interval '1 day', current_date, 5::double precision FROM t WINDOW w AS (PARTITION BY a ORDER BY b);

SELECT d.a FROM (VALUES (1, 'x'), (2, 'y')) AS d (a, b), LATERAL (SELECT d.a) e, generate_series(1, d.a) WITH ORDINALITY AS s (n, i), ROWS FROM (f(1)) z;

SELECT 1 FROM a LEFT JOIN b USING (id, k) RIGHT OUTER JOIN (c CROSS JOIN d) ON c.x = a.x NATURAL FULL JOIN e, ONLY f TABLESAMPLE SYSTEM (1) REPEATABLE (2);

SELECT 1 FROM a JOIN b JOIN c ON left(b.x, 1) = c.x ON a.y = b.y LEFT JOIN LATERAL (SELECT 2) q ON true;

SELECT * FROM pg_catalog.pg_class WHERE true;

VALUES (1, DEFAULT), (2, NULL) ORDER BY 1 OFFSET 1;

SELECT FROM t;

TABLE ONLY shop.t ORDER BY 1 LIMIT 2;

VALUES (1);

SELECT 5::int, 'a'::shop.mood, t.a::int FROM t;
