-- bad, cql: neither
-- file: tables.cql
CREATE TABLE readings (sensor_id uuid, bucket_date date, ts timestamp, PRIMARY KEY ((sensor_id, bucket_date), ts));
             ^^^^^^^^
-- fixed:
-- file: tables.cql
CREATE TABLE readings (sensor_id uuid, bucket_date date, ts timestamp, PRIMARY KEY ((sensor_id, bucket_date), ts)) WITH default_time_to_live = 7776000 AND compaction = {'class': 'TimeWindowCompactionStrategy',
    'compaction_window_unit': 'DAYS', 'compaction_window_size': 1};

-- bad, cql: no windows, behind another option
-- file: tables.cql
CREATE TABLE readings (sensor_id uuid, month text, at timeuuid, PRIMARY KEY ((sensor_id, month), at))
             ^^^^^^^^
    WITH CLUSTERING ORDER BY (at DESC) AND default_time_to_live = 86400;
-- fixed:
-- file: tables.cql
CREATE TABLE readings (sensor_id uuid, month text, at timeuuid, PRIMARY KEY ((sensor_id, month), at))
    WITH CLUSTERING ORDER BY (at DESC) AND default_time_to_live = 86400 AND compaction = {'class': 'TimeWindowCompactionStrategy',
    'compaction_window_unit': 'DAYS', 'compaction_window_size': 1};

-- good, cql: no bucket of time, no time, a view
-- file: tables.cql
CREATE TABLE members (team_id uuid, user_id uuid, PRIMARY KEY (team_id, user_id));
CREATE TABLE prices (country text, ts timestamp, PRIMARY KEY (country, ts));
CREATE TABLE stays (hotel_id uuid, day date, room int, PRIMARY KEY ((hotel_id, day), room));
