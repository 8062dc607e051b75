-- bad: serial and a key added later, as dumps write it
CREATE TABLE clicks (id SERIAL PRIMARY KEY);
                        ^^^^^^
CREATE TABLE views (id int NOT NULL);
                       ^^^
ALTER TABLE ONLY views ADD CONSTRAINT views_pkey PRIMARY KEY (id);
-- fixed:
CREATE TABLE clicks (id BIGSERIAL PRIMARY KEY);
CREATE TABLE views (id bigint NOT NULL);
ALTER TABLE ONLY views ADD CONSTRAINT views_pkey PRIMARY KEY (id);
-- bad: only the parent is reported, and no edit breaks its children
CREATE TABLE clicks (id int PRIMARY KEY);
                        ^^^
CREATE TABLE marks (click_id int PRIMARY KEY REFERENCES clicks (id));
-- bad: a counter beside the key
CREATE TABLE clicks (id bigint PRIMARY KEY, number int GENERATED ALWAYS AS IDENTITY);
                                                   ^^^
-- fixed:
CREATE TABLE clicks (id bigint PRIMARY KEY, number bigint GENERATED ALWAYS AS IDENTITY);
-- good: a later migration widens it
-- given:
CREATE TABLE clicks (id int PRIMARY KEY);
-- sql:
ALTER TABLE clicks ALTER COLUMN id TYPE bigint;
-- good: lookup tables, counters inside a parent, temporary tables
CREATE TABLE currencies (id smallint PRIMARY KEY);
CREATE TABLE user_roles (id serial PRIMARY KEY);
CREATE TABLE lines (bill_id bigint, line_no int, PRIMARY KEY (bill_id, line_no));
CREATE TEMP TABLE batch (id int PRIMARY KEY);
-- good: other integer columns
CREATE TABLE clicks (id bigint PRIMARY KEY, amount integer NOT NULL, n int UNIQUE);
-- good: partitions, whose parent is reported
-- given:
CREATE TABLE clicks (id int, at date, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
-- sql:
CREATE TABLE clicks_1 PARTITION OF clicks FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
-- good: named in the options
-- option small_tables: ["planets"]
CREATE TABLE planets (id int PRIMARY KEY);
-- good: a copy made with LIKE is the matter of its source
-- given:
CREATE TABLE clicks (id bigint PRIMARY KEY);
-- sql:
CREATE TABLE clicks_new (LIKE clicks INCLUDING ALL);

-- good: a number of few things that no sequence counts up
CREATE TABLE shards (shard_id integer NOT NULL PRIMARY KEY, data bytea);
CREATE TABLE queues (queue_type integer NOT NULL, data bytea, PRIMARY KEY (queue_type));

-- bad: a counted one
CREATE TABLE shards (shard_id serial PRIMARY KEY, data bytea);
                              ^^^^^^
-- fixed:
CREATE TABLE shards (shard_id bigserial PRIMARY KEY, data bytea);

-- bad, mysql: MySQL
CREATE TABLE clicks (id int(11) NOT NULL AUTO_INCREMENT, url text NOT NULL, PRIMARY KEY (id));
                        ^^^^^^^
-- fixed:
CREATE TABLE clicks (id bigint NOT NULL AUTO_INCREMENT, url text NOT NULL, PRIMARY KEY (id));

-- bad, mysql: the sign stays
CREATE TABLE clicks (id MEDIUMINT UNSIGNED AUTO_INCREMENT PRIMARY KEY);
                        ^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE clicks (id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY);

-- good, mysql: wide enough, or few rows
CREATE TABLE clicks (id bigint unsigned AUTO_INCREMENT PRIMARY KEY);
CREATE TABLE countries (id smallint unsigned AUTO_INCREMENT PRIMARY KEY, name varchar(50) NOT NULL);
-- bad: a reference to more rows than it can name, or to nobody knows how many
-- given:
CREATE TABLE owners (id bigint PRIMARY KEY);
-- sql:
CREATE TABLE pets (id bigint PRIMARY KEY, owner_id integer REFERENCES owners (id), vet_id int REFERENCES vets (id));
                                                           ^^^^^^^^^^^^^^^^^^^^^^         ^^^
-- good: the type of the key, or one that another rule reports with the key
-- beside: keys/foreign-key-type-mismatch
-- given:
CREATE TABLE kinds (id smallint PRIMARY KEY);
-- sql:
CREATE TABLE pets (id bigint PRIMARY KEY, kind_id smallint REFERENCES kinds (id));
