-- bad, mysql, sqlite, shop: other engines
-- option most_rows: 3
INSERT INTO products (name, price) VALUES ('a', 1), ('b', 2), ('c', 3), ('d', 4);
^^^^^^

-- good, mysql, sqlite, shop: other engines
-- option most_rows: 3
INSERT INTO products (name, price) VALUES ('a', 1), ('b', 2), ('c', 3);

-- good: rows of a query
-- option most_rows: 1
INSERT INTO products (name, price) SELECT name, price FROM offers;
