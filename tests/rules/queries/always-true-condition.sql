-- bad: NOT of what is never true
SELECT id FROM t WHERE NOT 1 = 2;
                 ^^^^^^^^^^^^^^^

-- bad: ON and HAVING
SELECT t.id FROM t JOIN u ON u.id = t.u_id GROUP BY t.id HAVING 1 = 1;
                                                         ^^^^^^^^^^^^

-- bad: an UPDATE
UPDATE t SET a = 1 WHERE id = 5 OR TRUE;
                   ^^^^^^^^^^^^^^^^^^^^

-- good: what query builders write
SELECT id FROM t WHERE 1 = 1 AND a = 2;
SELECT id FROM t WHERE true;
SELECT id FROM t WHERE 1 = 1 AND $1 > 2;

-- good: joins that mean it
SELECT t.id FROM t LEFT JOIN LATERAL (SELECT 1) AS x ON 1 = 1;

-- good: templates and parameters
SELECT id FROM t WHERE {{ column }} IS NULL OR {{ column }} IS NOT NULL;
SELECT id FROM t WHERE 'a' = :kind OR a = 2;

-- good: checks and policies are other rules' business
CREATE TABLE z (a int CHECK (true));

-- bad, mysql, sqlite, shop: other engines
DELETE FROM orders WHERE id = 1 OR 1 = 1;
                   ^^^^^^^^^^^^^^^^^^^^^

-- good, mysql, sqlite, shop: other engines
SELECT id FROM orders WHERE 1 = 1 AND user_id = ?;

-- bad, mysql, sqlite, shop: numbers as conditions
SELECT id FROM orders WHERE 1 OR total = 2;
                      ^^^^^^^^^^^^^^^^^^^^
SELECT id FROM orders WHERE 5 BETWEEN 1 AND 10;
                      ^^^^^^^^^^^^^^^^^^^^^^^^

-- good, mysql, sqlite, shop: a number alone, and one that is no condition
SELECT id FROM orders WHERE 1;
SELECT id FROM orders WHERE 1 AND total = 2;
SELECT id FROM orders WHERE 0 OR total = 2;
