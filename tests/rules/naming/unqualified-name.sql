-- bad: every kind of object
CREATE VIEW v AS SELECT 1 AS x;
            ^
CREATE INDEX i ON t (x);
                  ^
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
                ^
CREATE TYPE mood AS ENUM ('ok');
            ^^^^
ALTER TABLE t ADD COLUMN y int;
            ^
DROP TABLE t;
           ^

-- bad: an option
-- option dml: true
INSERT INTO t (x) VALUES (1);
            ^

-- good: temporary tables, SET search_path, statements on rows
CREATE TEMP TABLE work (id bigint);
DROP TABLE work;
INSERT INTO t (x) VALUES (1);
SET search_path = app;
CREATE TABLE pens (id bigint PRIMARY KEY);
