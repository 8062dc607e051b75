CREATE TABLE users (id bigint AUTO_INCREMENT PRIMARY KEY, name text, bio text);
-- run
CREATE TABLE users_new LIKE users;
ALTER TABLE users_new DROP COLUMN bio;
INSERT INTO users_new (id, name) SELECT id, name FROM users;
--> a step
RENAME TABLE users TO users_old, users_new TO users;
--> a step, of users, loses bio
--> a step, of users, loses bio
DROP TABLE users_old;
--> a step, of users, loses bio
-- run
CREATE TABLE _users_new (id bigint PRIMARY KEY, name varchar(100));
INSERT IGNORE INTO _users_new SELECT * FROM users LOCK IN SHARE MODE;
--> a step
DROP TABLE users;
--> a step, of users
ALTER TABLE _users_new RENAME TO users;
--> a step, of users
-- run
RENAME TABLE users TO people;
CREATE TABLE orders (id bigint PRIMARY KEY, note text, old_note text);
-- run
CREATE TABLE orders_copy LIKE orders;
INSERT INTO orders_copy SELECT * FROM orders;
--> a step
ALTER TABLE orders_copy DROP COLUMN old_note;
ALTER TABLE orders_copy RENAME COLUMN note TO remark;
DROP TABLE orders;
--> a step, of orders, remark was note, loses old_note
RENAME TABLE orders_copy TO orders;
--> a step, of orders, remark was note, loses old_note
