-- bad, mysql, mariadb: each way to write it
-- given:
CREATE TABLE a (id int PRIMARY KEY, name varchar(20)) CHARSET=latin1;
-- sql:
ALTER TABLE a CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE a COLLATE utf8mb4_general_ci;
              ^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
ALTER TABLE a CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
ALTER TABLE a COLLATE utf8mb4_general_ci;
-- bad, mysql only: a table that is not known
ALTER TABLE unknown DEFAULT CHARACTER SET = utf8mb4;
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
ALTER TABLE unknown CONVERT TO CHARACTER SET utf8mb4;
-- good, mysql, mariadb: converted, or nothing to convert
-- given:
CREATE TABLE a (id int PRIMARY KEY, name varchar(20));
CREATE TABLE b (id int PRIMARY KEY, code char(3) CHARACTER SET ascii);
-- sql:
ALTER TABLE a CONVERT TO CHARACTER SET utf8mb4, DEFAULT CHARACTER SET utf8mb4;
ALTER TABLE b DEFAULT CHARACTER SET utf8mb4;
ALTER TABLE a COMMENT 'x';
CREATE TABLE c (id int PRIMARY KEY, name varchar(20)) CHARSET=latin1;
ALTER TABLE c DEFAULT CHARACTER SET utf8mb4;
