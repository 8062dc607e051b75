-- bad, cql: a DELETE
-- file: asks.cql
CREATE TABLE readings (sensor_id uuid, day date, ts timestamp, PRIMARY KEY ((sensor_id, day), ts));
DELETE FROM readings WHERE sensor_id = ?;
                     ^^^^^^^^^^^^^^^^^^^
-- fixed:
-- file: asks.cql
CREATE TABLE readings (sensor_id uuid, day date, ts timestamp, PRIMARY KEY ((sensor_id, day), ts));
DELETE FROM readings WHERE sensor_id = ? AND day = ?;

-- bad, cql: no condition at all
-- file: asks.cql
CREATE TABLE readings (sensor_id uuid, day date, ts timestamp, PRIMARY KEY ((sensor_id, day), ts));
SELECT ts FROM readings LIMIT 5;
               ^^^^^^^^

-- good, cql: a range of tokens
-- file: asks.cql
CREATE TABLE readings (sensor_id uuid, day date, ts timestamp, PRIMARY KEY ((sensor_id, day), ts));
SELECT ts FROM readings WHERE token(sensor_id, day) > token(?, ?);

-- good, cql: an index
-- file: asks.cql
CREATE TABLE people (id uuid PRIMARY KEY, city text);
CREATE INDEX ON people (city);
SELECT id FROM people WHERE city = 'Bern';

-- good, cql: a view has a key of its own
-- file: asks.cql
CREATE TABLE people (id uuid PRIMARY KEY, city text);
CREATE MATERIALIZED VIEW people_by_city AS SELECT id, city FROM people
WHERE city IS NOT NULL AND id IS NOT NULL PRIMARY KEY (city, id);
SELECT id FROM people_by_city WHERE city = 'Bern';

-- good, cql: a table that is not known
-- file: asks.cql
SELECT id FROM strangers WHERE city = 'Bern';

-- good, cql: two columns at once
-- file: asks.cql
CREATE TABLE readings (sensor_id uuid, day date, ts timestamp, PRIMARY KEY ((sensor_id, day), ts));
SELECT ts FROM readings WHERE (sensor_id, day) IN ((?, ?));
