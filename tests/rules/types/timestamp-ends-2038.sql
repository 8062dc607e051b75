-- bad, mysql, mariadb: names of the future
CREATE TABLE a (id int PRIMARY KEY, expires_at timestamp NULL, due_at timestamp(3) NULL, valid_to timestamp NULL, renewsAt timestamp NULL);
                                               ^^^^^^^^^              ^^^^^^^^^^^^                ^^^^^^^^^                ^^^^^^^^^
-- bad, mysql: every column
-- option every_column: true
CREATE TABLE a (id int PRIMARY KEY, created_at timestamp NULL);
                                               ^^^^^^^^^
-- good, mysql, mariadb: the past, and another type
CREATE TABLE a (id int PRIMARY KEY, created_at timestamp NULL, expires_at datetime NULL);
-- good, mariadb 11.8 only: up to 2106
CREATE TABLE a (id int PRIMARY KEY, expires_at timestamp NULL);
