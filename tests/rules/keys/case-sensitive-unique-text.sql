-- bad: constraints and indexes in every form
CREATE TABLE a (id bigint PRIMARY KEY, username varchar(40), UNIQUE (username));
                                                             ^^^^^^^^^^^^^^^^^
CREATE TABLE b (slug text PRIMARY KEY);
                          ^^^^^^^^^^^
CREATE TABLE c (id bigint PRIMARY KEY, tenant bigint, login text);
CREATE UNIQUE INDEX c_login ON c (tenant, login);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE TABLE d (id bigint PRIMARY KEY, work_email text);
-- file: 0002_unique.sql
ALTER TABLE ONLY d ADD CONSTRAINT d_key UNIQUE (work_email);
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE a (id bigint PRIMARY KEY, username varchar(40), UNIQUE (username));
CREATE UNIQUE INDEX a_lower_idx ON a (lower(username));
CREATE TABLE b (slug text PRIMARY KEY);
CREATE UNIQUE INDEX b_lower_idx ON b (lower(slug));
CREATE TABLE c (id bigint PRIMARY KEY, tenant bigint, login text);
CREATE UNIQUE INDEX c_login ON c (tenant, login);
CREATE TABLE d (id bigint PRIMARY KEY, work_email text);
-- file: 0002_unique.sql
ALTER TABLE ONLY d ADD CONSTRAINT d_key UNIQUE (work_email);
-- bad: a pattern that takes any letter
CREATE TABLE a (id bigint PRIMARY KEY, email text UNIQUE CHECK (email ~* '^[a-z]+@[a-z]+$'));
                                                  ^^^^^^
-- fixed:
CREATE TABLE a (id bigint PRIMARY KEY, email text UNIQUE CHECK (email ~* '^[a-z]+@[a-z]+$'));
CREATE UNIQUE INDEX a_lower_idx ON a (lower(email));
-- bad, sqlite: letters count
CREATE TABLE a (id INTEGER PRIMARY KEY, email TEXT UNIQUE);
                                                   ^^^^^^
-- fixed:
CREATE TABLE a (id INTEGER PRIMARY KEY, email TEXT UNIQUE);
CREATE UNIQUE INDEX a_lower_idx ON a (lower(email));
-- good: letter case is settled
CREATE EXTENSION citext;
CREATE DOMAIN address AS citext;
CREATE COLLATION ci (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
CREATE TABLE a (email citext UNIQUE, work_email address UNIQUE, login text COLLATE ci UNIQUE);
CREATE TABLE b (email text UNIQUE CHECK (email = lower(email)), slug text UNIQUE CHECK (slug ~ '^[a-z0-9-]+$'));
CREATE TABLE c (email text UNIQUE);
CREATE UNIQUE INDEX ON c (lower(email));
CREATE TABLE d (name text, email text GENERATED ALWAYS AS (lower(name)) STORED UNIQUE);
-- good: codes of a standard, and values that other tables have
CREATE TABLE countries (code char(2) PRIMARY KEY CHECK (code ~ '^[A-Z]{2}$'));
CREATE TABLE capitals (code char(2) UNIQUE REFERENCES countries (code));
-- good, sqlite: NOCASE, of the column or of the key
CREATE TABLE a (id INTEGER PRIMARY KEY, email TEXT COLLATE NOCASE UNIQUE, login TEXT);
CREATE UNIQUE INDEX a_login ON a (login COLLATE NOCASE);
-- good: a log of what was done under a name
CREATE TABLE login_history (id bigint PRIMARY KEY, username text NOT NULL, step int NOT NULL, UNIQUE (username, step));
