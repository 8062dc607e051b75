-- bad: with ONLY too
-- given:
CREATE TABLE events (id bigint, day date, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
-- sql:
CREATE INDEX CONCURRENTLY events_day_idx ON ONLY events (day);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: several partitions, one in another schema
-- given:
CREATE TABLE events (id bigint, day date, note text, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
CREATE TABLE old.events_0 PARTITION OF events FOR VALUES FROM (MINVALUE) TO ('2024-01-01');
-- sql:
CREATE INDEX CONCURRENTLY events_note_idx ON public.events USING gin (to_tsvector('simple', note)) WHERE note <> '';
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE INDEX events_note_idx ON ONLY public.events USING gin (to_tsvector('simple', note)) WHERE note <> '';
CREATE INDEX CONCURRENTLY events_1_to_tsvector_idx ON events_1 USING gin (to_tsvector('simple', note)) WHERE note <> '';
ALTER INDEX events_note_idx ATTACH PARTITION events_1_to_tsvector_idx;
CREATE INDEX CONCURRENTLY events_0_to_tsvector_idx ON old.events_0 USING gin (to_tsvector('simple', note)) WHERE note <> '';
ALTER INDEX events_note_idx ATTACH PARTITION old.events_0_to_tsvector_idx;
-- bad: partitions of partitions get no fix
-- given:
CREATE TABLE events (id bigint, day date, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
CREATE TABLE events_1 PARTITION OF events DEFAULT PARTITION BY HASH (id);
-- sql:
CREATE INDEX CONCURRENTLY events_day_idx ON events (day);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: unknown table, index of a partition, REINDEX, inside a transaction
-- given:
CREATE TABLE events (id bigint, day date, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
CREATE TABLE events_1 PARTITION OF events DEFAULT;
CREATE INDEX events_1_day_idx ON events_1 (day);
-- sql:
CREATE INDEX CONCURRENTLY logs_day_idx ON logs (day);
DROP INDEX CONCURRENTLY events_1_day_idx;
REINDEX TABLE CONCURRENTLY events;
BEGIN;
CREATE INDEX CONCURRENTLY events_day_idx ON events (day);
COMMIT;
