-- bad, mysql, shop: a syntax error
-- error: 1064
SELECT count(*) AS n FROM (SELECT o.* AS x FROM orders AS o WHERE o.id = 3) AS found;
                                  ^^^^^^^^
-- fixed:
SELECT count(*) AS n FROM (SELECT o.* FROM orders AS o WHERE o.id = 3) AS found;

-- bad, sqlite, shop: a syntax error
-- error: near "AS"
SELECT count(*) AS n FROM (SELECT o.* AS x FROM orders AS o WHERE o.id = 3) AS found;
                                  ^^^^^^^^
-- fixed:
SELECT count(*) AS n FROM (SELECT o.* FROM orders AS o WHERE o.id = 3) AS found;

-- good, mysql, sqlite, shop: columns, counts and whole rows
SELECT o.id AS x, count(*) AS n FROM orders AS o WHERE o.id = 3 GROUP BY o.id;

-- good, shop: a composite value spread out
SELECT count(*) AS n FROM orders WHERE id = 3;
