-- bad: plurals, quotes, schemas, and columns that come later
CREATE TABLE categories (id bigint PRIMARY KEY);
CREATE TABLE box (id uuid PRIMARY KEY);
CREATE TABLE app.users (id bigserial PRIMARY KEY);
CREATE TABLE app."Posts" ("Id" bigint PRIMARY KEY, "user_id" bigint  NOT NULL, note text);
                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE TABLE things (id bigint PRIMARY KEY, category_id bigint, box_id uuid NOT NULL);
                                            ^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^^
-- file: 0002_more.sql
ALTER TABLE box ADD COLUMN category_id bigint;
                           ^^^^^^^^^^^^^^^^^^
-- bad, mysql, mariadb, sqlite: the same elsewhere
CREATE TABLE authors (id int PRIMARY KEY);
CREATE TABLE books (id int PRIMARY KEY, author_id int NOT NULL);
                                        ^^^^^^^^^^^^^^^^^^^^^^
-- good: bound in one of the other ways
CREATE TABLE authors (id bigint PRIMARY KEY);
CREATE TABLE a (id bigint PRIMARY KEY, author_id bigint, CONSTRAINT a_fk FOREIGN KEY (author_id) REFERENCES authors);
CREATE TABLE b (id bigint PRIMARY KEY, author_id bigint);
-- file: 0002_bound.sql
ALTER TABLE ONLY public.b ADD CONSTRAINT b_fk FOREIGN KEY (author_id) REFERENCES public.authors (id) NOT VALID;
-- good: ids of other systems, of requests, of one of several tables
CREATE TABLE sessions (id uuid PRIMARY KEY);
CREATE TABLE owners (id bigint PRIMARY KEY);
CREATE TABLE a (id bigint PRIMARY KEY, session_id uuid, stripe_id text, owner_id bigint, owner_type text);
-- good: the types cannot be compared, or the key is another one
CREATE TABLE owners (id uuid PRIMARY KEY);
CREATE TABLE tenants (id bigint, n int, PRIMARY KEY (id, n));
CREATE TABLE a (id bigint PRIMARY KEY, owner_id text, tenant_id bigint);
-- good: logs, imports, and a column of the table itself
CREATE TABLE owners (id bigint PRIMARY KEY, owner_id bigint);
CREATE TABLE owner_history (id bigint PRIMARY KEY, owner_id bigint);
CREATE TABLE import_pets (id bigint PRIMARY KEY, owner_id bigint);
-- good: named in the options
-- option unbound_columns: ["owner_id"]
CREATE TABLE owners (id bigint PRIMARY KEY);
CREATE TABLE pets (id bigint PRIMARY KEY, owner_id bigint);
-- good, mysql, mariadb: the server keeps none for partitions and other storage
CREATE TABLE owners (id int PRIMARY KEY);
CREATE TABLE pets (id int PRIMARY KEY, owner_id int) PARTITION BY HASH (id) PARTITIONS 4;
CREATE TABLE cats (id int PRIMARY KEY, owner_id int) ENGINE=MyISAM;
-- good, sqlite: bound
CREATE TABLE owners (id INTEGER PRIMARY KEY);
CREATE TABLE pets (id INTEGER PRIMARY KEY, owner_id INTEGER REFERENCES owners (id));
