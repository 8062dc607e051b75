-- bad, mysql, mariadb: options, one column with its own
CREATE TABLE IF NOT EXISTS remark (
                           ^^^^^^
    id BIGINT PRIMARY KEY,
    code CHAR(2) CHARACTER SET ascii,
    title VARCHAR(90)
) ENGINE=InnoDB;
-- fixed:
CREATE TABLE IF NOT EXISTS remark (
    id BIGINT PRIMARY KEY,
    code CHAR(2) CHARACTER SET ascii,
    title VARCHAR(90)
) DEFAULT CHARSET=utf8mb4 ENGINE=InnoDB;

-- good, mysql, mariadb: copies, temporary tables, and what says it otherwise
CREATE TABLE remark (id BIGINT PRIMARY KEY, title VARCHAR(90)) COLLATE utf8mb4_bin;
CREATE TABLE remark_copy LIKE remark;
CREATE TABLE remark_list AS SELECT id, title FROM remark;
CREATE TEMPORARY TABLE picked (id BIGINT PRIMARY KEY, title VARCHAR(90));
CREATE TABLE codes (code CHAR(2) CHARACTER SET ascii PRIMARY KEY);

-- good, mysql, mariadb: the database says it
-- option database_default: true
CREATE TABLE remark (id BIGINT PRIMARY KEY, title VARCHAR(90));
