-- bad, mysql: indexes belong to their tables
CREATE TABLE a (id bigint PRIMARY KEY, x int);
CREATE INDEX by_x ON a (x);
CREATE INDEX by_x ON a (x, id);
             ^^^^
-- error: 1061

-- bad, mysql: a table
CREATE TABLE a (id bigint PRIMARY KEY);
CREATE TABLE a (id bigint PRIMARY KEY);
             ^
-- error: 1050

-- good, mysql: other tables, guards
CREATE TABLE a (id bigint PRIMARY KEY, x int);
CREATE TABLE b (id bigint PRIMARY KEY, x int);
CREATE INDEX by_x ON a (x);
CREATE INDEX by_x ON b (x);
CREATE TABLE IF NOT EXISTS a (id bigint PRIMARY KEY);
CREATE TEMPORARY TABLE a (id bigint PRIMARY KEY);

-- bad, sqlite: indexes belong to the database
CREATE TABLE a (id integer PRIMARY KEY, x int);
CREATE TABLE b (id integer PRIMARY KEY, x int);
CREATE INDEX by_x ON a (x);
CREATE INDEX by_x ON b (x);
             ^^^^
-- error: index by_x already exists

-- good, sqlite: guards, dropped before
CREATE TABLE a (id integer PRIMARY KEY, x int);
CREATE INDEX by_x ON a (x);
DROP INDEX by_x;
CREATE INDEX by_x ON a (x);
CREATE INDEX IF NOT EXISTS by_x ON a (x);

-- bad: across files, views and tables share names, types, functions, triggers, policies, a key's index
CREATE TABLE t (id bigint PRIMARY KEY, n int CONSTRAINT t_n UNIQUE);
CREATE TYPE mood AS ENUM ('ok');
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER touch BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION touch();
CREATE POLICY own ON t USING (true);
-- file: 0002_more.sql
CREATE TYPE mood AS ENUM ('ok');
            ^^^^
CREATE FUNCTION f(b integer) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
                ^
CREATE TRIGGER touch AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION touch();
               ^^^^^
CREATE POLICY own ON t USING (false);
              ^^^
CREATE INDEX t_n ON t (n, id);
             ^^^
CREATE VIEW t AS SELECT 1 AS x;
            ^

-- good: dropped, renamed, another schema, overloads, OR REPLACE, temporary, tables known by mention
CREATE TABLE a (id bigint PRIMARY KEY);
DROP TABLE a;
CREATE TABLE a (id bigint PRIMARY KEY);
ALTER TABLE a RENAME TO b;
CREATE TABLE a (id bigint PRIMARY KEY);
CREATE SCHEMA s;
CREATE TABLE s.a (id bigint PRIMARY KEY);
CREATE TEMP TABLE a (id bigint);
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
CREATE FUNCTION f(a text) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
CREATE OR REPLACE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$ SELECT 2 $$;
ALTER TABLE known_elsewhere ADD COLUMN x int;
CREATE TABLE known_elsewhere (id bigint PRIMARY KEY);
CREATE TRIGGER touch BEFORE UPDATE ON a FOR EACH ROW EXECUTE FUNCTION touch();
CREATE TRIGGER touch BEFORE UPDATE ON b FOR EACH ROW EXECUTE FUNCTION touch();
