-- bad: only required ones
-- option only_not_null: true
CREATE TABLE a (id bigint PRIMARY KEY, n int NOT NULL, m int);
                                       ^^^^^^^^^^^^^^
-- good: keys, numbers, computed, foreign keys, NULL as a word
CREATE TABLE b (id bigint PRIMARY KEY);
CREATE TABLE a (id serial, k bigint GENERATED ALWAYS AS IDENTITY, b_id bigint REFERENCES b (id), n int DEFAULT 1, m int GENERATED ALWAYS AS (n + 1) STORED, o int NULL, PRIMARY KEY (id));
-- good, mysql, mariadb: texts cannot have one
CREATE TABLE a (id int AUTO_INCREMENT PRIMARY KEY, note text NOT NULL, doc json, n int DEFAULT 0);
-- bad, mysql, mariadb: nullable, too
CREATE TABLE a (id int AUTO_INCREMENT PRIMARY KEY, n int);
                                                   ^^^^^
