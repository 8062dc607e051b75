-- bad: habit, size, and codes
CREATE TABLE a (id bigint PRIMARY KEY, family varchar(255), v varchar(1001), order_status varchar(50));
                                              ^^^^^^^^^^^^    ^^^^^^^^^^^^^               ^^^^^^^^^^^
ALTER TABLE a ADD COLUMN currency character varying(64);
                                  ^^^^^^^^^^^^^^^^^^^^^
-- good: what is long by nature, and short codes
CREATE TABLE a (id bigint PRIMARY KEY, work_email varchar(255), avatar_url varchar(255), user_agent varchar(255), password_hash varchar(255), code varchar(20), v varchar, n varchar(254));
-- good: another rule has said so
-- beside: types/varchar-instead-of-text
CREATE TABLE a (id bigint PRIMARY KEY, b text);
-- bad, mysql, mariadb: the limit of the option
-- option max_length: 100
CREATE TABLE a (id int PRIMARY KEY, body varchar(101), title varchar(100));
                                         ^^^^^^^^^^^^
-- good, mysql, mariadb: up to 2048
CREATE TABLE a (id int PRIMARY KEY, body varchar(2048));
