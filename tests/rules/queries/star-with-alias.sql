-- bad, mysql, sqlite: other engines
-- error: 1064
SELECT t.* AS x FROM t WHERE t.id = 3;
       ^^^^^^^^
-- fixed:
SELECT t.* FROM t WHERE t.id = 3;

-- good, mysql, sqlite, shop: columns, counts and whole rows
SELECT o.id AS x, count(*) AS n FROM orders AS o WHERE o.id = 3 GROUP BY o.id;

-- good, shop: a composite value spread out
SELECT count(*) AS n FROM orders WHERE id = 3;
