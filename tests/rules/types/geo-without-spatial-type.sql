-- bad: with a prefix, in decimals
CREATE TABLE trips (id bigint PRIMARY KEY, "startLatitude" numeric(9, 6) NOT NULL, "startLongitude" numeric(9, 6) NOT NULL);
                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: positions on a screen, one half, a point beside them, a stage
CREATE TABLE windows (id bigint PRIMARY KEY, x real NOT NULL, y real NOT NULL, lat real NOT NULL, end_lng real NOT NULL);
CREATE TABLE stops (id bigint PRIMARY KEY, lat real NOT NULL, lng real NOT NULL, spot point NOT NULL);
CREATE TABLE staging_stops (id bigint PRIMARY KEY, lat real NOT NULL, lng real NOT NULL);
-- bad, mysql: decimals
CREATE TABLE stops (id BIGINT PRIMARY KEY, lat DECIMAL(9,6) NOT NULL, lng DECIMAL(9,6) NOT NULL);
                                           ^^^^^^^^^^^^^^^^^^^^^^^^^
-- good, mysql, mariadb: a point, checks
CREATE TABLE stops (id BIGINT PRIMARY KEY, spot POINT NOT NULL);
CREATE TABLE places (
    id BIGINT PRIMARY KEY,
    lat DECIMAL(9,6) NOT NULL CHECK (lat BETWEEN -90 AND 90),
    lng DECIMAL(9,6) NOT NULL CHECK (lng BETWEEN -180 AND 180)
);
