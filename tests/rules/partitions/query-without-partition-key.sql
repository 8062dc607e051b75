-- bad: joins, writes, keys in expressions
-- given:
CREATE TABLE ev (id bigint, at timestamp, kind int, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE big (id bigint, n int) PARTITION BY LIST ((id % 4));
CREATE TABLE other (id bigint PRIMARY KEY, x int);
-- sql:
SELECT e.id FROM other o JOIN ev e ON e.id = o.id WHERE o.x = 1 AND e.kind = 2;
                              ^^
UPDATE ev SET kind = 3 WHERE id = 4;
       ^^
DELETE FROM big WHERE n = 3;
            ^^^
-- good: restricted in some way, whole reports, a partition, unknown tables
-- given:
CREATE TABLE ev (id bigint, at timestamp, kind int, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE ev_1 PARTITION OF ev DEFAULT;
CREATE TABLE other (id bigint PRIMARY KEY, at timestamp);
-- sql:
SELECT count(*) FROM ev;
SELECT id FROM ev WHERE kind = 1 AND at BETWEEN '2024-01-01' AND '2024-02-01';
SELECT id FROM ev WHERE kind = 1 AND date_trunc('day', at) = '2024-01-01';
SELECT e.id FROM other o JOIN ev e USING (id, at) WHERE o.id = 1;
SELECT e.id FROM other o JOIN ev e ON e.at = o.at WHERE e.kind = 1;
SELECT id FROM ev_1 WHERE id = 5;
SELECT id FROM nowhere WHERE id = 5;
INSERT INTO other (id, at) SELECT id, at FROM ev WHERE kind = 3;
-- bad, mysql, mariadb: by a function of the column
-- given:
CREATE TABLE ev (id int, at date NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (TO_DAYS(at)) (PARTITION p1 VALUES LESS THAN (TO_DAYS('2025-01-01')), PARTITION p2 VALUES LESS THAN MAXVALUE);
-- sql:
SELECT id FROM ev WHERE id = 3;
               ^^
-- good, mysql, mariadb: restricted, or a partition
-- given:
CREATE TABLE ev (id int, at date NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (TO_DAYS(at)) (PARTITION p1 VALUES LESS THAN (TO_DAYS('2025-01-01')), PARTITION p2 VALUES LESS THAN MAXVALUE);
-- sql:
SELECT id FROM ev WHERE at > '2024-01-01';
SELECT id FROM ev PARTITION (p1) WHERE id = 3;
