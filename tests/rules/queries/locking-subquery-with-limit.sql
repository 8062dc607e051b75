-- bad: = ANY and DELETE
DELETE FROM jobs WHERE id = ANY (SELECT id FROM jobs LIMIT 5 FOR NO KEY UPDATE);
                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
WITH picked AS MATERIALIZED (SELECT id FROM jobs LIMIT 5 FOR NO KEY UPDATE)
DELETE FROM jobs WHERE id = ANY (SELECT id FROM picked);

-- bad: a correlated subquery has no fix
UPDATE jobs AS j SET x = 1 WHERE EXISTS (SELECT 1 FROM tasks AS t WHERE t.job_id = j.id LIMIT 1 FOR UPDATE);
                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
UPDATE jobs AS j SET x = 1 WHERE id IN (SELECT t.job_id FROM tasks AS t WHERE t.x = j.x LIMIT 1 FOR UPDATE);
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- good: a common table, a scalar, an array
WITH p AS (SELECT id FROM jobs LIMIT 5 FOR UPDATE) UPDATE jobs SET x = 1 FROM p WHERE p.id = jobs.id;
UPDATE jobs SET x = 1 WHERE id = (SELECT id FROM jobs LIMIT 1 FOR UPDATE SKIP LOCKED);
UPDATE jobs SET x = 1 WHERE id = ANY (ARRAY(SELECT id FROM jobs LIMIT 5 FOR UPDATE SKIP LOCKED));

-- good: no lock, or no limit
UPDATE jobs SET x = 1 WHERE id IN (SELECT id FROM jobs LIMIT 5);
UPDATE jobs SET x = 1 WHERE id IN (SELECT id FROM jobs WHERE y = 2 FOR UPDATE);
