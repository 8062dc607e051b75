-- bad: by ORDER BY, in an earlier file, of a join
-- given:
CREATE TABLE a (id bigint PRIMARY KEY, kind int, at date);
CREATE INDEX a_at_kind ON a (at, kind);
CREATE TABLE b (id bigint PRIMARY KEY, a_kind int);
-- sql:
SELECT id FROM a WHERE kind = 3 ORDER BY at LIMIT 10;
                                ^^^^^^^^^^^
SELECT a.id FROM b JOIN a ON a.kind = b.a_kind WHERE a.at > '2024-01-01';
-- bad, mysql, mariadb, sqlite: the same elsewhere
CREATE TABLE a (id int PRIMARY KEY, kind int, at date);
CREATE INDEX a_at_kind ON a (at, kind);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
SELECT id FROM a WHERE kind IN (1, 2) AND at BETWEEN '2024-01-01' AND '2024-02-01';
-- good: another query needs the order, another index serves, unique, other conditions
CREATE TABLE a (id bigint PRIMARY KEY, kind int, at date, x int, y int);
CREATE INDEX a_at_kind ON a (at, kind);
SELECT id FROM a WHERE kind = 3 AND at > '2024-01-01';
SELECT id FROM a WHERE at > '2024-01-01';
CREATE TABLE b (id bigint PRIMARY KEY, kind int, at date);
CREATE INDEX b_at_kind ON b (at, kind);
CREATE INDEX b_kind ON b (kind);
SELECT id FROM b WHERE kind = 3 AND at > '2024-01-01';
CREATE TABLE c (id bigint PRIMARY KEY, kind int, at date, UNIQUE (at, kind));
SELECT id FROM c WHERE kind = 3 AND at > '2024-01-01';
SELECT id FROM c WHERE kind = 3 OR at > '2024-01-01';
-- good, mysql, mariadb, sqlite: the value first
CREATE TABLE a (id int PRIMARY KEY, kind int, at date);
CREATE INDEX a_kind_at ON a (kind, at);
SELECT id FROM a WHERE kind = 3 AND at > '2024-01-01';
