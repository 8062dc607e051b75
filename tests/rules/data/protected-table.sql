-- bad, mysql, shop: rows
-- option tables: ["orders"]
UPDATE orders SET note = '' WHERE id = 1;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good, mysql, shop: another one
-- option tables: ["orders"]
UPDATE users SET name = '' WHERE id = 1;
-- bad, sqlite, shop: dropped
-- option tables: ["orders"]
DROP TABLE orders;
^^^^^^^^^^^^^^^^^
-- good, sqlite, shop: no list
DROP TABLE orders;
