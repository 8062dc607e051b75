-- bad: a constraint
-- given:
CREATE TABLE users (id bigint PRIMARY KEY, email text, tenant_id bigint);
-- sql:
ALTER TABLE users ADD CONSTRAINT users_email_key UNIQUE (tenant_id, email);
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- good: the index is there
-- given:
CREATE TABLE users (id bigint PRIMARY KEY, email text);
CREATE UNIQUE INDEX users_email_key ON users (email);
-- sql:
ALTER TABLE users ADD CONSTRAINT users_email_key UNIQUE USING INDEX users_email_key;

-- good: duplicates are removed first
-- given:
CREATE TABLE users (id bigint PRIMARY KEY, email text);
-- sql:
DELETE FROM users AS later USING users AS earlier WHERE later.email = earlier.email AND later.id > earlier.id;
CREATE UNIQUE INDEX CONCURRENTLY users_email_key ON users (email);

-- good: a narrower key is replaced
-- given:
CREATE TABLE users (id bigint PRIMARY KEY, email text UNIQUE, tenant_id bigint);
-- sql:
CREATE UNIQUE INDEX CONCURRENTLY users_tenant_email_key ON users (tenant_id, email);
ALTER TABLE users DROP CONSTRAINT users_email_key;

-- good: the table is not known
CREATE UNIQUE INDEX CONCURRENTLY users_email_key ON users (email);
-- bad, mysql: an index
-- given:
CREATE TABLE users (id bigint PRIMARY KEY, email varchar(100));
-- sql:
ALTER TABLE users ADD UNIQUE KEY users_email_key (email);
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- good, mysql: a new column that is NULL everywhere
-- given:
CREATE TABLE users (id bigint PRIMARY KEY);
-- sql:
ALTER TABLE users ADD COLUMN email varchar(100), ADD UNIQUE KEY users_email_key (email);

-- bad, sqlite: an index
-- given:
CREATE TABLE users (id integer PRIMARY KEY, email text);
-- sql:
CREATE UNIQUE INDEX users_email_key ON users (email);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- good, sqlite: a new table
CREATE TABLE users (id integer PRIMARY KEY, email text);
CREATE UNIQUE INDEX users_email_key ON users (email);

-- good: a new column with the name of one that the file has renamed
-- given:
CREATE TABLE catalogs (id text NOT NULL);
-- sql:
ALTER TABLE catalogs RENAME COLUMN id TO name;
ALTER TABLE catalogs ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE catalogs ADD PRIMARY KEY (id);
-- bad, shop: a new column that is the same in every row
ALTER TABLE orders ADD COLUMN kind integer DEFAULT 1;
CREATE UNIQUE INDEX orders_note_kind ON orders (note, kind);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good, shop: a new column that differs
ALTER TABLE orders ADD COLUMN code uuid DEFAULT gen_random_uuid();
CREATE UNIQUE INDEX orders_note_code ON orders (note, code);
-- bad, shop: only the first key can fail
ALTER TABLE orders ADD CONSTRAINT orders_number_key UNIQUE (user_id, total);
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE UNIQUE INDEX orders_number_idx ON orders (user_id, total);
