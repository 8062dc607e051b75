CREATE TABLE child (id INTEGER PRIMARY KEY, p INTEGER REFERENCES Parent (id), q REFERENCES other);
CREATE VIEW named AS SELECT child.id, parent.name FROM CHILD JOIN Parent ON parent.id = child.p;
CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT);
-- show: referenced before it exists
DROP TABLE "PARENT";
-- show: dropped while it is referenced
CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT, more TEXT);
ALTER TABLE Parent RENAME TO father;
-- show: renamed
ALTER TABLE child RENAME COLUMN P TO father_id;
PRAGMA legacy_alter_table = 1;
DROP VIEW named;
ALTER TABLE father RENAME TO grandfather;
-- show: renamed back
PRAGMA legacy_alter_table = off;
CREATE TABLE quoted (`a b` INTEGER, [c] INTEGER AS (`a b` + [A B]), CHECK ("a b" > 0));
CREATE INDEX quoted_expression ON quoted (abs([a b]), lower('a b')) WHERE `a b` > 1;
ALTER TABLE quoted RENAME COLUMN [a b] TO "d e";
