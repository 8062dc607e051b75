-- bad, mysql, sqlite: other engines, one branch with an index
-- given:
CREATE TABLE calls (id bigint PRIMARY KEY, at_time varchar(30) NOT NULL);
CREATE TABLE mails (id bigint PRIMARY KEY, sent varchar(30) NOT NULL);
CREATE INDEX calls_at ON calls (at_time);
-- sql:
SELECT id, at_time FROM calls UNION ALL SELECT id, sent FROM mails ORDER BY 2 LIMIT 20 OFFSET 20;
                                                                              ^^^^^^^^

-- good, mysql, sqlite: other engines
-- given:
CREATE TABLE calls (id bigint PRIMARY KEY, at_time varchar(30) NOT NULL);
CREATE TABLE mails (id bigint PRIMARY KEY, sent varchar(30) NOT NULL);
CREATE INDEX calls_at ON calls (at_time);
CREATE INDEX mails_at ON mails (sent);
-- sql:
SELECT id, at_time FROM calls UNION ALL SELECT id, sent FROM mails ORDER BY at_time LIMIT 20;
SELECT id, at_time FROM calls UNION SELECT id, sent FROM mails ORDER BY at_time LIMIT 20;
SELECT id, at_time FROM calls UNION ALL SELECT id, sent FROM mails LIMIT 20;

-- good: unknown tables, aggregates
-- given:
CREATE TABLE calls (id bigint PRIMARY KEY, at_time timestamptz NOT NULL);
-- sql:
SELECT id, at_time FROM calls UNION ALL SELECT id, at_time FROM mails ORDER BY at_time LIMIT 20;
SELECT max(id) AS id, at_time FROM calls GROUP BY at_time UNION ALL SELECT id, at_time FROM calls ORDER BY at_time LIMIT 20;
