-- bad: a set operation
SELECT id FROM a UNION ALL SELECT id FROM b ORDER BY id LIMIT 20 OFFSET 5000;
                                                                 ^^^^^^^^^^^

-- bad: named parameters, and one condition more
SELECT id FROM posts WHERE a = :a OR b = :b ORDER BY id DESC LIMIT 20 OFFSET :skip;
                                                                      ^^^^^^^^^^^^
-- fixed:
SELECT id FROM posts WHERE (a = :a OR b = :b) AND id < :after_id ORDER BY id DESC LIMIT 20;

-- bad: OFFSET before LIMIT
SELECT id FROM posts ORDER BY id OFFSET 2000 ROWS FETCH NEXT 10 ROWS ONLY;
                                 ^^^^^^^^^^^^^^^^
-- fixed:
SELECT id FROM posts WHERE id > $1 ORDER BY id FETCH NEXT 10 ROWS ONLY;

-- bad: keys of two directions have no fix
SELECT id FROM posts ORDER BY a, b DESC LIMIT 10 OFFSET $1;
                                                 ^^^^^^^^^

-- bad: a smaller threshold
-- option rows: 100
SELECT a.id FROM a JOIN b ON b.id = a.id ORDER BY a.id LIMIT 10 OFFSET 100;
                                                                ^^^^^^^^^^

-- good: small and missing offsets
SELECT id FROM posts ORDER BY id LIMIT 20 OFFSET 999;
SELECT id FROM posts ORDER BY id LIMIT 20 OFFSET 0;

-- good: a parameter without an order
SELECT id FROM posts OFFSET $1;

-- good: no table is read
SELECT n FROM generate_series(1, 9) AS n ORDER BY n OFFSET $1;

-- bad, mysql, sqlite, shop: other engines
SELECT id, name FROM products ORDER BY id LIMIT 20 OFFSET 40000;
                                                   ^^^^^^^^^^^^
-- fixed:
SELECT id, name FROM products WHERE id > ? ORDER BY id LIMIT 20;

-- good, mysql, sqlite, shop: other engines
SELECT id, name FROM products WHERE id > ? ORDER BY id LIMIT 20;
