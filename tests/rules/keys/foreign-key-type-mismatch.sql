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

-- bad, mysql: widths are refused
-- error: 1005
CREATE TABLE owners (id bigint PRIMARY KEY);
CREATE TABLE pets (id bigint PRIMARY KEY, owner_id int NOT NULL, FOREIGN KEY (owner_id) REFERENCES owners (id));
                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE owners (id bigint PRIMARY KEY);
CREATE TABLE pets (id bigint PRIMARY KEY, owner_id bigint NOT NULL, FOREIGN KEY (owner_id) REFERENCES owners (id));

-- bad, mysql: signs are refused
-- error: 1005
CREATE TABLE owners (id int unsigned PRIMARY KEY);
CREATE TABLE pets (id bigint PRIMARY KEY, owner_id int(11), FOREIGN KEY (owner_id) REFERENCES owners (id));
                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE owners (id int unsigned PRIMARY KEY);
CREATE TABLE pets (id bigint PRIMARY KEY, owner_id integer unsigned, FOREIGN KEY (owner_id) REFERENCES owners (id));

-- bad, sqlite: text and numbers
CREATE TABLE owners (id INTEGER PRIMARY KEY);
CREATE TABLE pets (id INTEGER PRIMARY KEY, owner_id TEXT UNIQUE REFERENCES owners (id));
                                                                ^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE owners (id INTEGER PRIMARY KEY);
CREATE TABLE pets (id INTEGER PRIMARY KEY, owner_id integer UNIQUE REFERENCES owners (id));

-- good, mysql: lengths and display widths do not matter
CREATE TABLE owners (id int(10) PRIMARY KEY, short_name varchar(10) NOT NULL UNIQUE);
CREATE TABLE pets (
    id bigint PRIMARY KEY,
    owner_id int(11) NOT NULL,
    owner_name char(20),
    FOREIGN KEY (owner_id) REFERENCES owners (id),
    FOREIGN KEY (owner_name) REFERENCES owners (short_name)
);

-- good, sqlite: numbers are numbers
CREATE TABLE owners (id INTEGER PRIMARY KEY);
CREATE TABLE pets (id INTEGER PRIMARY KEY, owner_id BIGINT UNIQUE REFERENCES owners (id));
-- bad: without a foreign key
CREATE TABLE authors (id bigint PRIMARY KEY);
CREATE TABLE books (id bigint PRIMARY KEY, author_id integer NOT NULL, editor_id integer);
                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: without a foreign key, of the same type or of another system
CREATE TABLE authors (id bigint PRIMARY KEY);
CREATE TABLE books (id bigint PRIMARY KEY, author_id bigint NOT NULL, author_type text);
CREATE TABLE reviews (id bigint PRIMARY KEY, author_id text, author_type text);
