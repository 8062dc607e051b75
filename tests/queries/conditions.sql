SELECT 1 FROM t WHERE a = 1 AND (b <> 'x' AND c < $1) AND NOT (d OR e) AND (f >= 2 OR g IS NULL);

SELECT 1 FROM t WHERE a IN (1, NULL) AND b NOT IN (SELECT c FROM u WHERE u.d = t.d) AND c IN (2) AND d IN ($1) AND (a, b) IN (SELECT 1, 2);

SELECT 1 FROM t WHERE a = ANY ($1) AND b <> ALL (SELECT c FROM u) AND c = SOME (ARRAY[1, 2]) AND d = (SELECT max(e) FROM v LIMIT 1);

SELECT 1 FROM t WHERE EXISTS (SELECT * FROM u WHERE u.id = t.id) OR NOT EXISTS (SELECT 1 FROM v) OR NOT (EXISTS (SELECT 2 FROM w));

SELECT 1 FROM t WHERE name LIKE '%x' AND a NOT ILIKE '%' || $1 || '%' ESCAPE '!' AND b ~* '^x' AND c !~ 'y' AND d SIMILAR TO 'a%';

SELECT 1 FROM t WHERE a BETWEEN 1 AND 2 AND b NOT BETWEEN SYMMETRIC x AND y AND c IS NOT DISTINCT FROM NULL AND d IS NOT TRUE AND e NOTNULL AND f = NULL;

-- functions and calculations around a column
SELECT 1 FROM t WHERE lower(a) = 'x' AND b::date = '2024-01-01' AND CAST(c AS date) < DATE '2024-01-01' AND extract(year FROM d) = 2024 AND e + 1 = 5 AND -f > 2 AND date_trunc('day', g) = now() - interval '1 day' AND (h->>'k')::int > 3 AND i AT TIME ZONE 'utc' = j;

-- constant folding
SELECT 1 FROM t WHERE 1 = 1 AND a = 2;

SELECT 1 FROM t WHERE owner = 9 OR 1 = 1;

SELECT 1 FROM t WHERE a IS NULL OR a IS NOT NULL;

SELECT 1 FROM t WHERE NOT (1.0 <> 1);

SELECT 1 FROM t WHERE 'a' = 'b' OR 2 < 1;

SELECT 1 FROM t WHERE (TRUE) HAVING 'x' < 'y';

SELECT 1 FROM t WHERE 1 = $1 OR NULL IS NULL;

-- comparisons that are values
SELECT a = NULL, CASE WHEN b <> NULL THEN 1 WHEN c BETWEEN 1 AND 2 THEN 2 END, count(*) FILTER (WHERE d = NULL), CASE e WHEN 1 THEN 2 END, coalesce(f = 1 AND g, false) FROM t;

-- words that only look like clauses
SELECT a IS DISTINCT FROM b, substring(c FROM 1 FOR 2), trim(both ' ' FROM d), position('x' IN e), string_agg(DISTINCT f, ',' ORDER BY g DESC), percentile_cont(0.5) WITHIN GROUP (ORDER BY h), row_number() OVER (PARTITION BY i ORDER BY j ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM t;

-- parameters and templates
SELECT {{ column }}, ${other}, t.x FROM {{schema}}.users t WHERE a = :name AND b = @id::bigint AND c = %s AND d = %(key)s AND e = :'var' AND f = ? AND g = sqlc.narg('g')::text AND h = $2;
