-- bad: out of order, with a type and an upper case of their own
CREATE TABLE events (at timestamptz NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE events_3 PARTITION OF events FOR VALUES FROM ('2024-03-01') TO ('2024-04-01');
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (MINVALUE) TO (TIMESTAMPTZ '2024-02-01');
                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE events (at timestamptz NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE events_3 PARTITION OF events FOR VALUES FROM ('2024-03-01') TO ('2024-04-01');
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (MINVALUE) TO ('2024-03-01');
-- bad: an attached table keeps its bounds
CREATE TABLE events (id bigint NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE events_1 (id bigint NOT NULL);
ALTER TABLE events ATTACH PARTITION events_1 FOR VALUES FROM (1) TO (9);
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM (10) TO (20);
-- good: a default partition, several columns, an expression
CREATE TABLE events (id bigint NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (1) TO (9);
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM (10) TO (MAXVALUE);
CREATE TABLE events_rest PARTITION OF events DEFAULT;
CREATE TABLE visits (shop int NOT NULL, day date NOT NULL) PARTITION BY RANGE (shop, day);
CREATE TABLE visits_1 PARTITION OF visits FOR VALUES FROM (1, '2024-01-01') TO (1, '2024-02-01');
CREATE TABLE visits_2 PARTITION OF visits FOR VALUES FROM (2, '2024-01-01') TO (2, '2024-02-01');
CREATE TABLE logs (at timestamp NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM ('2024-01-01') TO (now());
CREATE TABLE logs_2 PARTITION OF logs FOR VALUES FROM ('2030-01-01') TO ('2031-01-01');
-- good: the gap is left by a partition that was dropped, and filled later
CREATE TABLE events (id bigint NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (1) TO (9);
CREATE TABLE events_3 PARTITION OF events FOR VALUES FROM (20) TO (30);
-- file: 0002_next.sql
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM (9) TO (20);
ALTER TABLE events DETACH PARTITION events_1;
-- good: an unknown table
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (1) TO (9);
CREATE TABLE events_3 PARTITION OF events FOR VALUES FROM (20) TO (30);
