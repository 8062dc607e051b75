SET explicit_defaults_for_timestamp = 0;
CREATE TABLE t (a timestamp, b timestamp, c timestamp NULL, d timestamp DEFAULT '2020-01-01 00:00:00');
SET explicit_defaults_for_timestamp = 1;
CREATE TABLE u (a timestamp, b timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP);
