-- bad: statements of their own (info), once a table
ALTER TABLE orders ADD COLUMN a text;
UPDATE orders SET a = 'x' WHERE a IS NULL;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
DELETE FROM orders WHERE a IS NULL;
-- bad: one batch of many (info)
UPDATE orders SET a = b WHERE id BETWEEN 1 AND 10000;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE orders ALTER COLUMN a SET NOT NULL;
-- bad, wrapped: rows first, then an index
INSERT INTO orders (id) SELECT id FROM imports;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE INDEX i ON orders (n);
-- good: another table, literal keys, seed rows, a new table
ALTER TABLE orders ADD COLUMN a text;
UPDATE users SET b = 1 WHERE b IS NULL;
UPDATE orders SET a = 'x' WHERE id = 7;
INSERT INTO orders (id) VALUES (1), (2);
CREATE TABLE regions (id integer PRIMARY KEY, name text);
INSERT INTO regions (id, name) VALUES (1, 'eu');
ALTER TABLE regions ADD COLUMN n integer;
UPDATE regions SET name = 'EU';
-- good: small tables
-- option small_tables: ["orders"]
ALTER TABLE orders ADD COLUMN a text;
UPDATE orders SET a = 'x';

-- bad, mysql, shop: MySQL
ALTER TABLE products ADD COLUMN label varchar(200);
UPDATE products SET label = name;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- good, mysql, shop: one row
ALTER TABLE products ADD COLUMN label varchar(200);
UPDATE products SET label = 'first' WHERE id = 1;
