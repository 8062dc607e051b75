-- bad, mysql: character set, collation, comment
-- given:
CREATE TABLE jobs (id bigint PRIMARY KEY, a varchar(10) CHARACTER SET latin1, b varchar(10) COLLATE utf8mb4_bin, c int COMMENT 'n');
-- sql:
ALTER TABLE jobs MODIFY a varchar(20);
                        ^^^^^^^^^^^^^
ALTER TABLE jobs MODIFY b varchar(20);
                        ^^^^^^^^^^^^^
ALTER TABLE jobs MODIFY c bigint;
                        ^^^^^^^^
-- good, mysql: repeated
-- given:
CREATE TABLE jobs (id bigint PRIMARY KEY, a varchar(10) CHARACTER SET latin1, b varchar(10) COLLATE utf8mb4_bin);
-- sql:
ALTER TABLE jobs MODIFY a varchar(20) CHARACTER SET latin1;
ALTER TABLE jobs MODIFY b varchar(20) COLLATE utf8mb4_bin;
-- bad, mysql only: CHANGE of a column that is not known
ALTER TABLE jobs CHANGE tries tries int unsigned;
                              ^^^^^^^^^^^^^^^^^^
-- good, mysql only: a new name, or MODIFY
ALTER TABLE jobs CHANGE COLUMN tries attempts int unsigned;
ALTER TABLE jobs MODIFY tries int unsigned;
