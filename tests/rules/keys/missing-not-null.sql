-- bad: all of a table, and what may stay optional
-- given:
CREATE TABLE companies (id bigint PRIMARY KEY);
-- sql:
CREATE TABLE customers (
             ^^^^^^^^^
    id bigint PRIMARY KEY,
    email text,
    city text,
    company_id bigint REFERENCES companies (id),
    description text,
    deleted_at timestamptz
);
-- fixed:
CREATE TABLE customers (
    id bigint PRIMARY KEY,
    email text NOT NULL,
    city text,
    company_id bigint NOT NULL REFERENCES companies (id),
    description text,
    deleted_at timestamptz
);
-- bad: nothing is required
CREATE TABLE people (id bigint PRIMARY KEY, born date, size int, city varchar(40));
             ^^^^^^
-- fixed:
CREATE TABLE people (id bigint PRIMARY KEY, born date NOT NULL, size int NOT NULL, city varchar(40) NOT NULL);
-- bad: in quotes, of a schema, with the key added later
CREATE TABLE app."Items" ("Id" bigint, "Name" text, unit_price numeric(12, 2), "CreatedAt" timestamptz);
             ^^^^^^^^^^^
ALTER TABLE ONLY app."Items" ADD CONSTRAINT items_pkey PRIMARY KEY ("Id");
-- fixed:
CREATE TABLE app."Items" ("Id" bigint, "Name" text NOT NULL, unit_price numeric(12, 2) NOT NULL, "CreatedAt" timestamptz NOT NULL);
ALTER TABLE ONLY app."Items" ADD CONSTRAINT items_pkey PRIMARY KEY ("Id");
-- bad, mysql, mariadb, sqlite: the same elsewhere
CREATE TABLE people (id int PRIMARY KEY, name varchar(40), city varchar(40));
             ^^^^^^
-- fixed:
CREATE TABLE people (id int PRIMARY KEY, name varchar(40) NOT NULL, city varchar(40));
-- bad: every column when asked for
-- option every_column: true
CREATE TABLE people (id int PRIMARY KEY, bio text);
             ^^^^^^
-- fixed:
CREATE TABLE people (id int PRIMARY KEY, bio text NOT NULL);
-- good: optional by name or by what happens on delete
-- given:
CREATE TABLE users (id bigint PRIMARY KEY);
-- sql:
CREATE TABLE tasks (
    id bigint PRIMARY KEY,
    title text NOT NULL,
    parent_id bigint REFERENCES tasks (id),
    manager_id bigint REFERENCES users (id),
    approved_by bigint REFERENCES users (id),
    owner_id bigint REFERENCES users (id) ON DELETE SET NULL,
    valid_until date,
    middle_name text,
    notes text
);
-- good: a junction, a log, an import, a copy
-- given:
CREATE TABLE users (id bigint PRIMARY KEY);
-- sql:
CREATE TABLE user_friends (user_id bigint REFERENCES users (id), friend_id bigint REFERENCES users (id), PRIMARY KEY (user_id, friend_id));
CREATE TABLE price_history (id bigint PRIMARY KEY, price int, name text);
CREATE TABLE import_rows (name text, email text, status text);
CREATE TABLE users_copy (LIKE users);
-- good: a column added to a table in use, and one required later
CREATE TABLE users (id bigint PRIMARY KEY, name text);
-- file: 0002_required.sql
ALTER TABLE users ADD COLUMN email text;
ALTER TABLE users ALTER COLUMN name SET NOT NULL;
-- good: other rules speak of defaults and booleans, and the author of NULL
CREATE TABLE users (id bigint PRIMARY KEY, name text NULL, title text DEFAULT NULL, status text DEFAULT 'new', active boolean);
-- good: one of two is required
CREATE TABLE users (id bigint PRIMARY KEY, email text, phone text, CHECK (email IS NOT NULL OR phone IS NOT NULL));
-- good, mysql, mariadb, sqlite: said or optional
CREATE TABLE users (id int PRIMARY KEY, name text NOT NULL, bio text, x varchar(20) NULL);

-- bad: a table without a key, whose id is another rule's business
CREATE TABLE suppliers (id bigint, name text, price int);
             ^^^^^^^^^
-- fixed:
CREATE TABLE suppliers (id bigint, name text NOT NULL, price int NOT NULL);
-- good: who does something with the row later
CREATE TABLE judges (id bigint PRIMARY KEY, nick text NOT NULL);
CREATE TABLE proposals (
    id bigint PRIMARY KEY, title text NOT NULL, approver_id bigint REFERENCES judges, updater_id bigint REFERENCES judges
);
