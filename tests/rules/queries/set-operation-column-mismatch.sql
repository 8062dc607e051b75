-- bad, postgres, shop: stars, VALUES, a recursive query, three branches
SELECT * FROM products UNION SELECT id, name FROM users;
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^
SELECT id FROM users EXCEPT VALUES (1, 2);
                            ^^^^^^^^^^^^^
WITH RECURSIVE tree AS (SELECT id, user_id FROM orders UNION ALL SELECT o.id FROM orders AS o JOIN tree ON o.id = tree.user_id)
                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
SELECT id FROM tree;
SELECT 1 AS a UNION ALL SELECT 2 UNION ALL SELECT 3, 4;
                                           ^^^^^^^^^^^

-- good, postgres, shop: unknown stars, composites, equal widths
SELECT * FROM elsewhere UNION ALL SELECT id FROM users;
SELECT (f(id)).* FROM users UNION ALL SELECT 1, 2;
SELECT * FROM products UNION ALL SELECT id, name, 5 FROM users;
WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 9) SELECT i FROM n;

-- bad, mysql, shop: other engines
-- error: 1222
SELECT id, email FROM users UNION ALL SELECT id FROM orders;
                                      ^^^^^^^^^^^^^^^^^^^^^

-- bad, sqlite, shop: other engines
-- error: SELECTs to the left and right of UNION ALL do not have the same number of result columns
SELECT id, email FROM users UNION ALL SELECT id FROM orders;
                                      ^^^^^^^^^^^^^^^^^^^^^

-- good, mysql, sqlite, shop: other engines
SELECT id, email FROM users UNION ALL SELECT id, note FROM orders;
