CREATE TABLE here (id int PRIMARY KEY);
CREATE DATABASE IF NOT EXISTS elsewhere DEFAULT CHARACTER SET utf8mb4;
CREATE TABLE elsewhere.there (id int PRIMARY KEY, here_id int);
USE elsewhere;
CREATE TABLE second (id int, there_id int, CONSTRAINT to_there FOREIGN KEY (there_id) REFERENCES there (id));
RENAME TABLE second TO elsewhere.third;
CREATE VIEW seen AS SELECT t.id FROM there t JOIN third ON third.there_id = t.id;
ALTER VIEW seen AS SELECT id FROM there;
CREATE DATABASE gone;
CREATE TABLE gone.t (a int);
-- show: two databases
DROP DATABASE gone;
DROP VIEW IF EXISTS seen;
