-- bad, mysql, sqlite, shop: other engines
SELECT id FROM orders WHERE created_at >= 2024-12-01 AND created_at < 2025-1-1;
                                          ^^^^^^^^^^                  ^^^^^^^^
-- fixed:
SELECT id FROM orders WHERE created_at >= '2024-12-01' AND created_at < '2025-1-1';

-- good, mysql, sqlite, shop: other engines
SELECT id FROM orders WHERE created_at >= '2024-12-01';
SELECT id FROM orders WHERE total > 2024 - 12 - 1;

-- bad: BETWEEN, IN, stored, selected for an INSERT, in brackets
SELECT id FROM t WHERE d BETWEEN 2025-01-01 AND 2025-01-31;
                                 ^^^^^^^^^^     ^^^^^^^^^^
SELECT id FROM t WHERE d IN (2025-01-01, '2025-01-02');
                             ^^^^^^^^^^
UPDATE t SET d = 2025-01-01 WHERE id = 1;
                 ^^^^^^^^^^
INSERT INTO t (id, d) VALUES (1, 2025-02-03), (2, '2025-02-04');
                                 ^^^^^^^^^^
INSERT INTO t (id, d) SELECT id, 2025-02-03 FROM s;
                                 ^^^^^^^^^^
SELECT id FROM t WHERE CASE WHEN d > 2025-02-03 THEN true ELSE false END;
                                     ^^^^^^^^^^
-- fixed:
SELECT id FROM t WHERE d BETWEEN '2025-01-01' AND '2025-01-31';
SELECT id FROM t WHERE d IN ('2025-01-01', '2025-01-02');
UPDATE t SET d = '2025-01-01' WHERE id = 1;
INSERT INTO t (id, d) VALUES (1, '2025-02-03'), (2, '2025-02-04');
INSERT INTO t (id, d) SELECT id, '2025-02-03' FROM s;
SELECT id FROM t WHERE CASE WHEN d > '2025-02-03' THEN true ELSE false END;

-- good: other numbers, columns, longer sums, strings, comments
SELECT id FROM t WHERE n > 5000-01-10 OR n > 2025-13-01 OR n > 2025-01-40;
SELECT id FROM t WHERE n > a-01-10 OR n > 2025-01-10-3 OR n > 2025-01-10*2;
SELECT id FROM t WHERE d > '2025-01-10' /* not 2025-01-10 */;
SELECT 2025-01-10 AS n;
SELECT id FROM t WHERE d > DATE '2025-01-10' - INTERVAL '1 day';
