-- bad: empty, and the same bounds twice
CREATE TABLE events (id bigint NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE events_0 PARTITION OF events FOR VALUES FROM (10) TO (10);
                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (MINVALUE) TO (1000);
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('900') TO ('950');
                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: two default partitions
CREATE TABLE events (id bigint NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE events_1 PARTITION OF events DEFAULT;
CREATE TABLE events_2 PARTITION OF events DEFAULT;
                                          ^^^^^^^
-- bad: attached
CREATE TABLE events (at timestamptz NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-01-01 00:00+00') TO ('2024-02-01 00:00+00');
CREATE TABLE events_2 (at timestamptz NOT NULL);
ALTER TABLE events ATTACH PARTITION events_2 FOR VALUES FROM ('2024-01-31 23:00+00') TO ('2024-03-01 00:00+00');
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE events (at timestamptz NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-01-01 00:00+00') TO ('2024-02-01 00:00+00');
CREATE TABLE events_2 (at timestamptz NOT NULL);
ALTER TABLE events ATTACH PARTITION events_2 FOR VALUES FROM ('2024-02-01 00:00+00') TO ('2024-03-01 00:00+00');
-- bad: several columns, of which the second decides
CREATE TABLE events (shop int NOT NULL, day date NOT NULL) PARTITION BY RANGE (shop, day);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (1, '2024-01-01') TO (1, '2024-02-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM (1, '2024-01-31') TO (1, MAXVALUE);
                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: detached and dropped before, other parents
CREATE TABLE events (id bigint NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (1) TO (10);
ALTER TABLE events DETACH PARTITION events_1;
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM (1) TO (10);
DROP TABLE events_2;
CREATE TABLE events_3 PARTITION OF events FOR VALUES FROM (1) TO (10) PARTITION BY RANGE (id);
CREATE TABLE events_4 PARTITION OF events_3 FOR VALUES FROM (1) TO (10);
-- good: values whose order is not known
CREATE TABLE names (name text NOT NULL) PARTITION BY RANGE (name);
CREATE TABLE names_1 PARTITION OF names FOR VALUES FROM ('a') TO ('N');
CREATE TABLE names_2 PARTITION OF names FOR VALUES FROM ('M') TO ('z');
CREATE TABLE events (at timestamptz NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-01-01 00:00+00') TO ('2024-02-01 00:00+00');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2024-01-31 20:00') TO ('2024-03-01 00:00');
CREATE TABLE events_3 PARTITION OF events FOR VALUES FROM (now()) TO ('infinity');
CREATE TABLE sizes (size numeric NOT NULL) PARTITION BY LIST (lower(size));
CREATE TABLE sizes_1 PARTITION OF sizes FOR VALUES IN (1);
CREATE TABLE sizes_2 PARTITION OF sizes FOR VALUES IN (1);

-- bad: a value of two lists
CREATE TABLE zones (code text PRIMARY KEY) PARTITION BY LIST (code);
CREATE TABLE zones_a PARTITION OF zones FOR VALUES IN ('a', 'b');
CREATE TABLE zones_b PARTITION OF zones FOR VALUES IN ('b', 'c');
                                        ^^^^^^^^^^^^^^^^^^^^^^^^

-- bad, mysql: bounds that do not rise
-- error: 1493
CREATE TABLE visits (id bigint NOT NULL, day int NOT NULL, PRIMARY KEY (id, day))
    PARTITION BY RANGE (day) (PARTITION a VALUES LESS THAN (20), PARTITION b VALUES LESS THAN (20));
                                                                             ^^^^^^^^^^^^^^^^^^^^^

-- bad, mysql: a value of two lists
-- error: 1495
CREATE TABLE shops (id bigint NOT NULL, region int NOT NULL, PRIMARY KEY (id, region))
    PARTITION BY LIST (region) (PARTITION a VALUES IN (1, 2), PARTITION b VALUES IN (2, 3));
                                                                          ^^^^^^^^^^^^^^^^

-- bad, mysql: a partition behind the last
-- given:
CREATE TABLE visits (id bigint NOT NULL, day int NOT NULL, PRIMARY KEY (id, day))
    PARTITION BY RANGE (day) (PARTITION a VALUES LESS THAN (20), PARTITION b VALUES LESS THAN MAXVALUE);
-- error: 1481
-- sql:
ALTER TABLE visits ADD PARTITION (PARTITION c VALUES LESS THAN (40));
                                              ^^^^^^^^^^^^^^^^^^^^^

-- good, mysql: one behind the other
CREATE TABLE visits (id bigint NOT NULL, day date NOT NULL, PRIMARY KEY (id, day)) PARTITION BY RANGE COLUMNS (day)
    (PARTITION a VALUES LESS THAN ('2024-01-01'), PARTITION b VALUES LESS THAN ('2024-02-01'));
ALTER TABLE visits ADD PARTITION (PARTITION c VALUES LESS THAN ('2024-03-01'));
ALTER TABLE visits REORGANIZE PARTITION a INTO
    (PARTITION a1 VALUES LESS THAN ('2023-06-01'), PARTITION a2 VALUES LESS THAN ('2024-01-01'));

-- bad: FROM behind TO, of a table that no migration creates
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-03-01') TO ('2024-02-01');
                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE events ATTACH PARTITION events_2 FOR VALUES FROM (20) TO (10);
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: of a table that no migration creates
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-02-01') TO ('2024-03-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('b') TO ('a');
CREATE TABLE sizes_1 PARTITION OF sizes FOR VALUES FROM ('10') TO ('9');
CREATE TABLE events_3 PARTITION OF events FOR VALUES FROM (MINVALUE) TO ('2024-01-15');
CREATE TABLE events_4 PARTITION OF events FOR VALUES FROM ('2024-03-02 00:00') TO ('2024-03-01 00:00+00');
CREATE TABLE zones_a PARTITION OF zones FOR VALUES IN ('a');
CREATE TABLE zones_b PARTITION OF zones FOR VALUES IN ('b');
ALTER TABLE zones DETACH PARTITION zones_a;
CREATE TABLE zones_c PARTITION OF zones FOR VALUES IN ('a');
CREATE TABLE zones_rest PARTITION OF zones DEFAULT;
-- bad: two of a table that no migration creates
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-02-01') TO ('2024-03-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2024-02-15') TO ('2024-04-01');
                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE TABLE zones_a PARTITION OF zones FOR VALUES IN ('a', 'b');
CREATE TABLE zones_b PARTITION OF zones FOR VALUES IN ('b');
                                        ^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-02-01') TO ('2024-03-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2024-03-01') TO ('2024-04-01');
CREATE TABLE zones_a PARTITION OF zones FOR VALUES IN ('a', 'b');
CREATE TABLE zones_b PARTITION OF zones FOR VALUES IN ('b');

-- bad, mysql, mariadb: days that do not rise
-- error: 1493
CREATE TABLE events (day DATE NOT NULL) PARTITION BY RANGE (TO_DAYS(day)) (
    PARTITION p1 VALUES LESS THAN (TO_DAYS('2024-02-01')),
    PARTITION p2 VALUES LESS THAN (TO_DAYS('2024-01-01')),
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    PARTITION p3 VALUES LESS THAN MAXVALUE
);
