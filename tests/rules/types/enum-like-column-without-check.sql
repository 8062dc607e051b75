-- bad: no default, so nobody knows the values
CREATE TABLE audit_log (id bigint PRIMARY KEY, operation text NOT NULL);
                                               ^^^^^^^^^^^^^^^^^^^^^^^
-- bad: info where the vocabulary may be open, if a default shows one
CREATE TABLE tasks (id bigint PRIMARY KEY, priority text DEFAULT 'normal');
                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE tasks (id bigint PRIMARY KEY, priority text DEFAULT 'normal' CHECK (priority IN ('normal')));
-- bad: added to an existing table, without an edit
-- given:
CREATE TABLE tasks (id bigint PRIMARY KEY);
-- sql:
ALTER TABLE tasks ADD COLUMN payment_status varchar(10) NOT NULL DEFAULT 'open';
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: a later file checks it
CREATE TABLE tasks (id bigint PRIMARY KEY, status text NOT NULL);
-- file: 0002_check.sql
ALTER TABLE tasks ADD CONSTRAINT tasks_status CHECK (status IN ('open', 'done')) NOT VALID;
-- good: an enum, a domain, a table of the values
CREATE TYPE mood AS ENUM ('fine');
CREATE DOMAIN task_status AS text CHECK (VALUE IN ('open', 'done'));
CREATE TABLE statuses (name text PRIMARY KEY);
CREATE TABLE tasks (status task_status, mood_status mood, old_status text REFERENCES statuses (name));
-- good: open vocabularies and polymorphic pairs
CREATE TABLE uploads (content_type text DEFAULT 'x', mime_type text DEFAULT 'x', media_type text DEFAULT 'x');
CREATE TABLE notes (owner_type text DEFAULT 'user', owner_id bigint, event_type text NOT NULL, kind text);
-- good: the state of an address or of a protocol
CREATE TABLE addresses (id bigint PRIMARY KEY, zip_code text, state text NOT NULL DEFAULT 'CA');
CREATE TABLE logins (id bigint PRIMARY KEY, state text NOT NULL);
-- good: copies, imports and temporary tables
CREATE TABLE task_history (status text NOT NULL);
CREATE TABLE staging_tasks (status text NOT NULL);
CREATE TEMP TABLE batch (status text NOT NULL);
-- good: numbers, arrays and other words
CREATE TABLE tasks (status integer NOT NULL, roles text[] NOT NULL, status_code text, statement text);
-- good: named in the options
-- option open_columns: ["status"]
CREATE TABLE tasks (status text NOT NULL);

-- bad, mysql, sqlite: other engines
CREATE TABLE tickets (id bigint PRIMARY KEY, status varchar(20) DEFAULT 'open');
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE tickets (id bigint PRIMARY KEY, status varchar(20) DEFAULT 'open' CHECK (status IN ('open')));

-- good, mysql: an enumeration
CREATE TABLE tickets (id bigint PRIMARY KEY, status enum('open', 'closed') NOT NULL);

-- good, mysql 5.7: there was no CHECK
CREATE TABLE tickets (id bigint PRIMARY KEY, status varchar(20) DEFAULT 'open');

-- good, mysql, sqlite: checked
CREATE TABLE tickets (id bigint PRIMARY KEY, Status varchar(20) NOT NULL, CHECK (status IN ('open', 'closed')));

-- good: the state of an address
CREATE TABLE addresses (id bigint PRIMARY KEY, city text NOT NULL, state text NOT NULL DEFAULT 'NY');

-- bad: grades, a state without a default, a short word, what tells rows apart
CREATE TABLE tickets (id bigint PRIMARY KEY, severity text, state text, sales_category varchar(20), kind text NOT NULL);
                                             ^^^^^^^^^^^^^  ^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^
-- good: room for more than a word, a state of the union
CREATE TABLE people (id bigint PRIMARY KEY, category text NOT NULL, plugin_type varchar(255) NOT NULL, state char(2));
-- good: a token of a protocol
CREATE TABLE oauth_requests (id bigint PRIMARY KEY, state text NOT NULL, code_verifier text NOT NULL);
