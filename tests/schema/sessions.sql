CREATE SCHEMA app;
CREATE SCHEMA "Mixed";
SET search_path = app, public;
CREATE TABLE t (a int);
CREATE TABLE public.u (a int);
SET search_path TO "Mixed", "$user", public;
CREATE TABLE t (a int);
ALTER TABLE u ADD COLUMN b int;
SET lock_timeout = '5s';
-- show: paths
RESET search_path;
BEGIN;
SET LOCAL search_path = app;
SET LOCAL statement_timeout = '1min';
SET lock_timeout = '1s';
ALTER TABLE t ADD COLUMN c int;
-- show: inside
COMMIT;
-- show: committed
BEGIN;
DROP TABLE app.t;
CREATE TABLE gone (a int);
SET lock_timeout = '9s';
SAVEPOINT one;
CREATE TABLE also_gone (a int);
SAVEPOINT two;
CREATE TABLE gone_first (a int);
ROLLBACK TO SAVEPOINT one;
CREATE TABLE gone_last (a int);
-- show: rolled back to the savepoint
ROLLBACK;
-- show: rolled back
START TRANSACTION;
CREATE TABLE first (a int);
COMMIT AND CHAIN;
CREATE TABLE second (a int);
ROLLBACK AND CHAIN;
SAVEPOINT s;
CREATE TABLE third (a int);
RELEASE SAVEPOINT s;
END;
RESET ALL;
