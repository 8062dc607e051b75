SELECT u.*, [my col], `other`, "third", 'text' FROM users u WHERE u.id = ?1 AND name = :name OR x = @x OR y = $y OR z = ?;

SELECT a FROM t WHERE b GLOB 'x*' AND c NOT GLOB ? AND d MATCH 'term' AND e REGEXP '^a' AND f NOT LIKE 'y' ESCAPE '\';

SELECT a FROM t WHERE b == 1 AND c IS d AND e IS NOT 5 AND f IS NOT NULL AND g NOTNULL AND h NOT NULL AND i IS NOT DISTINCT FROM j;

SELECT * FROM t INDEXED BY t_a LEFT JOIN u NOT INDEXED ON t.id = u.id ORDER BY a COLLATE NOCASE DESC NULLS LAST LIMIT 5, 10;

SELECT json_extract(a, '$.b'), c -> 'd', e ->> '$.f', group_concat(DISTINCT g), max(h), max(i, j), total(k) FROM t, json_each(t.a) AS je WHERE je.value = 1 LIMIT 3 OFFSET ?;

INSERT OR REPLACE INTO t (a, b) VALUES (?, ?) RETURNING id;

INSERT OR IGNORE INTO main.t AS x VALUES (1), (2) ON CONFLICT (a) WHERE a > 1 DO UPDATE SET b = excluded.b, c = x.c + 1 WHERE x.b <> excluded.b ON CONFLICT DO NOTHING;

REPLACE INTO t (a, b) SELECT a, 1 FROM u WHERE a > 2;

INSERT INTO t DEFAULT VALUES;

UPDATE OR IGNORE t AS x SET a = a + 1, (b, c) = (SELECT 1, d) FROM u WHERE x.id = u.id RETURNING *;

UPDATE t SET a = 1 WHERE b = 2 ORDER BY c LIMIT 10;

DELETE FROM t INDEXED BY t_a WHERE b = 2 ORDER BY c DESC LIMIT 10 OFFSET 2;

WITH RECURSIVE c (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM c WHERE n < 10) SELECT n FROM c;

WITH x AS NOT MATERIALIZED (SELECT 1 AS a) INSERT INTO t SELECT a FROM x;

SELECT CASE a WHEN 1 THEN b ELSE c END AS kind, iif(a, b, c), CAST(d AS unsigned big int), x'00' || hex(e) FROM t GROUP BY 1 HAVING count(*) > 1 UNION SELECT 1, 2, 3, 4 ORDER BY 1;

SELECT row_number() OVER (PARTITION BY a ORDER BY b ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW), sum(x) FILTER (WHERE y > 0) FROM t WINDOW w AS (ORDER BY z);

SELECT a FROM t WHERE (b, c) IN (SELECT b, c FROM u) AND d IN (VALUES (1), (2)) AND EXISTS (SELECT 1 FROM v WHERE v.id = t.id) AND e IN f;

VALUES (1, 'a'), (2, 'b');

SELECT new.a, old.b, RAISE(ABORT, 'no');

SELECT a FROM t1 NATURAL JOIN t2 CROSS JOIN t3 INNER JOIN t4 USING (a) FULL OUTER JOIN t5 ON t5.a = t4.a WHERE t1.rowid BETWEEN 1 AND 2;

SELECT strftime('%s', 'now'), datetime(a, 'unixepoch'), CURRENT_TIMESTAMP, typeof(b) FROM t -- end

SELECT highlight(docs, 0, '<b>', '</b>') FROM docs('term') WHERE docs MATCH ? ORDER BY rank LIMIT -1 OFFSET :skip;

REPLACE INTO t DEFAULT VALUES;

WITH x AS MATERIALIZED (SELECT 1 AS a) UPDATE t SET b = (SELECT a FROM x) WHERE rowid IN (SELECT rowid FROM t LIMIT 10);

-- a string can be a name
INSERT INTO main.'users' ('id', "name") SELECT 'x', u.id FROM 'other users' AS u JOIN 'more' ON u.id = more.id;

UPDATE 'users' SET name = 'a' WHERE id IN (SELECT 'b' FROM 'c');
