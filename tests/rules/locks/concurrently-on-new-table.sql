-- bad: unique, unnamed, IF NOT EXISTS
CREATE TABLE tags (id bigint PRIMARY KEY, name text, kind text);
CREATE UNIQUE INDEX  CONCURRENTLY IF NOT EXISTS tags_name_key ON tags (name);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE INDEX CONCURRENTLY ON tags (kind);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE tags (id bigint PRIMARY KEY, name text, kind text);
CREATE UNIQUE INDEX IF NOT EXISTS tags_name_key ON tags (name);
CREATE INDEX ON tags (kind);
-- good: the table may be old
CREATE TABLE IF NOT EXISTS tags (id bigint PRIMARY KEY, name text);
CREATE INDEX CONCURRENTLY tags_name_idx ON tags (name);
-- good, shop: rows have been loaded
CREATE TABLE names (id bigint PRIMARY KEY, name text);
INSERT INTO names SELECT id, name FROM users;
CREATE INDEX CONCURRENTLY names_name_idx ON names (name);
CREATE TABLE mails AS SELECT id, email FROM users;
CREATE INDEX CONCURRENTLY mails_email_idx ON mails (email);
-- good: another file created it
CREATE TABLE tags (id bigint PRIMARY KEY, name text);
-- file: 0002_next.sql
CREATE INDEX CONCURRENTLY tags_name_idx ON tags (name);
-- good: in a transaction the server refuses it, of which another rule tells
-- error: 25001
BEGIN;
CREATE TABLE tags (id bigint PRIMARY KEY, name text);
CREATE INDEX CONCURRENTLY tags_name_idx ON tags (name);
COMMIT;
-- good: a partitioned table, of which another rule tells
-- error: 0A000
CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
CREATE INDEX CONCURRENTLY events_at_idx ON events (at);
