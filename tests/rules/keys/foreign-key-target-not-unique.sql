-- bad: a table without a primary key
-- given:
CREATE TABLE countries (iso text NOT NULL);
-- sql:
CREATE TABLE cities (iso text REFERENCES countries);
                              ^^^^^^^^^^^^^^^^^^^^
-- bad: part of the key of a partitioned table
-- given:
CREATE TABLE events (id bigint, at date, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
-- sql:
CREATE TABLE marks (event_id bigint REFERENCES events (id));
                                    ^^^^^^^^^^^^^^^^^^^^^^
-- bad: partial, expression and deferrable keys do not count
-- given:
CREATE TABLE countries (iso text, name text UNIQUE DEFERRABLE);
CREATE UNIQUE INDEX a ON countries (iso) WHERE iso IS NOT NULL;
CREATE UNIQUE INDEX b ON countries (lower(iso));
-- sql:
CREATE TABLE cities (iso text REFERENCES countries (iso), name text REFERENCES countries (name));
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^
                                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: a self reference
CREATE TABLE nodes (id bigint PRIMARY KEY, code text, parent text REFERENCES nodes (code));
                                                                  ^^^^^^^^^^^^^^^^^^^^^^^
-- good: in another order
-- given:
CREATE TABLE seats (hall bigint, number int, PRIMARY KEY (hall, number));
-- sql:
CREATE TABLE tickets (number int, hall bigint, FOREIGN KEY (number, hall) REFERENCES seats (number, hall));
-- good: the parent is not known
CREATE TABLE cities (iso text REFERENCES countries (iso));
-- good: a self reference to a key
CREATE TABLE nodes (id bigint PRIMARY KEY, code text UNIQUE, parent text REFERENCES nodes (code));
-- good: the key is added by an earlier statement
-- given:
CREATE TABLE countries (iso text NOT NULL);
-- sql:
ALTER TABLE countries ADD UNIQUE (iso);
ALTER TABLE countries ADD COLUMN neighbour text REFERENCES countries (iso);

-- good, shop: a unique constraint
CREATE TABLE gifts (id bigint PRIMARY KEY, email text NOT NULL REFERENCES users (email));
CREATE INDEX gifts_email_idx ON gifts (email);

-- bad, mysql, shop: MySQL wants an index at least
-- error: 1005
CREATE TABLE gifts (id bigint PRIMARY KEY, user_name varchar(200), FOREIGN KEY (user_name) REFERENCES users (name));
                                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- bad, mysql: an index that is not unique
-- given:
CREATE TABLE users (id bigint PRIMARY KEY, name varchar(200), KEY (name));
-- sql:
CREATE TABLE gifts (id bigint PRIMARY KEY, user_name varchar(200), FOREIGN KEY (user_name) REFERENCES users (name));
                                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- bad, sqlite, shop: SQLite fails later
CREATE TABLE gifts (id INTEGER PRIMARY KEY, user_name TEXT UNIQUE REFERENCES users (name));
                                                                  ^^^^^^^^^^^^^^^^^^^^^^^

-- good, mysql, sqlite, shop: a unique column
CREATE TABLE gifts (id integer PRIMARY KEY, email varchar(200) NOT NULL UNIQUE, FOREIGN KEY (email) REFERENCES users (email));
