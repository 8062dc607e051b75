CREATE TABLE t (a varchar(10) CHARACTER SET latin1 COLLATE latin1_german1_ci, b text CHARSET utf8mb4, c int, d varbinary(10)) CHARSET=latin1;
ALTER TABLE t DEFAULT CHARACTER SET = utf8mb4;
-- show: the default of the table
ALTER TABLE t CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
-- show: converted
ALTER TABLE t MODIFY a varchar(10) CHARACTER SET ascii NOT NULL, CHARACTER SET latin1;
