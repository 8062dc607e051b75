-- bad: unknown tables, CONCURRENTLY, NO INHERIT
ALTER TABLE readings DETACH PARTITION readings_2020 CONCURRENTLY;
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE old_members NO INHERIT members;
                        ^^^^^^^^^^^^^^^^^^
-- good: INHERIT, and a new partition
-- given:
CREATE TABLE readings (id bigint NOT NULL, day date NOT NULL) PARTITION BY RANGE (day);
-- sql:
ALTER TABLE old_members INHERIT members;
CREATE TABLE readings_2020 PARTITION OF readings FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
ALTER TABLE readings DETACH PARTITION readings_2020;
