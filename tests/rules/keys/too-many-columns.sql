-- bad, mysql, mariadb, sqlite: added later
-- option max_columns: 2
CREATE TABLE a (id int PRIMARY KEY, b int);
             ^
ALTER TABLE a ADD COLUMN c int;
-- good, mysql, mariadb, sqlite: dropped later, of a warehouse
-- option max_columns: 2
CREATE TABLE a (id int PRIMARY KEY, b int, c int);
ALTER TABLE a DROP COLUMN c;
CREATE TABLE dim_a (id int PRIMARY KEY, b int, c int);
