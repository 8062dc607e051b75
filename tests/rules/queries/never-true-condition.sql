-- bad, postgres, shop: lists, constants, ranges
SELECT id FROM orders WHERE user_id IN (NULL);
                            ^^^^^^^^^^^^^^^^^
SELECT id FROM orders WHERE user_id NOT IN (1, NULL);
                            ^^^^^^^^^^^^^^^^^^^^^^^^
SELECT id FROM orders WHERE 1 = 2 AND user_id = 5;
                            ^^^^^
DELETE FROM orders WHERE total > 5 AND total < 3;
                                       ^^^^^^^^^
SELECT id FROM orders WHERE total = 5 AND total >= 6;
                                          ^^^^^^^^^^
SELECT id FROM orders WHERE created_at >= '2024-05-01' AND created_at < '2024-04-01';
                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^
SELECT o.id FROM orders AS o JOIN users AS u ON u.id = o.user_id AND o.status = 'a' AND o.status = 'b';
                                                                                        ^^^^^^^^^^^^^^

-- good, postgres, shop: idioms, other columns, spellings, parameters
SELECT id FROM orders WHERE false;
SELECT id FROM orders WHERE 1 = 0;
CREATE TABLE few AS SELECT id, total FROM orders WHERE 1 = 2;
SELECT a.id FROM orders AS a JOIN orders AS b ON a.id = b.id WHERE a.status = 'x' AND b.status = 'y';
SELECT id FROM orders WHERE status = 'New' AND status = 'new ';
SELECT id FROM orders WHERE total BETWEEN $1 AND 1 AND total >= 5 AND total <= 5;
SELECT id FROM orders WHERE status > 'b' AND status < 'a';
SELECT id FROM orders WHERE status = 'a' OR status = 'b' OR (total > 5 AND note < '3');
SELECT id FROM orders WHERE user_id IN (1, NULL);

-- bad, mysql, sqlite, shop: other engines
SELECT id FROM orders WHERE status = 'new' AND status = 'paid';
                                               ^^^^^^^^^^^^^^^

-- good, mysql, sqlite, shop: other engines
SELECT id FROM orders WHERE status IN ('new', 'paid');
