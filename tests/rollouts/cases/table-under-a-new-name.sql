-- Code reads and writes the table under its old name through a view.
--- rule
compat/rename-table
--- harmless
--- given
CREATE SCHEMA shop;
CREATE TABLE shop.products (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, "Name" text NOT NULL DEFAULT 'none', price numeric);
INSERT INTO shop.products ("Name") SELECT 'p' || n FROM generate_series(1, 100) AS n;
--- migration
ALTER TABLE shop.products RENAME TO articles;
--- down
ALTER TABLE shop.articles RENAME TO products;
--- writes
INSERT INTO shop.products (price) VALUES ({n});
--- holds
INSERT INTO shop.products (price) VALUES (7) RETURNING "Name" = 'none' AND id > 100;
UPDATE shop.products SET "Name" = 'x' WHERE price = 7 RETURNING true;
DELETE FROM shop.products WHERE "Name" = 'x' RETURNING true;
--- steps
--- differs
-- + column shop.products.Name text false 
-- + column shop.products.id integer false 
-- + column shop.products.price numeric false 
-- + relation shop.products v p false
-- + view shop.products  SELECT id,
    "Name",
    price
   FROM shop.articles;
