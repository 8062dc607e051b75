CREATE TABLE customers (id int PRIMARY KEY, code varchar(20) NOT NULL, region int NOT NULL, UNIQUE (code), UNIQUE (region, code));
CREATE TABLE orders (
    id int PRIMARY KEY,
    customer_id int NOT NULL,
    code varchar(20),
    region int,
    FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE CASCADE ON UPDATE RESTRICT,
    CONSTRAINT by_code FOREIGN KEY (code) REFERENCES customers (code) ON DELETE SET NULL,
    KEY region (region)
);
-- show: implicit indexes
ALTER TABLE orders ADD FOREIGN KEY (region, code) REFERENCES customers (region, code);
-- show: the longer key serves both
ALTER TABLE orders ADD INDEX customers_of_orders (customer_id, id);
-- show: an explicit index replaces the implicit one
CREATE INDEX explicit_code ON orders (code);
ALTER TABLE orders ADD COLUMN inviter int, ADD CONSTRAINT invited FOREIGN KEY named_index (inviter) REFERENCES customers (id);
ALTER TABLE orders ADD COLUMN payer int, ADD FOREIGN KEY payers (payer) REFERENCES customers (id);
-- show: names
ALTER TABLE orders DROP FOREIGN KEY invited;
ALTER TABLE orders DROP FOREIGN KEY by_code, DROP INDEX explicit_code;
RENAME TABLE orders TO purchases;
ALTER TABLE purchases ADD COLUMN second_customer int, ADD FOREIGN KEY (second_customer) REFERENCES customers (id);
-- show: after a rename
CREATE TABLE tree (id int PRIMARY KEY, parent int, FOREIGN KEY (parent) REFERENCES tree (id));
CREATE TABLE inline_reference (id int PRIMARY KEY, tree_id int REFERENCES tree (id), KEY tree_id (tree_id));
SET foreign_key_checks = 0;
CREATE TABLE early (id int PRIMARY KEY, late_id int, CONSTRAINT early_late FOREIGN KEY (late_id) REFERENCES late (id));
CREATE TABLE late (id int PRIMARY KEY);
DROP TABLE customers;
-- show: keys to missing tables
SET foreign_key_checks = 1;
CREATE TABLE parents (id int PRIMARY KEY, other int UNIQUE);
CREATE TABLE children (parent int REFERENCES parents (id));
CREATE TABLE copied_children LIKE children;
ALTER TABLE children ADD CONSTRAINT again FOREIGN KEY (parent) REFERENCES parents (other);
ALTER TABLE copied_children ADD KEY (parent);
