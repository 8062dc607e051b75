-- bad: another scale
CREATE TABLE orders (id bigint PRIMARY KEY, status varchar(20), total numeric(10, 2));
-- file: 0002_next.sql
ALTER TABLE orders ALTER COLUMN total TYPE numeric(12, 4);
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
-- file: 0002_next.sql
ALTER TABLE orders ADD COLUMN total_new numeric(12, 4);
-- file: ...
-- bad: integer to bigint
-- given:
CREATE TABLE hits (id integer PRIMARY KEY);
-- sql:
ALTER TABLE hits ALTER COLUMN id SET DATA TYPE bigint;
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
ALTER TABLE hits ADD COLUMN id_new bigint;
-- file: ...
-- bad: shorter, fixed and limited strings
-- given:
CREATE TABLE t (a varchar(20), b char(3), c text, d varchar(20)[]);
-- sql:
ALTER TABLE t ALTER a TYPE varchar(10);
              ^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE t ALTER b TYPE char(4);
              ^^^^^^^^^^^^^^^^^^^^
ALTER TABLE t ALTER c TYPE varchar(50);
              ^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE t ALTER d TYPE varchar(30)[];
              ^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: json, enums and intervals
-- given:
CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TABLE t (a json, b mood, c interval);
-- sql:
ALTER TABLE t ALTER a TYPE jsonb;
              ^^^^^^^^^^^^^^^^^^
ALTER TABLE t ALTER b TYPE text;
              ^^^^^^^^^^^^^^^^^
ALTER TABLE t ALTER c TYPE interval(3);
              ^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: USING computes something
-- given:
CREATE TABLE t (a varchar(20));
-- sql:
ALTER TABLE t ALTER a TYPE text USING lower(a);
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: the time zone of the session is not known
-- given:
CREATE TABLE t (at timestamp);
-- sql:
ALTER TABLE t ALTER at TYPE timestamptz;
              ^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: USING AT TIME ZONE rewrites even under UTC
-- given:
CREATE TABLE t (at timestamp);
-- sql:
SET timezone = 'UTC';
ALTER TABLE t ALTER at TYPE timestamptz USING at AT TIME ZONE 'UTC';
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: a domain with a check
-- given:
CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
CREATE TABLE t (a integer);
-- sql:
ALTER TABLE t ALTER a TYPE positive;
              ^^^^^^^^^^^^^^^^^^^^^
-- bad: the present type is not known
ALTER TABLE orders ALTER COLUMN total TYPE text;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: longer and unlimited strings
-- given:
CREATE TABLE t (a varchar(20), b varchar(20), c varchar(20), d text, e varbit(8));
-- sql:
ALTER TABLE t ALTER a TYPE varchar(40), ALTER b TYPE varchar, ALTER c TYPE text;
ALTER TABLE t ALTER d TYPE varchar;
ALTER TABLE t ALTER e TYPE varbit(16);
-- good: more digits, higher precision
-- given:
CREATE TABLE t (a numeric(10, 2), b numeric(10, 2), c timestamp(3), d interval(3), e time(0));
-- sql:
ALTER TABLE t ALTER a TYPE numeric(12, 2), ALTER b TYPE numeric, ALTER c TYPE timestamp, ALTER d TYPE interval;
ALTER TABLE t ALTER e TYPE time(3);
-- good: types with the same bytes
-- given:
CREATE EXTENSION citext;
CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
CREATE DOMAIN anything AS integer;
CREATE TABLE t (a cidr, b citext, c xml, d oid, e positive, f integer, g text);
-- sql:
ALTER TABLE t ALTER a TYPE inet, ALTER b TYPE text, ALTER c TYPE text, ALTER d TYPE integer;
ALTER TABLE t ALTER e TYPE integer;
ALTER TABLE t ALTER f TYPE anything;
ALTER TABLE t ALTER g TYPE text;
-- good: USING is the column itself, or a cast of it
-- given:
CREATE TABLE t (a varchar(20), b varchar(20), c varchar(20));
-- sql:
ALTER TABLE t ALTER a TYPE text USING a, ALTER b TYPE text USING b::text, ALTER c TYPE text USING CAST(c AS text);
-- good: timestamps under UTC
-- given:
CREATE TABLE t (at timestamp, till timestamptz);
-- sql:
BEGIN;
SET LOCAL TIME ZONE 'UTC';
ALTER TABLE t ALTER at TYPE timestamptz;
ALTER TABLE t ALTER till TYPE timestamp;
COMMIT;
-- good: the table is new or temporary
CREATE TABLE t (id integer PRIMARY KEY);
CREATE TEMP TABLE picked (id integer);
ALTER TABLE t ALTER id TYPE bigint;
ALTER TABLE picked ALTER id TYPE bigint;
-- good: a table known to be small
-- option small_tables: ["settings"]
-- given:
CREATE TABLE settings (value integer);
-- sql:
ALTER TABLE settings ALTER value TYPE bigint;
-- good: a new column without a value
-- given:
CREATE TABLE t (a integer);
-- sql:
ALTER TABLE t ADD COLUMN b bigint;
-- bad, mysql, mariadb: other types
-- given:
CREATE TABLE hits (id int PRIMARY KEY, n int, a varchar(60), b decimal(10, 2), c varchar(20));
-- sql:
ALTER TABLE hits MODIFY n bigint;
                 ^^^^^^^^^^^^^^^
ALTER TABLE hits CHANGE COLUMN a b1 text;
                 ^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE hits MODIFY b decimal(12, 4), ADD COLUMN d int;
                 ^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE hits MODIFY c varchar(10);
                 ^^^^^^^^^^^^^^^^^^^^
-- bad, mysql, mariadb: a length that needs a second byte
-- given:
CREATE TABLE hits (id int PRIMARY KEY, a varchar(60)) DEFAULT CHARSET = utf8mb4;
-- sql:
ALTER TABLE hits MODIFY a varchar(70);
                 ^^^^^^^^^^^^^^^^^^^^
-- bad, mysql, mariadb: the sign
-- given:
CREATE TABLE hits (id int PRIMARY KEY, n int);
-- sql:
ALTER TABLE hits MODIFY n int unsigned;
                 ^^^^^^^^^^^^^^^^^^^^^
-- bad, mariadb 11.4: where writes go on it is information
-- given:
CREATE TABLE hits (id int PRIMARY KEY, n int);
-- sql:
ALTER TABLE hits MODIFY n bigint;
                 ^^^^^^^^^^^^^^^
-- bad, mysql, mariadb: the present type is not known
-- error: 1146
ALTER TABLE pages MODIFY n bigint NOT NULL;
                  ^^^^^^^^^^^^^^^^^^^^^^^^
-- good, mysql, mariadb: the present type is not known, and only the length may be another one, or no copy is accepted
-- error: 1146
ALTER TABLE pages MODIFY title varchar(200) NOT NULL;
ALTER TABLE pages MODIFY state enum('new', 'done') NOT NULL;
ALTER TABLE pages MODIFY n bigint NOT NULL, ALGORITHM=INPLACE;
-- good, mysql, mariadb: the same bytes
-- given:
CREATE TABLE hits (id int PRIMARY KEY, a varchar(10), b int(11), c varchar(100), n int);
-- sql:
ALTER TABLE hits MODIFY a varchar(20);
ALTER TABLE hits MODIFY b int;
ALTER TABLE hits MODIFY c varchar(200) COMMENT 'where from';
ALTER TABLE hits MODIFY n int DEFAULT 3 COMMENT 'how many';
-- good, mysql, mariadb: NULL or not is no type
-- given:
CREATE TABLE hits (id int PRIMARY KEY, n int);
-- sql:
ALTER TABLE hits MODIFY n int NOT NULL;
-- good, mysql, mariadb: lists have rules of their own
-- given:
CREATE TABLE jobs (id int PRIMARY KEY, state enum('new', 'done'), tags set('a', 'b'));
-- sql:
ALTER TABLE jobs MODIFY state enum('new', 'done', 'failed');
ALTER TABLE jobs MODIFY state enum('new', 'running', 'done', 'failed');
ALTER TABLE jobs MODIFY tags set('b', 'a');
-- good, mysql, mariadb: the table is new, temporary or small
-- option small_tables: ["settings"]
-- given:
CREATE TABLE settings (value int);
-- sql:
CREATE TABLE hits (id int PRIMARY KEY, n int);
CREATE TEMPORARY TABLE picked (n int);
ALTER TABLE hits MODIFY n bigint;
ALTER TABLE picked MODIFY n bigint;
ALTER TABLE settings MODIFY value bigint;
-- good, mysql, mariadb: the server refuses to copy
-- error: 1846
-- given:
CREATE TABLE hits (id int PRIMARY KEY, n int);
-- sql:
ALTER TABLE hits MODIFY n bigint, ALGORITHM=INPLACE;
