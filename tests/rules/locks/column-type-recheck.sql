-- bad: indexes with an expression or a predicate on the column
-- given:
CREATE TABLE t (a varchar(10), b varchar(10), c numeric(8, 2));
CREATE INDEX t_a_idx ON t (lower(a));
CREATE INDEX t_b_idx ON t (a) WHERE b <> '';
CREATE INDEX t_c_idx ON t (c) WHERE b <> '';
-- sql:
ALTER TABLE t ALTER a TYPE varchar(20);
              ^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE t ALTER b TYPE text;
              ^^^^^^^^^^^^^^^^^
ALTER TABLE t ALTER c TYPE numeric(12, 2);
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: an index in another collation
-- given:
CREATE TABLE t (a varchar(10));
CREATE INDEX t_a_idx ON t (a);
-- sql:
ALTER TABLE t ALTER a TYPE varchar(20) COLLATE "C";
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: timestamps under UTC
-- given:
CREATE TABLE t (at timestamp);
CREATE INDEX t_at_idx ON t (at);
-- sql:
SET timezone = 'UTC';
ALTER TABLE t ALTER at TYPE timestamptz;
              ^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: plain indexes, and other columns' checks
-- given:
CREATE TABLE t (id bigint PRIMARY KEY, a varchar(10), b numeric(8, 2), c integer CHECK (c > 0));
CREATE INDEX t_a_idx ON t (a);
CREATE UNIQUE INDEX t_b_key ON t (b);
-- sql:
ALTER TABLE t ALTER a TYPE varchar(20);
ALTER TABLE t ALTER b TYPE numeric(12, 2);
-- good: a foreign key on the column
-- given:
CREATE TABLE kinds (code varchar(10) PRIMARY KEY);
CREATE TABLE t (id bigint PRIMARY KEY, code varchar(10) REFERENCES kinds (code));
-- sql:
ALTER TABLE t ALTER code TYPE varchar(20);
-- good: nothing is known of the table
-- error: 42P01
ALTER TABLE t ALTER a TYPE varchar(20);
-- good: rows are written again, of which another rule tells
-- given:
CREATE TABLE t (a integer CHECK (a > 0));
-- sql:
ALTER TABLE t ALTER a TYPE bigint;
-- good: the table is new or small
-- option small_tables: ["settings"]
-- given:
CREATE TABLE settings (value varchar(10) CHECK (value <> ''));
-- sql:
CREATE TABLE t (a varchar(10) CHECK (a <> ''));
ALTER TABLE t ALTER a TYPE varchar(20);
ALTER TABLE settings ALTER value TYPE text;
