CREATE TABLE a (id int PRIMARY KEY, only_a int);
CREATE TABLE b (id int PRIMARY KEY, a_id int, FOREIGN KEY (a_id) REFERENCES a (id), KEY taken (a_id, id));
CREATE VIEW v AS SELECT id FROM b;
RENAME TABLE a TO other, b TO a, other TO b;
-- show: swapped
RENAME TABLE v TO w;
CREATE DATABASE archive;
CREATE TABLE archive.taken (id int);
ALTER TABLE a RENAME TO archive.old_a, ADD COLUMN moved int;
-- show: moved
CREATE TABLE a (id int);
ALTER TABLE archive.old_a DROP FOREIGN KEY old_a_ibfk_1;
RENAME TABLE archive.old_a TO a2, archive.taken TO taken;
ALTER TABLE a RENAME archive.b;
ALTER TABLE archive.b RENAME c;
DROP DATABASE archive;
DROP VIEW w;
