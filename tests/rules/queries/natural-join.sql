-- bad, postgres, shop: outer, unknown tables
SELECT o.total FROM orders AS o NATURAL LEFT JOIN products AS p WHERE p.price > 2;
                                ^^^^^^^^^^^^^^^^^
SELECT a.x FROM a NATURAL JOIN b WHERE a.y = 1;
                  ^^^^^^^^^^^^
-- fixed:
SELECT o.total FROM orders AS o LEFT JOIN products AS p USING (id) WHERE p.price > 2;
SELECT a.x FROM a NATURAL JOIN b WHERE a.y = 1;

-- good, postgres: the catalog
SELECT relname FROM pg_class NATURAL JOIN pg_stat_user_tables;

-- bad, mysql, sqlite, shop: other engines
SELECT orders.total FROM orders NATURAL JOIN products WHERE orders.id = 1;
                                ^^^^^^^^^^^^
-- fixed:
SELECT orders.total FROM orders JOIN products USING (id) WHERE orders.id = 1;

-- good, mysql, sqlite, shop: other engines
SELECT orders.total FROM orders JOIN products ON products.id = orders.product_id WHERE orders.id = 1;
