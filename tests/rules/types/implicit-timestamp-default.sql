-- bad, mysql 5.7 only, mariadb 10.4: definitions in every statement
CREATE TABLE a (id int PRIMARY KEY, n int, x timestamp, y timestamp(3) NOT NULL COMMENT 'when', z datetime);
                                           ^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE a ADD COLUMN at timestamp NOT NULL;
                         ^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE a MODIFY x timestamp NOT NULL;
                     ^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE a (id int PRIMARY KEY, n int, x timestamp NULL, y timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'when', z datetime);
ALTER TABLE a ADD COLUMN at timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE a MODIFY x timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP;
-- good, mysql 8.4 only, mariadb 10.11: the server says what is written
CREATE TABLE a (id int PRIMARY KEY, at timestamp);
-- good, mysql, mariadb 10.4: everything is said
CREATE TABLE a (id int PRIMARY KEY, a timestamp NULL, b timestamp DEFAULT CURRENT_TIMESTAMP, c timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP, d datetime);
