-- bad: ranges
CREATE TABLE logs (id bigint NOT NULL, at date NOT NULL) PARTITION BY RANGE (at);
                                                         ^^^^^^^^^^^^^^^^^^^^^^^
CREATE TABLE logs_2024 PARTITION OF logs FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
-- fixed:
CREATE TABLE logs (id bigint NOT NULL, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE logs_default PARTITION OF logs DEFAULT;
CREATE TABLE logs_2024 PARTITION OF logs FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');

-- good: no end, hashes, no partition yet, an unknown parent
CREATE TABLE logs (id bigint NOT NULL, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE logs_all PARTITION OF logs FOR VALUES FROM (MINVALUE) TO (MAXVALUE);
CREATE TABLE parts (id bigint NOT NULL) PARTITION BY HASH (id);
CREATE TABLE parts_0 PARTITION OF parts FOR VALUES WITH (MODULUS 1, REMAINDER 0);
CREATE TABLE later (id bigint NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE other_1 PARTITION OF other FOR VALUES FROM (1) TO (2);

-- good: the default comes in another file
CREATE TABLE logs (id bigint NOT NULL, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE logs_2024 PARTITION OF logs FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
-- file: 0002_rest.sql
CREATE TABLE logs_rest (LIKE logs);
ALTER TABLE logs ATTACH PARTITION logs_rest DEFAULT;

-- bad, mysql, mariadb: ranges
CREATE TABLE log (id BIGINT NOT NULL, d DATE NOT NULL) PARTITION BY RANGE (YEAR(d)) (PARTITION p1 VALUES LESS THAN (2025));
                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE log (id BIGINT NOT NULL, d DATE NOT NULL) PARTITION BY RANGE (YEAR(d)) (PARTITION p1 VALUES LESS THAN (2025), PARTITION pmax VALUES LESS THAN (MAXVALUE));

-- bad, mariadb: lists
CREATE TABLE sales (id BIGINT NOT NULL, region INT NOT NULL) PARTITION BY LIST (region) (PARTITION p1 VALUES IN (1, 2));
                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- good, mysql: MySQL has no default for lists
CREATE TABLE sales (id BIGINT NOT NULL, region INT NOT NULL) PARTITION BY LIST (region) (PARTITION p1 VALUES IN (1, 2));

-- good, mysql, mariadb: MAXVALUE with and without brackets, hashes
CREATE TABLE log (id BIGINT NOT NULL, d DATE NOT NULL) PARTITION BY RANGE (YEAR(d)) (
    PARTITION p1 VALUES LESS THAN (2025), PARTITION pmax VALUES LESS THAN MAXVALUE);
CREATE TABLE tally (id BIGINT NOT NULL) PARTITION BY RANGE (id) (PARTITION p1 VALUES LESS THAN (MAXVALUE));
CREATE TABLE parts (id BIGINT NOT NULL) PARTITION BY HASH (id) PARTITIONS 4;

-- good, mariadb: a default list
CREATE TABLE sales (id BIGINT NOT NULL, region INT NOT NULL) PARTITION BY LIST (region) (
    PARTITION p1 VALUES IN (1, 2), PARTITION rest DEFAULT);
