-- bad: refused pairs are errors
-- given:
CREATE TABLE owners (id bigint PRIMARY KEY, tag uuid NOT NULL UNIQUE);
-- sql:
CREATE TABLE pets (owner_id numeric REFERENCES owners (id), owner_tag text REFERENCES owners (tag));
                                    ^^^^^^^^^^^^^^^^^^^^^^
                                                                           ^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE pets (owner_id bigint REFERENCES owners (id), owner_tag uuid REFERENCES owners (tag));
-- bad: through a domain, at a table constraint
CREATE DOMAIN key_type AS bigint;
CREATE TABLE owners (id key_type PRIMARY KEY);
CREATE TABLE pets (owner_id int, FOREIGN KEY (owner_id) REFERENCES owners (id));
                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE DOMAIN key_type AS bigint;
CREATE TABLE owners (id key_type PRIMARY KEY);
CREATE TABLE pets (owner_id bigint, FOREIGN KEY (owner_id) REFERENCES owners (id));
-- good: domains over the same type, lengths, serial and identity
CREATE DOMAIN key_type AS bigint;
CREATE TABLE owners (id key_type PRIMARY KEY, name varchar(10) UNIQUE, number serial UNIQUE, nick char(5) UNIQUE);
CREATE TABLE pets (
    owner_id bigint REFERENCES owners (id),
    owner_name varchar(20) REFERENCES owners (name),
    owner_number integer REFERENCES owners (number),
    owner_nick text REFERENCES owners (nick)
);
-- good: a later migration widens the column
-- given:
CREATE TABLE owners (id bigint PRIMARY KEY);
CREATE TABLE pets (owner_id integer REFERENCES owners (id));
-- sql:
ALTER TABLE pets ALTER COLUMN owner_id TYPE bigint;
-- good: the target is not known
CREATE TABLE pets (owner_id integer REFERENCES owners (id));
-- good: types nobody knows
CREATE TABLE owners (id citext PRIMARY KEY);
CREATE TABLE pets (owner_id text REFERENCES owners (id));
