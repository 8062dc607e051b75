-- bad: comparisons, joins and assignments
-- given:
CREATE TABLE jobs (id bigint PRIMARY KEY, run_at timestamp NOT NULL, ended timestamp(3));
CREATE TABLE logs (id bigint PRIMARY KEY, at timestamptz NOT NULL);
-- sql:
SELECT j.id FROM jobs j WHERE j.run_at BETWEEN now() - interval '1 day' AND '2030-01-01';
                                               ^^^^^^^^^^^^^^^^^^^^^^^^
SELECT j.id FROM jobs j JOIN logs l ON l.at > j.run_at + interval '1 hour';
                                       ^^^^
UPDATE jobs SET ended = CURRENT_TIMESTAMP WHERE id = 1;
                        ^^^^^^^^^^^^^^^^^
INSERT INTO jobs (id, run_at) VALUES (1, clock_timestamp());
                                         ^^^^^^^^^^^^^^^^^
DELETE FROM jobs WHERE run_at < '2024-01-01'::timestamptz;
                                ^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: two kinds for one purpose
CREATE TABLE a (id bigint PRIMARY KEY, created_at timestamp NOT NULL);
                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE TABLE b (id bigint PRIMARY KEY, created_at timestamptz NOT NULL);
-- good: said, unknown, or of one kind
-- given:
CREATE TABLE jobs (id bigint PRIMARY KEY, run_at timestamp NOT NULL, zoned timestamptz, day date);
-- sql:
SELECT id FROM jobs WHERE run_at < now() AT TIME ZONE 'UTC' AND run_at < LOCALTIMESTAMP AND zoned < now() AND day < now();
SELECT id FROM unknown WHERE run_at < now();
UPDATE jobs SET zoned = now(), run_at = $1 WHERE id = 1;
SELECT id FROM jobs WHERE run_at AT TIME ZONE 'UTC' < now();
