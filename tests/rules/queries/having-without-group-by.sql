-- bad, postgres, shop: one row for the table, a star
SELECT count(*) AS n FROM orders HAVING count(*) > 5;
                                 ^^^^^^^^^^^^^^^^^^^
SELECT * FROM orders HAVING count(*) > 5;
                     ^^^^^^^^^^^^^^^^^^^

-- good, postgres, shop: groups
SELECT status, sum(total) AS total FROM orders GROUP BY status HAVING sum(total) > 5;

-- bad, mysql, sqlite, shop: an aggregate
SELECT sum(total) AS total FROM orders HAVING sum(total) > 5;
                                       ^^^^^^^^^^^^^^^^^^^^^

-- good, mysql, sqlite, shop: groups
SELECT status, sum(total) AS total FROM orders GROUP BY status HAVING sum(total) > 5;

-- bad, sqlite, shop: no aggregate
-- error: HAVING clause on a non-aggregate query
SELECT id FROM orders HAVING id > 5;
                      ^^^^^^^^^^^^^
