INSERT INTO t (a, b) VALUES (1, 'x'), (2, "y;") ON DUPLICATE KEY UPDATE b = VALUES(b);

INSERT LOW_PRIORITY IGNORE shop.t SET a = 1;

INSERT IGNORE INTO `t` SELECT * FROM u;

REPLACE INTO t VALUES (1);

UPDATE t SET a = 1;

UPDATE LOW_PRIORITY IGNORE t AS x SET x.a = 1 WHERE b = 2 ORDER BY c LIMIT 5;

UPDATE a JOIN b ON a.id = b.a_id SET a.x = b.x, b.done = 1 WHERE b.y > 0;

UPDATE orders o, customers AS c SET o.name = c.name WHERE o.customer_id = c.id;

DELETE FROM t;

DELETE QUICK FROM t WHERE a = 1 LIMIT 10;

DELETE a, b FROM first AS a INNER JOIN second b ON a.id = b.id WHERE a.x;

DELETE FROM a USING first a JOIN b ON a.id = b.id;

DELETE t FROM t LEFT JOIN u ON t.id = u.id WHERE u.id IS NULL;

WITH old AS (SELECT id FROM t WHERE a < 5) DELETE FROM t WHERE id IN (SELECT id FROM old);

SELECT a INTO @x FROM t;

(SELECT 1) UNION (SELECT 2);

VALUES ROW(1, 2), ROW(3, 4);

TABLE t;

LOAD DATA LOCAL INFILE 'f.csv' REPLACE INTO TABLE t FIELDS TERMINATED BY ',' (a, b);

-- what cannot be read
INSERT;

DELETE t;

UPDATE t;

-- some of the rows
DELETE FROM t PARTITION (p0);

UPDATE t PARTITION (p0, p1) SET a = 1;

UPDATE a, b SET x = 1;
