-- bad: with and without a default, and in a later migration
CREATE TABLE plans (
    id bigint PRIMARY KEY,
    is_public bool,
    ^^^^^^^^^^^^^^
    archived boolean DEFAULT false,
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    is_free boolean NOT NULL
);
-- file: 0002_more.sql
ALTER TABLE plans ADD COLUMN is_trial boolean DEFAULT false;
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE plans (
    id bigint PRIMARY KEY,
    is_public bool NOT NULL DEFAULT false,
    archived boolean NOT NULL DEFAULT false,
    is_free boolean NOT NULL
);
-- file: 0002_more.sql
ALTER TABLE plans ADD COLUMN is_trial boolean DEFAULT false;
-- bad, mysql, mariadb: a number that is called a flag
CREATE TABLE plans (id bigint PRIMARY KEY, is_public tinyint(1), level tinyint(1), stars tinyint(4), has_vat BOOLEAN DEFAULT 0);
                                           ^^^^^^^^^^^^^^^^^^^^                                      ^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE plans (id bigint PRIMARY KEY, is_public tinyint(1) NOT NULL DEFAULT 0, level tinyint(1), stars tinyint(4), has_vat BOOLEAN NOT NULL DEFAULT 0);
-- bad, sqlite: a column of SQLite
CREATE TABLE plans (id INTEGER PRIMARY KEY, is_public BOOLEAN DEFAULT 0);
                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE plans (id INTEGER PRIMARY KEY, is_public BOOLEAN NOT NULL DEFAULT 0);
-- good: unknown on purpose
CREATE TABLE users (id bigint PRIMARY KEY, email_verified boolean, consent boolean, is_correct boolean NULL, ok boolean DEFAULT NULL);
-- good: NOT NULL comes later
CREATE TABLE users (id bigint PRIMARY KEY, active boolean DEFAULT true);
ALTER TABLE users ALTER COLUMN active SET NOT NULL;
-- good: part of the key, generated, of a stage, temporary, or checked
CREATE TABLE a (n int, flag boolean, PRIMARY KEY (n, flag));
CREATE TABLE b (id bigint PRIMARY KEY, n int, is_big boolean GENERATED ALWAYS AS (n > 9) STORED);
CREATE TABLE staging_users (active boolean);
CREATE TEMP TABLE c (active boolean);
CREATE TABLE d (id bigint PRIMARY KEY, active boolean, since date, CHECK ((active IS NULL) = (since IS NULL)));
-- good: NULL was allowed again on purpose
CREATE TABLE users (id bigint PRIMARY KEY, active boolean NOT NULL);
ALTER TABLE users ALTER COLUMN active DROP NOT NULL;
-- good: named in the options
-- option three_states: ["agreed"]
CREATE TABLE users (id bigint PRIMARY KEY, agreed boolean);
-- good, mysql, mariadb, sqlite: says so
CREATE TABLE plans (id int PRIMARY KEY, is_public boolean NOT NULL DEFAULT 0, is_best boolean NULL);
-- bad: of a table that earlier, unknown migrations created
ALTER TABLE users ADD COLUMN is_admin boolean DEFAULT false;
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
ALTER TABLE users ADD COLUMN is_admin boolean DEFAULT false;
-- good: a comment says what NULL means
CREATE TABLE files (id bigint PRIMARY KEY, encrypted boolean);
COMMENT ON COLUMN files.encrypted IS 'Whether it is encrypted, NULL where nobody has looked';
-- good, mysql, mariadb: a comment says what NULL means
CREATE TABLE files (id bigint PRIMARY KEY, is_cut tinyint(1) COMMENT 'null until it was looked at');

-- bad, mysql: a boolean by its type, whatever its name
CREATE TABLE features (id bigint PRIMARY KEY, active BOOLEAN DEFAULT TRUE, level tinyint(1) DEFAULT 1);
                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE features (id bigint PRIMARY KEY, active BOOLEAN NOT NULL DEFAULT TRUE, level tinyint(1) DEFAULT 1);
