CREATE TABLE customers (
    id bigint unsigned NOT NULL AUTO_INCREMENT,
    email varchar(190) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'how to reach them',
    name varchar(100) DEFAULT NULL,
    kind enum('person', 'company') NOT NULL DEFAULT 'person',
    flags set('vip','late') DEFAULT NULL,
    balance decimal(12,2) NOT NULL DEFAULT 0.00,
    rating double DEFAULT 0,
    active bool NOT NULL DEFAULT true,
    hits int(10) unsigned zerofill,
    small smallint,
    tiny tinyint unsigned,
    medium mediumint,
    born date,
    seen datetime(3) DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
    created timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
    notes mediumtext,
    picture longblob,
    hash binary(16),
    data json,
    initials char(3) AS (substr(name, 1, 3)) VIRTUAL,
    full_hash varbinary(64) GENERATED ALWAYS AS (unhex(sha2(email, 256))) STORED,
    hidden int DEFAULT 5 INVISIBLE,
    PRIMARY KEY (id),
    UNIQUE KEY by_email (email),
    KEY (name),
    KEY name_and_kind (name(20), kind),
    INDEX seen_desc USING BTREE (seen) COMMENT 'latest first',
    FULLTEXT KEY words (notes),
    KEY unused (born) IGNORED,
    CONSTRAINT positive CHECK (balance >= 0)
) ENGINE=InnoDB AUTO_INCREMENT=100 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='who buys' ROW_FORMAT=DYNAMIC;

-- show: a table
CREATE TABLE IF NOT EXISTS customers (nothing int);
CREATE TABLE copies LIKE customers;
CREATE TABLE `Order Lines` (`Id` int PRIMARY KEY, `key` varchar(10) UNIQUE, position integer NOT NULL);
CREATE TABLE lines_summary AS SELECT position, count(*) AS n FROM `Order Lines` GROUP BY position;
CREATE TEMPORARY TABLE scratch (a int);
CREATE TABLE serials (id serial, a int);
CREATE OR REPLACE TABLE serials (id int AUTO_INCREMENT PRIMARY KEY, b char);
CREATE TABLE doomed (a int);
DROP TABLE doomed;
DROP TABLE IF EXISTS doomed, never_there;
-- show: more tables
RENAME TABLE copies TO copied, serials TO numbers;
ALTER TABLE numbers RENAME AS numbered;
ALTER TABLE copied ENGINE=InnoDB, COMMENT='another', ROW_FORMAT=COMPACT;
TRUNCATE TABLE numbered;
DROP TEMPORARY TABLE scratch;
