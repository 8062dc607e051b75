-- bad, cql: the table is unknown
-- file: asks.cql
SELECT id FROM people WHERE city = 'Bern' ALLOW FILTERING;
                                          ^^^^^^^^^^^^^^^

-- bad, cql: a part of the partition key
-- file: asks.cql
CREATE TABLE readings (sensor_id uuid, day date, ts timestamp, PRIMARY KEY ((sensor_id, day), ts));
SELECT ts FROM readings WHERE sensor_id = ? ALLOW FILTERING;
                                            ^^^^^^^^^^^^^^^

-- good, cql: one partition, or a few
-- file: asks.cql
CREATE TABLE readings (sensor_id uuid, day date, ts timestamp, v int, PRIMARY KEY ((sensor_id, day), ts));
SELECT ts FROM readings WHERE sensor_id = ? AND day IN (?, ?) AND v > 3 ALLOW FILTERING;
