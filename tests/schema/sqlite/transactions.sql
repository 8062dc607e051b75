PRAGMA foreign_keys(1);
CREATE TABLE a (id INTEGER PRIMARY KEY);
BEGIN IMMEDIATE TRANSACTION;
PRAGMA foreign_keys = OFF;
PRAGMA defer_foreign_keys = ON;
CREATE TABLE b (id INTEGER PRIMARY KEY);
SAVEPOINT one;
DROP TABLE a;
ROLLBACK TRANSACTION TO SAVEPOINT one;
RELEASE one;
-- show: inside
END TRANSACTION;
BEGIN;
DROP TABLE b;
ROLLBACK;
-- show: rolled back
SAVEPOINT alone;
CREATE TABLE c (id INTEGER PRIMARY KEY);
SAVEPOINT inner;
CREATE TABLE d (id INTEGER PRIMARY KEY);
ROLLBACK TO inner;
-- show: in a transaction of a savepoint
RELEASE SAVEPOINT alone;
PRAGMA user_version = 7;
PRAGMA main.user_version;
PRAGMA table_info('a');
