-- bad, mysql, sqlite, shop: other engines, and an option
-- option shortest: 2
INSERT INTO products (name, price) VALUES ('a', 1);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
INSERT INTO products (name, price) VALUES ('b', 2);
-- fixed:
INSERT INTO products (name, price) VALUES ('a', 1), ('b', 2);

-- good, mysql, sqlite, shop: other engines
INSERT INTO products (name, price) VALUES ('a', 1);
INSERT INTO products (name, price) VALUES ('b', 2);
INSERT INTO products (name, price) VALUES ('c', 2);
INSERT INTO products (name, price) VALUES ('d', 2);

-- bad, shop: the same ON CONFLICT, and calls: nothing is merged
-- option shortest: 2
INSERT INTO users (email) VALUES ('a') ON CONFLICT DO NOTHING;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
INSERT INTO users (email) VALUES ('b') ON CONFLICT DO NOTHING;
SELECT 1;
INSERT INTO users (email, created_at) VALUES ('a', now());
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
INSERT INTO users (email, created_at) VALUES ('b', now());

-- bad, shop: a comment between them is kept
-- option shortest: 2
INSERT INTO users (email) VALUES ('a');
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- the second one
INSERT INTO users (email) VALUES ('b');

-- good, shop: other columns, other tables, statements between, RETURNING, rows that depend on each other
-- option shortest: 2
INSERT INTO users (email) VALUES ('a');
INSERT INTO users (email, name) VALUES ('b', 'c');
INSERT INTO products (name, price) VALUES ('b', 3);
INSERT INTO users (email) VALUES ('d');
UPDATE users SET name = 'x' WHERE email = 'd';
INSERT INTO users (email) VALUES ('e');
INSERT INTO orders (user_id) VALUES (currval('users_id_seq'));
INSERT INTO orders (user_id) VALUES (currval('users_id_seq'));
INSERT INTO orders (user_id) VALUES ((SELECT id FROM users WHERE email = 'a'));
INSERT INTO orders (user_id) VALUES ((SELECT id FROM users WHERE email = 'b'));
INSERT INTO users (email) VALUES ('f') RETURNING id;
INSERT INTO users (email) VALUES ('g') RETURNING id;

-- good: a tree
-- option shortest: 2
-- given:
CREATE TABLE nodes (id bigint PRIMARY KEY, parent_id bigint REFERENCES nodes (id));
-- sql:
INSERT INTO nodes (id, parent_id) VALUES (1, NULL);
INSERT INTO nodes (id, parent_id) VALUES (2, 1);

-- good, shop: test data
-- option shortest: 2
-- file: seed_products.sql
INSERT INTO products (name, price) VALUES ('a', 1);
INSERT INTO products (name, price) VALUES ('b', 2);
