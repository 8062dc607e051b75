-- bad, mysql, sqlite, shop: other engines, and an option
-- option most: 2
SELECT o.id FROM orders AS o JOIN users AS u ON u.id = o.user_id JOIN products AS p ON p.id = o.product_id;
                                                                      ^^^^^^^^^^^^^

-- good, mysql, sqlite, shop: other engines
SELECT o.id FROM orders AS o JOIN users AS u ON u.id = o.user_id JOIN products AS p ON p.id = o.product_id;

-- bad: commas count, derived tables count once
-- option most: 2
SELECT a.id FROM a, b, (SELECT x.id FROM x JOIN y USING (id)) AS c WHERE a.id = b.id AND b.id = c.id;
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- good: branches of UNION count apart, catalog queries are not the team's design
-- option most: 2
SELECT a.id FROM a JOIN b USING (id) UNION ALL SELECT c.id FROM c JOIN d USING (id);
SELECT c.relname FROM pg_class AS c JOIN pg_index AS i ON i.indrelid = c.oid JOIN pg_namespace AS n ON n.oid = c.relnamespace;
