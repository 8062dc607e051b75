-- bad: months, quarters, days, years, attached
-- given:
CREATE TABLE ev (id bigint, at timestamptz, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE ev_2023 (id bigint NOT NULL, at timestamptz NOT NULL);
-- sql:
CREATE TABLE ev_202401 PARTITION OF ev FOR VALUES FROM ('2024-01-01') TO ('2024-04-01');
             ^^^^^^^^^
CREATE TABLE ev_2024_q3 PARTITION OF ev FOR VALUES FROM ('2024-06-01 00:00:00+00') TO ('2024-09-01 00:00:00+00');
             ^^^^^^^^^^
CREATE TABLE ev_y2024m12d24 PARTITION OF ev FOR VALUES FROM ('2024-12-25') TO ('2024-12-26');
             ^^^^^^^^^^^^^^
ALTER TABLE ev ATTACH PARTITION ev_2023 FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
                                ^^^^^^^
-- good: right names, other schemes, other zones, weeks
-- given:
CREATE TABLE ev (id bigint, at timestamptz, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
-- sql:
CREATE TABLE ev_2024_01 PARTITION OF ev FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
CREATE TABLE ev_2024_q2 PARTITION OF ev FOR VALUES FROM ('2024-04-01') TO ('2024-07-01');
CREATE TABLE ev_2025 PARTITION OF ev FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE ev_2026_01_05 PARTITION OF ev FOR VALUES FROM ('2026-01-05') TO ('2026-01-12');
CREATE TABLE ev_2027_02 PARTITION OF ev FOR VALUES FROM ('2027-01-31 22:00:00+00') TO ('2027-02-28 22:00:00+00');
CREATE TABLE ev_p0 PARTITION OF ev FOR VALUES FROM ('2028-01-01') TO ('2028-02-01');
CREATE TABLE ev_2029_w05 PARTITION OF ev FOR VALUES FROM ('2029-02-01') TO ('2029-02-08');
CREATE TABLE ev_2030_01 PARTITION OF ev FOR VALUES FROM (MINVALUE) TO ('2024-01-01');
-- good, mysql, mariadb: called after the day they end, or after nothing
CREATE TABLE ev (id int, at date NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (TO_DAYS(at)) (
    PARTITION p2024_01 VALUES LESS THAN (TO_DAYS('2024-01-01')),
    PARTITION p2024_02 VALUES LESS THAN (TO_DAYS('2024-03-01')),
    PARTITION pmax VALUES LESS THAN MAXVALUE
);
-- bad, mysql, mariadb: added later
-- given:
CREATE TABLE ev (id int, at date NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (TO_DAYS(at)) (PARTITION p2024 VALUES LESS THAN (TO_DAYS('2025-01-01')));
-- sql:
ALTER TABLE ev ADD PARTITION (PARTITION p2025_01 VALUES LESS THAN (TO_DAYS('2025-03-01')));
                                        ^^^^^^^^
