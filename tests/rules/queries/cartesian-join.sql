-- bad: no table is known
SELECT o.id, c.name FROM orders AS o, customers AS c WHERE o.total > 100;
                                      ^^^^^^^^^^^^^^

-- bad: a third relation stands apart
SELECT a.x FROM a JOIN b ON b.a_id = a.id, c WHERE c.y > 5 AND a.x > 1;
                                           ^

-- bad: LEFT JOIN ON 1 = 1
SELECT a.x FROM a LEFT JOIN b ON 1 = 1 WHERE a.x > 1;
                            ^

-- good: CROSS JOIN and LATERAL say it
SELECT a.x FROM a CROSS JOIN b;
SELECT a.x FROM a LEFT JOIN LATERAL (SELECT y FROM b LIMIT 1) AS l ON true;

-- good: functions and lists
SELECT a.x, u FROM a, unnest(a.ids) AS u;
SELECT a.x, d FROM a, generate_series(1, 7) AS d;
SELECT a.x, e.key FROM a, jsonb_each(a.data) AS e;
SELECT a.x FROM a, (VALUES (1), (2)) AS v (n);

-- good: one row
WITH p AS (SELECT $1::int AS n) SELECT a.x FROM a, p WHERE a.y > p.n;
SELECT a.x FROM a, (SELECT max(y) AS m FROM b) AS s;
SELECT a.x FROM a, b WHERE b.id = 7;

-- good: the same value on both sides
SELECT a.x FROM a, b WHERE a.tenant_id = $1 AND b.tenant_id = $1;

-- good: through a third relation and through a subquery
SELECT a.x FROM a, b, c WHERE a.id = b.a_id AND b.id = c.b_id;
SELECT a.x FROM a, b WHERE EXISTS (SELECT 1 FROM c WHERE c.a_id = a.id AND c.b_id = b.id);

-- good: correlated with the outer query
SELECT z.x FROM z WHERE EXISTS (SELECT 1 FROM a, b WHERE a.z_id = z.id AND b.z_id = z.id);

-- good: names that cannot be resolved may connect
SELECT x FROM a, b WHERE p = q;

-- good: a condition of its own is meant
SELECT u.id FROM users AS u JOIN settings AS s ON s.name = 'TAGS';

-- good: every pair is meant
SELECT c.id, d.name FROM customers AS c CROSS JOIN customers AS d;

-- bad, mysql, sqlite, shop: a JOIN without a condition, which other engines accept
SELECT u.name, p.price FROM users AS u JOIN products AS p WHERE p.price > 5;
                                            ^^^^^^^^^^^^^

-- good, mysql, sqlite, shop: connected by WHERE on other engines
SELECT u.name, o.total FROM users AS u JOIN orders AS o WHERE o.user_id = u.id;
