-- bad, postgres 15: two subqueries and VALUES
SELECT count(*) AS n FROM (SELECT 1 AS a) JOIN (VALUES (1)) ON true CROSS JOIN (SELECT 2 AS b) AS sub;
                          ^^^^^^^^^^^^^^^
                                               ^^^^^^^^^^^^
-- fixed:
SELECT count(*) AS n FROM (SELECT 1 AS a) AS sub2 JOIN (VALUES (1)) AS sub3 ON true CROSS JOIN (SELECT 2 AS b) AS sub;

-- good, postgres 16: from 16 on
SELECT count(*) AS n FROM (SELECT 1 AS a);

-- good, postgres 15: named, joins in brackets, other subqueries
SELECT count(*) AS n FROM (SELECT 1 AS a) x JOIN (a JOIN b ON a.id = b.id) ON true WHERE EXISTS (SELECT 1);
