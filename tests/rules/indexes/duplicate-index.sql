-- bad: the one that enforces nothing, wherever it stands
CREATE TABLE users (id bigint PRIMARY KEY, email text NOT NULL, login text UNIQUE);
CREATE INDEX users_email_idx ON users (email);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE UNIQUE INDEX users_email_key ON users (email);
CREATE INDEX users_id_idx ON users (id);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE INDEX users_login_idx ON users (login);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: in another file, the opposite direction, the same expression and condition
CREATE TABLE jobs (id bigint PRIMARY KEY, state text, name text);
CREATE INDEX a ON jobs (lower(name)) WHERE state = 'new';
-- file: 0002_again.sql
CREATE INDEX b ON jobs (lower( name ) DESC) WHERE state = 'new';
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: method, operator class, direction, predicate, expression and INCLUDE differ
CREATE TABLE jobs (id bigint PRIMARY KEY, name text, n int, state text);
CREATE INDEX a ON jobs (name, n);
CREATE INDEX b ON jobs USING hash (name);
CREATE INDEX c ON jobs (name text_pattern_ops, n);
CREATE INDEX d ON jobs (name, n DESC);
CREATE INDEX e ON jobs (name, n) WHERE state = 'new';
CREATE INDEX f ON jobs (lower(name), n);
CREATE INDEX g ON jobs (name, n) INCLUDE (state);
CREATE INDEX h ON jobs (name COLLATE "C", n);
-- good: replaced, repeated and adopted indexes
CREATE TABLE jobs (id bigint PRIMARY KEY, name text);
CREATE INDEX a ON jobs (name);
CREATE INDEX IF NOT EXISTS a ON jobs (name);
CREATE UNIQUE INDEX b ON jobs (name);
DROP INDEX a;
ALTER TABLE jobs ADD UNIQUE USING INDEX b;
-- good: partitions have the index of their parent once
CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
CREATE INDEX ON events (id);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');

-- bad, mysql, shop: MySQL
CREATE INDEX users_email_idx ON users (email);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- bad, mysql: inside the definition
CREATE TABLE teams (id bigint PRIMARY KEY, name varchar(50) NOT NULL, UNIQUE KEY (name), KEY by_name (`name`));
                                                                                         ^^^^^^^^^^^^^^^^^^^^

-- bad, sqlite, shop: SQLite
CREATE INDEX users_email_idx ON users (Email);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- good, mysql: other columns, other lengths, and the index of a foreign key
CREATE TABLE teams (id bigint PRIMARY KEY, name varchar(50) NOT NULL, KEY (name), KEY start (name(10)), KEY (name, id));
CREATE TABLE players (id bigint PRIMARY KEY, team_id bigint, FOREIGN KEY (team_id) REFERENCES teams (id));
CREATE INDEX players_team_id_idx ON players (team_id);

-- good, sqlite, shop: other collation, other rows
CREATE INDEX users_email_idx ON users (email COLLATE NOCASE);
CREATE INDEX users_new_idx ON users (email) WHERE status = 'new';

-- bad: an index of the primary key
CREATE TABLE songs (id bigint PRIMARY KEY, title text);
CREATE INDEX songs_id_idx ON songs (id);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad, mysql: a key on the primary key
CREATE TABLE songs (id bigint PRIMARY KEY, title varchar(20), KEY songs_id_idx (id));
                                                              ^^^^^^^^^^^^^^^^^^^^^
-- bad, sqlite: an index of the primary key
CREATE TABLE songs (code text PRIMARY KEY, title text);
CREATE INDEX songs_code_idx ON songs (code);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad, mysql, mariadb: a constraint that repeats the primary key, and one that repeats another
CREATE TABLE songs (id bigint PRIMARY KEY, code varchar(20) UNIQUE, UNIQUE KEY id (id), UNIQUE KEY again (code));
                                                                    ^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^^^^^
-- bad: a constraint added twice
CREATE TABLE songs (id bigint PRIMARY KEY, code text NOT NULL UNIQUE);
ALTER TABLE songs ADD CONSTRAINT songs_code_unique UNIQUE (code);
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: one statement repeats itself, of which the server makes one index
CREATE TABLE songs (id bigint PRIMARY KEY UNIQUE, code text NOT NULL UNIQUE, UNIQUE (code));
-- good, sqlite: of which the server makes one index
CREATE TABLE songs (id integer PRIMARY KEY, code text NOT NULL UNIQUE, UNIQUE (code));
-- good, mysql: a type that is unique in itself
CREATE TABLE songs (id SERIAL PRIMARY KEY, title varchar(20));
