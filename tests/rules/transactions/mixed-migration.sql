-- bad, shop: three kinds on one table
ALTER TABLE orders DROP COLUMN note;
CREATE INDEX orders_status_idx ON orders (status);
UPDATE orders SET total = 0 WHERE id = 1;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good, shop: a column with its index, its key and its values
ALTER TABLE orders ADD COLUMN seller_id bigint;
CREATE INDEX orders_seller_id_idx ON orders (seller_id);
ALTER TABLE orders ADD FOREIGN KEY (seller_id) REFERENCES users NOT VALID;
UPDATE orders SET seller_id = 1 WHERE id = 1;
-- good, shop: tables that a foreign key links, new tables
CREATE TABLE sellers (id bigint PRIMARY KEY, name text);
CREATE INDEX sellers_name_idx ON sellers (name);
CREATE TABLE places (id bigint PRIMARY KEY, seller_id bigint REFERENCES sellers);
ALTER TABLE users ADD COLUMN motto text;
ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users NOT VALID;
-- good: an initial schema
CREATE TABLE a (id bigint PRIMARY KEY);
CREATE TABLE b (id bigint PRIMARY KEY);
ALTER TABLE a ADD COLUMN x text;
ALTER TABLE b ADD COLUMN x text;
-- good, shop: as many as the team wants
-- option most_tables: 2
ALTER TABLE users ADD COLUMN motto text;
ALTER TABLE products ADD COLUMN shelf text;
-- bad, sqlite, shop: SQLite
ALTER TABLE users ADD COLUMN motto text;
ALTER TABLE products ADD COLUMN shelf text;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad, mysql, shop: MySQL
ALTER TABLE users ADD COLUMN motto varchar(100);
ALTER TABLE products ADD COLUMN shelf varchar(100);
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good, mysql, sqlite, shop: one table
ALTER TABLE users ADD COLUMN motto varchar(100);
-- good, shop: one column for every table
ALTER TABLE users ADD COLUMN motto text;
ALTER TABLE products ADD COLUMN motto text;
-- good: tables of another schema that a foreign key links
-- given:
CREATE SCHEMA depot;
CREATE TABLE depot.parcels (id bigint PRIMARY KEY, bytes int);
CREATE TABLE depot.parcel_parts (id bigint PRIMARY KEY, parcel_id bigint REFERENCES depot.parcels, bytes int);
-- sql:
ALTER TABLE depot.parcels ALTER COLUMN bytes TYPE bigint;
ALTER TABLE depot.parcel_parts ALTER COLUMN bytes TYPE bigint;
-- good: partitions of one table
-- given:
CREATE TABLE readings (id bigint, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE readings_2023 PARTITION OF readings FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
CREATE TABLE readings_2024 PARTITION OF readings FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
-- sql:
CREATE INDEX CONCURRENTLY readings_2023_id_idx ON readings_2023 (id);
CREATE INDEX CONCURRENTLY readings_2024_id_idx ON readings_2024 (id);
