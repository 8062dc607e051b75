-- bad, mysql, mariadb, sqlite: another spelling
-- option types: ["int4", "TEXT"]
CREATE TABLE a (id bigint PRIMARY KEY, n int, t text);
                                         ^^^    ^^^^
-- good, mysql, mariadb, sqlite: nothing is listed
CREATE TABLE a (id bigint PRIMARY KEY, n int, t text);
-- bad: arrays, and a new type
-- option types: ["varchar"]
CREATE TABLE a (id bigint PRIMARY KEY, n character varying(20)[], t text);
                                         ^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE a ALTER COLUMN t TYPE varchar;
                                  ^^^^^^^
