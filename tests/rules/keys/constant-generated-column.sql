-- bad, mysql, mariadb, sqlite: stored or not
CREATE TABLE coins (id int PRIMARY KEY, sides int GENERATED ALWAYS AS (2) VIRTUAL, n int);
                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE coins (id int PRIMARY KEY, sides int NOT NULL DEFAULT 2, n int);
-- bad: a text
CREATE TABLE coins (id int PRIMARY KEY, kind text NOT NULL GENERATED ALWAYS AS ('coin') STORED);
                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE coins (id int PRIMARY KEY, kind text NOT NULL DEFAULT 'coin');
-- good: the tag of a composite foreign key
-- given:
CREATE TABLE things (id bigint, kind text, PRIMARY KEY (id, kind));
-- sql:
CREATE TABLE coins (id bigint PRIMARY KEY, kind text GENERATED ALWAYS AS ('coin') STORED, FOREIGN KEY (id, kind) REFERENCES things (id, kind));
-- good, mysql, mariadb, sqlite: computed
CREATE TABLE coins (id int PRIMARY KEY, n int NOT NULL, m int GENERATED ALWAYS AS (n * 2) VIRTUAL, k int DEFAULT 3);
