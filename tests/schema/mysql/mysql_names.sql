CREATE TABLE parents (id int PRIMARY KEY);
CREATE TABLE t (
    id int PRIMARY KEY,
    a int CHECK (a > 0),
    parent int REFERENCES parents (id),
    CHECK (a < 100),
    CONSTRAINT named CHECK (a <> 5) NOT ENFORCED,
    FOREIGN KEY index_only (parent) REFERENCES parents (id),
    KEY ((a + 1)),
    KEY ((a + 2), id),
    changed timestamp
);
-- show: MySQL's names
ALTER TABLE t ADD CHECK (id > 0), MODIFY a bigint, ALTER CHECK named ENFORCED;
RENAME TABLE t TO renamed;
ALTER TABLE renamed DROP CHECK renamed_chk_1, DROP FOREIGN KEY renamed_ibfk_1, ALTER INDEX index_only INVISIBLE;
