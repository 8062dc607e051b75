CREATE TABLE t (a int);
SET NAMES utf8mb4;
SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0, SQL_MODE='NO_AUTO_VALUE_ON_ZERO';
SET GLOBAL max_connections = 200;
SET @@session.time_zone = '+00:00';
START TRANSACTION;
INSERT INTO t VALUES (1);
-- show: a transaction
CREATE TABLE u (a int);
-- show: no transaction after a definition
BEGIN;
CREATE TEMPORARY TABLE v (a int);
SAVEPOINT s;
INSERT INTO u SELECT * FROM v;
-- show: a temporary table ends none
ROLLBACK;
START TRANSACTION;
DELETE FROM u;
COMMIT;
SET FOREIGN_KEY_CHECKS=DEFAULT;
-- show: no transaction
BEGIN;
DELETE FROM u;
LOCK TABLES u WRITE;
-- show: a lock ends it
UNLOCK TABLES;
START TRANSACTION;
SET autocommit = 1;
TRUNCATE TABLE u;
