-- bad: checks and NOT NULL
-- given:
CREATE TABLE hits (id bigint PRIMARY KEY, n integer, m integer);
-- sql:
ALTER TABLE hits ADD CONSTRAINT c CHECK (n > 0);
-- the comment stays, so there is no fix
ALTER TABLE hits ALTER COLUMN m SET NOT NULL;
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: other transactions on purpose
-- given:
CREATE TABLE hits (id bigint PRIMARY KEY, n integer, m integer);
-- sql:
BEGIN;
ALTER TABLE hits ALTER COLUMN n TYPE bigint;
COMMIT;
BEGIN;
ALTER TABLE hits ALTER COLUMN m TYPE bigint;
COMMIT;
-- good: foreign keys and indexes are built one by one in any case
-- given:
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE hits (id bigint PRIMARY KEY, n bigint, m bigint);
-- sql:
ALTER TABLE hits ADD CONSTRAINT a FOREIGN KEY (n) REFERENCES users (id);
ALTER TABLE hits ADD CONSTRAINT b FOREIGN KEY (m) REFERENCES users (id);
ALTER TABLE hits ADD CONSTRAINT u UNIQUE (n);
ALTER TABLE hits ADD CONSTRAINT v UNIQUE (m);
-- good: SET NOT NULL proven by a CHECK that is dropped afterwards
-- given:
CREATE TABLE hits (id bigint PRIMARY KEY, n integer, m integer);
ALTER TABLE hits ADD CONSTRAINT c CHECK (n IS NOT NULL);
-- sql:
ALTER TABLE hits ALTER COLUMN n SET NOT NULL;
ALTER TABLE hits DROP CONSTRAINT c;
-- good: NOT VALID and VALIDATE
-- given:
CREATE TABLE hits (id bigint PRIMARY KEY, n integer, m integer);
-- sql:
ALTER TABLE hits ADD CONSTRAINT c CHECK (n > 0) NOT VALID;
ALTER TABLE hits VALIDATE CONSTRAINT c;
-- good: a new table
CREATE TABLE hits (id bigint PRIMARY KEY, n integer, m integer);
ALTER TABLE hits ALTER COLUMN n TYPE bigint;
ALTER TABLE hits ALTER COLUMN m TYPE bigint;
-- good: a column that the statement before adds or changes
-- given:
CREATE TABLE hits (id bigint PRIMARY KEY, n integer, m integer);
-- sql:
ALTER TABLE hits ALTER COLUMN n TYPE bigint;
ALTER TABLE hits ALTER COLUMN n TYPE numeric(10, 2);
-- good: something stands between, or the table is another one
-- given:
CREATE TABLE hits (id bigint PRIMARY KEY, n integer, m integer);
CREATE TABLE pages (id bigint PRIMARY KEY, n integer);
-- sql:
ALTER TABLE hits ALTER COLUMN n TYPE bigint;
UPDATE hits SET m = 1 WHERE id = 1;
ALTER TABLE hits ALTER COLUMN m TYPE bigint;
ALTER TABLE pages ALTER COLUMN n TYPE bigint;
-- good: what moves or renames the table, and partitions, stand alone
-- given:
CREATE TABLE hits (id bigint PRIMARY KEY, n integer);
-- sql:
ALTER TABLE hits ALTER COLUMN n TYPE bigint;
ALTER TABLE hits RENAME COLUMN n TO m;
ALTER TABLE hits RENAME TO hits_old;
ALTER TABLE hits_old SET SCHEMA public;
-- bad, mysql, mariadb: copies and rebuilds
-- given:
CREATE TABLE hits (id bigint PRIMARY KEY, n int, m int, a varchar(20)) ROW_FORMAT = DYNAMIC;
-- sql:
ALTER TABLE hits MODIFY n bigint;
ALTER TABLE hits ADD CONSTRAINT hits_m_check CHECK (m > 0);
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE hits ROW_FORMAT = COMPRESSED;
                 ^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
ALTER TABLE hits MODIFY n bigint, ADD CONSTRAINT hits_m_check CHECK (m > 0), ROW_FORMAT = COMPRESSED;
-- good, mysql, mariadb: one of them changes the catalog only
-- given:
CREATE TABLE hits (id bigint PRIMARY KEY, n int, m int);
-- sql:
ALTER TABLE hits MODIFY n bigint;
ALTER TABLE hits ADD COLUMN a int;
ALTER TABLE hits MODIFY m bigint;
-- good, mysql, mariadb: the second one changes what the first one made
-- given:
CREATE TABLE hits (id bigint PRIMARY KEY, n int);
-- sql:
ALTER TABLE hits CHANGE n m bigint;
ALTER TABLE hits MODIFY m decimal(20, 2);
-- good, mysql, mariadb: a new table
CREATE TABLE hits (id bigint PRIMARY KEY, n int, m int);
ALTER TABLE hits MODIFY n bigint;
ALTER TABLE hits MODIFY m bigint;
-- bad: a table that no migration creates
ALTER TABLE members ADD CONSTRAINT positive CHECK (a > 0);
ALTER TABLE public.members ADD CONSTRAINT small CHECK (b < 9);
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
ALTER TABLE members ADD CONSTRAINT positive CHECK (a > 0), ADD CONSTRAINT small CHECK (b < 9);
-- good: two tables that no migration creates
ALTER TABLE members ADD CONSTRAINT positive CHECK (a > 0);
ALTER TABLE app.members ADD CONSTRAINT small CHECK (b < 9);
