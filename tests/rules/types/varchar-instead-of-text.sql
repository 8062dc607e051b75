-- bad: the standard's spelling, and a later type
CREATE TABLE t (a CHARACTER VARYING(10), b text);
                  ^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE t ALTER COLUMN b TYPE varchar(20);
                                  ^^^^^^^^^^^
-- fixed:
CREATE TABLE t (a TEXT, b text);
ALTER TABLE t ALTER COLUMN b TYPE varchar(20);

-- bad: without a length
-- option bare_varchar: true
CREATE TABLE t (a varchar);
                  ^^^^^^^
-- fixed:
CREATE TABLE t (a text);
