-- bad: a CHECK that is not validated, or says something else
-- given:
CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE a (id bigint, at date);
CREATE TABLE b (id bigint, at date, CHECK (at >= '2024-01-01'));
CREATE TABLE c (id bigint, at date, CHECK (at >= '2024-03-01' AND at < '2024-04-01'));
ALTER TABLE a ADD CONSTRAINT a_at CHECK (at IS NOT NULL AND at >= '2024-01-01' AND at < '2024-02-01') NOT VALID;
-- sql:
ALTER TABLE events ATTACH PARTITION a FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE events ATTACH PARTITION b FOR VALUES FROM ('2024-02-01') TO ('2024-03-01');
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE events ATTACH PARTITION c FOR VALUES FROM ('2024-03-01') TO ('2024-04-01');
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
ALTER TABLE a ADD CONSTRAINT a_bounds CHECK (at IS NOT NULL AND at >= '2024-01-01' AND at < '2024-02-01') NOT VALID;
ALTER TABLE a VALIDATE CONSTRAINT a_bounds;
ALTER TABLE events ATTACH PARTITION a FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
ALTER TABLE a DROP CONSTRAINT a_bounds;
ALTER TABLE b ADD CONSTRAINT b_bounds CHECK (at IS NOT NULL AND at >= '2024-02-01' AND at < '2024-03-01') NOT VALID;
ALTER TABLE b VALIDATE CONSTRAINT b_bounds;
ALTER TABLE events ATTACH PARTITION b FOR VALUES FROM ('2024-02-01') TO ('2024-03-01');
ALTER TABLE b DROP CONSTRAINT b_bounds;
ALTER TABLE c ADD CONSTRAINT c_bounds CHECK (at IS NOT NULL AND at >= '2024-03-01' AND at < '2024-04-01') NOT VALID;
ALTER TABLE c VALIDATE CONSTRAINT c_bounds;
ALTER TABLE events ATTACH PARTITION c FOR VALUES FROM ('2024-03-01') TO ('2024-04-01');
ALTER TABLE c DROP CONSTRAINT c_bounds;
-- bad: a list
-- given:
CREATE TABLE events (id bigint, kind text) PARTITION BY LIST (kind);
CREATE TABLE a (id bigint, kind text);
-- sql:
ALTER TABLE events ATTACH PARTITION a FOR VALUES IN ('a');
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
ALTER TABLE a ADD CONSTRAINT a_bounds CHECK (kind IS NOT NULL AND kind IN ('a')) NOT VALID;
ALTER TABLE a VALIDATE CONSTRAINT a_bounds;
ALTER TABLE events ATTACH PARTITION a FOR VALUES IN ('a');
ALTER TABLE a DROP CONSTRAINT a_bounds;
-- bad: the default partition is read too
-- given:
CREATE TABLE events (id bigint, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE events_rest PARTITION OF events DEFAULT;
CREATE TABLE a (id bigint, at date NOT NULL, CHECK (at IS NOT NULL AND at >= '2024-01-01' AND at < '2024-02-01'));
-- sql:
ALTER TABLE events ATTACH PARTITION a FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: validated in an earlier migration
-- given:
CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE a (id bigint, at date);
ALTER TABLE a ADD CONSTRAINT a_at CHECK (at IS NOT NULL AND at >= '2024-01-01' AND at < '2024-02-01') NOT VALID;
ALTER TABLE a VALIDATE CONSTRAINT a_at;
-- sql:
ALTER TABLE events ATTACH PARTITION a FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
-- good: the default partition rules the bounds out
-- given:
CREATE TABLE events (id bigint, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE events_rest PARTITION OF events DEFAULT;
ALTER TABLE events_rest ADD CONSTRAINT rest CHECK (at IS NOT NULL AND at < '2024-01-01');
CREATE TABLE a (id bigint, at date NOT NULL, CHECK (at IS NOT NULL AND at >= '2024-01-01' AND at < '2024-02-01'));
-- sql:
ALTER TABLE events ATTACH PARTITION a FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
-- good: the partition is new
-- given:
CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
-- sql:
CREATE TABLE a (LIKE events INCLUDING ALL);
INSERT INTO a (id, at) VALUES (1, '2024-01-15');
ALTER TABLE events ATTACH PARTITION a FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
-- good: no CHECK helps with hashes
-- given:
CREATE TABLE events (id bigint) PARTITION BY HASH (id);
CREATE TABLE a (id bigint);
-- sql:
ALTER TABLE events ATTACH PARTITION a FOR VALUES WITH (MODULUS 1, REMAINDER 0);
-- good: tables nobody knows
-- error: 42P01
ALTER TABLE events ATTACH PARTITION a FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
-- good: a table known to be small
-- option small_tables: ["a"]
-- given:
CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE a (id bigint, at date);
-- sql:
ALTER TABLE events ATTACH PARTITION a FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
