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
