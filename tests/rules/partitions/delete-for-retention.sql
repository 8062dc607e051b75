-- bad: a parameter, a log without partitions, another column
-- given:
CREATE TABLE ev (id bigint, at timestamptz, made timestamptz, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE audit_log (id bigint PRIMARY KEY, at timestamptz NOT NULL);
-- sql:
DELETE FROM ev WHERE $1 >= at;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
DELETE FROM audit_log WHERE at <= '2024-01-01';
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
DELETE FROM ev WHERE made < now() - interval '1 year';
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: more conditions, newer rows, other tables, a column
-- given:
CREATE TABLE ev (id bigint, at timestamptz, made timestamptz, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE users (id bigint PRIMARY KEY, seen timestamptz NOT NULL);
CREATE TABLE audit_log (id bigint PRIMARY KEY, at timestamptz NOT NULL);
-- sql:
DELETE FROM ev WHERE at < now() AND made < now();
DELETE FROM ev WHERE at > now();
DELETE FROM ev WHERE at < made;
DELETE FROM users WHERE seen < now() - interval '1 year';
DELETE FROM audit_log WHERE id < 1000;
DELETE FROM nowhere WHERE at < now();
-- bad, mysql, mariadb: the same elsewhere
-- given:
CREATE TABLE ev (id int, at datetime NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE COLUMNS (at) (PARTITION p1 VALUES LESS THAN ('2025-01-01'));
-- sql:
DELETE FROM ev WHERE at < NOW() - INTERVAL 90 DAY;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good, mysql, mariadb: in steps
-- given:
CREATE TABLE event_log (id int PRIMARY KEY, at datetime NOT NULL);
-- sql:
DELETE FROM event_log WHERE at < NOW() - INTERVAL 90 DAY LIMIT 1000;
