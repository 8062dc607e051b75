-- bad: an enum, a CHECK, a name
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE a (id bigint PRIMARY KEY, m mood, s text CHECK (s IN ('x', 'y', 'z')), gender text, "isOpen" int);
CREATE INDEX ON a (m);
^^^^^^^^^^^^^^^^^^^^^
CREATE INDEX ON a USING btree (s DESC);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE INDEX ON a (gender);
^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad, mysql, mariadb: inside the table
CREATE TABLE a (id int PRIMARY KEY, kind enum('a', 'b') NOT NULL, is_open tinyint(1) NOT NULL, KEY k (kind), INDEX o (is_open));
                                                                                               ^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^
-- bad, sqlite: a CHECK
CREATE TABLE a (id INTEGER PRIMARY KEY, s TEXT CHECK (s IN ('x', 'y')));
CREATE INDEX i ON a (s);
^^^^^^^^^^^^^^^^^^^^^^^
-- good: partial, composite, other methods, foreign keys, queues, many values
CREATE TABLE kinds (code text PRIMARY KEY);
CREATE TABLE a (id bigint PRIMARY KEY, done boolean, due date, s text CHECK (s IN ('1', '2', '3', '4', '5', '6', '7')), kind text REFERENCES kinds (code) CHECK (kind IN ('a', 'b')));
CREATE INDEX ON a (due) WHERE done;
CREATE INDEX ON a (done) WHERE NOT done;
CREATE INDEX ON a (done, due);
CREATE INDEX ON a USING brin (done);
CREATE INDEX ON a (s);
CREATE INDEX ON a (kind);
CREATE TABLE job_queue (id bigint PRIMARY KEY, done boolean);
CREATE INDEX ON job_queue (done);
CREATE INDEX ON unknown (is_open);
-- good, mysql, mariadb, sqlite: the first of two
CREATE TABLE a (id int PRIMARY KEY, is_open boolean NOT NULL, due date);
CREATE INDEX i ON a (is_open, due);
