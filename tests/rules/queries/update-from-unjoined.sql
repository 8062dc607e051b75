-- bad: no WHERE at all
UPDATE products SET price = f.price FROM feed AS f;
                                         ^^^^^^^^^

-- bad: WHERE speaks of the source only
UPDATE products AS p SET price = f.price FROM feed AS f WHERE f.batch = 7;
                                              ^^^^^^^^^

-- bad: two relations, one apart
UPDATE p SET x = b.x FROM a, b WHERE a.p_id = p.id AND b.z = 1;
                             ^

-- bad: the key of the target only
UPDATE products AS p SET price = f.price FROM feed AS f WHERE p.id = 7;
                                              ^^^^^^^^^

-- good: one row
UPDATE p SET x = s.m FROM (SELECT max(x) AS m FROM q) AS s;
UPDATE p SET x = v.m FROM (VALUES (1)) AS v (m);
UPDATE p SET x = q.x FROM q WHERE q.id = 5 AND p.y = 2;

-- good: through a third relation
UPDATE p SET x = b.x FROM a JOIN b ON b.a_id = a.id WHERE a.p_id = p.id;

-- good: names that cannot be resolved
UPDATE p SET x = q.x FROM q WHERE a_id = b_id;

-- good: a common table that is there to be run
WITH locked AS (SELECT id FROM t FOR UPDATE)
UPDATE t SET n = n + 1 FROM locked WHERE t.id IN (SELECT id FROM locked);

-- bad, sqlite, shop: SQLite
UPDATE orders SET note = u.name FROM users AS u WHERE orders.status = 'new';
                                     ^^^^^^^^^^

-- bad, mysql, shop: MySQL
UPDATE orders AS o, users AS u SET o.note = u.name WHERE o.status = 'new';
                    ^^^^^^^^^^

-- good, sqlite, shop: SQLite
UPDATE orders SET note = u.name FROM users AS u WHERE u.id = orders.user_id;

-- good, mysql, shop: MySQL
UPDATE orders AS o JOIN users AS u ON u.id = o.user_id SET o.note = u.name WHERE o.status = 'new';
