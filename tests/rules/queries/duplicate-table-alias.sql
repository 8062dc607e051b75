-- bad: functions without alias
SELECT 1 FROM unnest($1::int[]), unnest($2::int[]);
                                 ^^^^^^^^^^^^^^^^^

-- bad: DELETE USING its target
DELETE FROM t USING t WHERE t.id = 1;
                    ^

-- bad: an alias like another table
SELECT 1 FROM users, people AS users;
                     ^^^^^^^^^^^^^^^

-- good: other levels and branches
SELECT id FROM t WHERE id IN (SELECT t.id FROM t) UNION SELECT id FROM t;
WITH a AS (SELECT 1 AS x) SELECT b.x FROM (SELECT a.x FROM a) AS b, a;

-- good: two schemas
SELECT 1 FROM s1.t, s2.t;

-- good: the upsert reads the table it writes
INSERT INTO t (id) SELECT t.id FROM t WHERE t.id > 5 ON CONFLICT (id) DO UPDATE SET n = excluded.n;

-- bad, mysql, shop: refused by MySQL
-- error: 1066
SELECT a.id FROM users AS a JOIN orders AS a ON a.user_id = 9;
                                 ^^^^^^^^^^^

-- bad, sqlite, shop: SQLite refuses the columns of both
-- error: ambiguous column name: a.id
SELECT a.id FROM users AS a JOIN orders AS a ON a.user_id = 9;
                                 ^^^^^^^^^^^

-- good, mysql, sqlite, shop: other engines
SELECT a.id FROM users AS a JOIN orders AS b ON b.user_id = a.id;

-- good, mysql, shop: the target of a join stands there twice
DELETE o FROM orders AS o JOIN users AS u ON u.id = o.user_id WHERE u.status = 'new';
UPDATE orders AS o JOIN users AS u ON u.id = o.user_id SET o.note = u.name WHERE o.id = 3;
