-- bad: an unknown table
ALTER TABLE events SET UNLOGGED;
                   ^^^^^^^^^^^^
ALTER TABLE staging SET LOGGED;
                    ^^^^^^^^^^
-- good: already so
-- given:
CREATE TABLE events (id bigint PRIMARY KEY);
CREATE UNLOGGED TABLE staging (id bigint PRIMARY KEY);
-- sql:
ALTER TABLE events SET LOGGED;
ALTER TABLE staging SET UNLOGGED;
-- good: the table is new
CREATE UNLOGGED TABLE staging (id bigint PRIMARY KEY);
ALTER TABLE staging SET LOGGED;
-- good: sequences
ALTER SEQUENCE events_id_seq SET UNLOGGED;
-- good: a partitioned table has no rows of its own
-- given:
CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
-- sql:
ALTER TABLE events SET UNLOGGED;
-- good: a table known to be small
-- option small_tables: ["settings"]
ALTER TABLE settings SET UNLOGGED;
