-- bad, mysql, sqlite, shop: other engines, and an option
-- option longest: 5
SELECT total FROM orders WHERE user_id IN (1, 2, 3, 4, 5, 6);
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- good, mysql, sqlite, shop: other engines
SELECT total FROM orders WHERE user_id IN (1, 2, 3, 4, 5, 6);

-- bad: NOT IN, a chain of ORs
-- option longest: 4
DELETE FROM a WHERE id NOT IN ('a', 'b', 'c', 'd', 'e');
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
DELETE FROM a WHERE id = 1 OR id = 2 OR id = 3 OR id = 4 OR id = 5;
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- good: rows of an INSERT
-- option longest: 4
INSERT INTO a (id) VALUES (1), (2), (3), (4), (5), (6);
