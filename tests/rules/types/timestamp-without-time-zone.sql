-- bad: the existing column is changed, so no token edit is offered
-- given:
CREATE TABLE visits (id bigint PRIMARY KEY, left_at timestamptz);
-- sql:
ALTER TABLE visits ALTER COLUMN left_at TYPE timestamp;
                                             ^^^^^^^^^
-- bad: arrays and modifiers count
CREATE TABLE visits (id bigint PRIMARY KEY, seen timestamp(0)[] NOT NULL);
                                                 ^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE visits (id bigint PRIMARY KEY, seen timestamptz(0)[] NOT NULL);
-- good: the column is called timestamp and has a zone
CREATE TABLE readings (id bigint PRIMARY KEY, "timestamp" timestamptz NOT NULL);
-- good: local time by name
CREATE TABLE people (id bigint PRIMARY KEY, birth_at timestamp, "localStart" timestamp, starts_at_local timestamp);
-- good: a zone stands beside it, also when it was there before
-- given:
CREATE TABLE shops (id bigint PRIMARY KEY, timezone text NOT NULL);
-- sql:
ALTER TABLE shops ADD COLUMN closes_at timestamp;
-- good: temporary tables
CREATE TEMP TABLE batch (seen_at timestamp);
-- good: casts in queries
SELECT now()::timestamp;
-- good: named in the options
-- option local_columns: ["opens_at"]
CREATE TABLE shops (id bigint PRIMARY KEY, opens_at timestamp);
-- bad: a copy made with LIKE is reported once, where the type is written
CREATE TABLE visits (id bigint PRIMARY KEY, seen_at timestamp);
                                                    ^^^^^^^^^
CREATE TABLE visits_new (LIKE visits INCLUDING ALL);
-- fixed:
CREATE TABLE visits (id bigint PRIMARY KEY, seen_at timestamptz);
CREATE TABLE visits_new (LIKE visits INCLUDING ALL);
-- good: a later file converts or drops the column
CREATE TABLE visits (id bigint PRIMARY KEY, seen_at timestamp, left_at timestamp);
-- file: 0002_zone.sql
ALTER TABLE visits ALTER COLUMN seen_at TYPE timestamptz, DROP COLUMN left_at;

-- bad: the type of a generated column cannot be changed in place, its expression would depend on the session
CREATE TABLE t (id bigint PRIMARY KEY, a jsonb, b timestamp GENERATED ALWAYS AS (f(a ->> 'b')) STORED);
                                                  ^^^^^^^^^
-- good: CQL, where a timestamp is an instant
CREATE TABLE readings (sensor uuid, at timestamp, PRIMARY KEY ((sensor), at)) WITH CLUSTERING ORDER BY (at DESC);
-- bad: of a domain, of a composite type, of a column that is not known, in a default
CREATE DOMAIN moment AS timestamp(3);
                        ^^^^^^^^^^^^
CREATE TYPE entry AS (at timestamp, n int);
                         ^^^^^^^^^
ALTER TABLE unknown ALTER COLUMN at TYPE timestamp without time zone;
                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE TABLE a (id bigint PRIMARY KEY, at timestamptz DEFAULT now()::timestamp);
                                                              ^^^^^^^^^^^^^^^^
-- good: with the zone
CREATE DOMAIN moment AS timestamptz;
CREATE TABLE a (id bigint PRIMARY KEY, at timestamptz DEFAULT now()::timestamp with time zone, b timestamptz DEFAULT '2024-01-01'::timestamptz);

-- bad: a default that is converted by CAST
CREATE TABLE a (id bigint PRIMARY KEY, b timestamptz NOT NULL DEFAULT CAST(now() AS timestamp));
                                                                      ^^^^^^^^^^^^^^^^^^^^^^^^
-- good: a default that keeps its zone
CREATE TABLE a (id bigint PRIMARY KEY, b timestamptz NOT NULL DEFAULT CAST('2024-01-01 00:00+00' AS timestamp with time zone));
-- bad: an index computes with it, which the server refuses of a type with a time zone
CREATE TABLE visits (id bigint PRIMARY KEY, seen_at timestamp NOT NULL);
                                                    ^^^^^^^^^
CREATE INDEX visits_seen_idx ON visits (date_trunc('day', seen_at));
