-- bad: unknown tables
TRUNCATE a, b CASCADE;
         ^  ^
-- good: new and temporary tables, without CASCADE
CREATE TABLE notes (id bigint PRIMARY KEY);
TRUNCATE notes CASCADE;
CREATE TEMPORARY TABLE t (id bigint);
TRUNCATE t CASCADE;
TRUNCATE orders;
-- good, shop: what tests use
-- file: db/test/reset.sql
TRUNCATE users CASCADE;
