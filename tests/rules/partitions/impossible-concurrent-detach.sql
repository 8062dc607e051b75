-- bad, postgres 13: an old server
ALTER TABLE events DETACH PARTITION events_2020 CONCURRENTLY;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: the default partition itself
-- given:
CREATE TABLE events (day date NOT NULL) PARTITION BY RANGE (day);
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- sql:
ALTER TABLE events DETACH PARTITION events_rest CONCURRENTLY;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: inside a transaction another rule speaks
-- given:
CREATE TABLE events (day date NOT NULL) PARTITION BY RANGE (day);
CREATE TABLE events_2020 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- sql:
BEGIN;
ALTER TABLE events DETACH PARTITION events_2020 CONCURRENTLY;
COMMIT;
-- good: the default partition is gone, FINALIZE, without CONCURRENTLY, unknown table
-- given:
CREATE TABLE events (day date NOT NULL) PARTITION BY RANGE (day);
CREATE TABLE events_2019 PARTITION OF events FOR VALUES FROM ('2019-01-01') TO ('2020-01-01');
CREATE TABLE events_2020 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- sql:
ALTER TABLE events DETACH PARTITION events_2019;
ALTER TABLE events DETACH PARTITION events_rest;
ALTER TABLE events DETACH PARTITION events_2020 CONCURRENTLY;
ALTER TABLE events DETACH PARTITION events_2020 FINALIZE;
ALTER TABLE logs DETACH PARTITION logs_2020 CONCURRENTLY;
