CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, bio TEXT);
CREATE TABLE other (id INTEGER PRIMARY KEY);
-- run
PRAGMA foreign_keys = OFF;
CREATE TABLE new_Users (id INTEGER PRIMARY KEY, Label TEXT NOT NULL);
INSERT INTO new_users (id, label) SELECT ID, Name FROM main.users;
--> a step
DROP TABLE Users;
--> a step, of users, label was Name, loses bio
ALTER TABLE new_users RENAME TO users;
--> a step, of users, label was Name, loses bio
DROP TABLE other;
-- run
ALTER TABLE users RENAME TO users_old;
CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, bio TEXT);
INSERT INTO users (name) SELECT upper(label) FROM users_old;
--> a step
DROP TABLE users_old;
--> a step, of users, renews id
-- run
CREATE TABLE some (id INTEGER PRIMARY KEY, name TEXT);
INSERT INTO some SELECT id, name FROM users WHERE name IS NOT NULL;
--> a step
DROP TABLE users;
--> of users in part, loses bio
ALTER TABLE some RENAME TO users;
--> of users in part, loses bio
-- run
CREATE TEMPORARY TABLE backup AS SELECT * FROM users;
DROP TABLE users;
--> a step, of users
CREATE TABLE users (id INTEGER PRIMARY KEY, name VARCHAR(10));
INSERT INTO users SELECT * FROM backup;
--> a step
DROP TABLE backup;
--> a step, of users
-- run
CREATE TABLE kept (id INTEGER PRIMARY KEY, name TEXT);
INSERT INTO kept SELECT * FROM users;
--> a step
-- run
DROP TABLE users;
ALTER TABLE kept RENAME TO users;
-- run
CREATE TABLE archive (id INTEGER PRIMARY KEY, name TEXT);
INSERT INTO archive SELECT * FROM users;
--> a step
ALTER TABLE archive RENAME TO archived;
DROP TABLE users;
DROP TABLE unknown_one;
CREATE TABLE x (id INTEGER);
INSERT INTO x SELECT id FROM unknown_two;
--> a step
DROP TABLE unknown_two;
--> a step, of unknown_two
ALTER TABLE x RENAME TO unknown_two;
--> a step, of unknown_two
