-- bad, mysql, mariadb: columns that repeat the character set of their table
CREATE TABLE remark (
    id BIGINT PRIMARY KEY,
    title VARCHAR(90) CHARACTER SET utf8 COLLATE utf8_bin NOT NULL,
    body TEXT COLLATE utf8mb3_general_ci
) ENGINE=InnoDB DEFAULT CHARACTER SET = utf8 COLLATE = utf8_bin;
                        ^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE remark (
    id BIGINT PRIMARY KEY,
    title VARCHAR(90) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    body TEXT COLLATE utf8mb4_general_ci
) ENGINE=InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin;

-- bad, mysql, mariadb: columns
-- given:
CREATE TABLE remark (id BIGINT PRIMARY KEY, body TEXT) DEFAULT CHARSET=utf8mb4;
-- sql:
ALTER TABLE remark
    ADD title VARCHAR(90) CHARACTER SET utf8,
                          ^^^^^^^^^^^^^^^^^^
    ADD code CHAR(2) CHARACTER SET ascii,
    ADD place VARCHAR(90) CHARACTER SET latin1;
                          ^^^^^^^^^^^^^^^^^^^^
-- fixed:
ALTER TABLE remark
    ADD title VARCHAR(90) CHARACTER SET utf8mb4,
    ADD code CHAR(2) CHARACTER SET ascii,
    ADD place VARCHAR(90) CHARACTER SET latin1;

-- bad, mysql, mariadb: a collation alone, a database, a table that is converted
-- given:
CREATE TABLE remark (id BIGINT PRIMARY KEY, body TEXT) DEFAULT CHARSET=utf8mb4;
-- sql:
CREATE TABLE note (id BIGINT PRIMARY KEY, body TEXT) COLLATE utf8_unicode_ci;
                                                     ^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE remark CONVERT TO CHARACTER SET utf8;
                              ^^^^^^^^^^^^^^^^^^
ALTER TABLE remark DEFAULT CHARSET=utf8mb3;
                           ^^^^^^^^^^^^^^^
CREATE DATABASE old_times CHARACTER SET latin1;
                          ^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE note (id BIGINT PRIMARY KEY, body TEXT) COLLATE utf8mb4_unicode_ci;
ALTER TABLE remark CONVERT TO CHARACTER SET utf8mb4;
ALTER TABLE remark DEFAULT CHARSET=utf8mb4;
CREATE DATABASE old_times CHARACTER SET latin1;

-- bad, mysql, mariadb: one sorted by an old rule, for which there is no other
CREATE TABLE note (id BIGINT PRIMARY KEY, body TEXT) COLLATE utf8_general_mysql500_ci;
                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- good, mysql, mariadb: allowed
-- option allowed: ["latin1"]
CREATE TABLE note (id BIGINT PRIMARY KEY, body TEXT) DEFAULT CHARSET=latin1;

-- good, mysql, mariadb: fixed formats, binary, four bytes
CREATE TABLE note (
    id BIGINT PRIMARY KEY,
    token VARCHAR(64) CHARACTER SET ascii,
    sha1 CHAR(40) CHARACTER SET latin1 COLLATE latin1_bin,
    body TEXT,
    raw TEXT CHARACTER SET binary
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
