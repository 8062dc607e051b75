-- good, cql: rows that expire
-- file: tables.cql
CREATE TABLE readings (sensor_id uuid, ts timestamp, PRIMARY KEY (sensor_id, ts)) WITH default_time_to_live = 86400;

-- good, cql: no time
-- file: tables.cql
CREATE TABLE members (team_id uuid, user_id uuid, PRIMARY KEY (team_id, user_id));

-- good, cql: a key of a place
-- file: tables.cql
CREATE TABLE prices (country text, ts timestamp, PRIMARY KEY (country, ts));

-- bad, cql: a timeuuid and what follows it
-- file: tables.cql
CREATE TABLE events (user_id uuid, at timeuuid, kind text, PRIMARY KEY (user_id, at, kind));
                                                                        ^^^^^^^^^^^^^^^^^
-- fixed:
-- file: tables.cql
CREATE TABLE events (bucket_date date, user_id uuid, at timeuuid, kind text, PRIMARY KEY ((user_id, bucket_date), at, kind));
