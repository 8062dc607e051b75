-- bad, postgres, shop: no key at all, more columns
CREATE TABLE likes (user_id bigint REFERENCES users, product_id bigint REFERENCES products, created_at timestamptz, role text);
             ^^^^^
-- fixed:
CREATE TABLE likes (user_id bigint REFERENCES users, product_id bigint REFERENCES products, created_at timestamptz, role text, PRIMARY KEY (user_id, product_id));

-- bad, postgres, shop: friendships
CREATE TABLE friendships (id bigint PRIMARY KEY, a bigint REFERENCES users, b bigint REFERENCES users);
             ^^^^^^^^^^^
-- fixed:
CREATE TABLE friendships (id bigint PRIMARY KEY, a bigint REFERENCES users, b bigint REFERENCES users, UNIQUE (a, b));

-- good, postgres, shop: keys, also made later, and repeated facts
CREATE TABLE likes (id bigint PRIMARY KEY, user_id bigint REFERENCES users, product_id bigint REFERENCES products);
CREATE UNIQUE INDEX likes_pair ON likes (user_id, product_id);
CREATE TABLE loans (user_id bigint REFERENCES users, product_id bigint REFERENCES products, lent_on date, PRIMARY KEY (user_id, product_id, lent_on));
CREATE TABLE order_items (id bigint PRIMARY KEY, order_id bigint REFERENCES orders, product_id bigint REFERENCES products);
CREATE TABLE ratings (id bigint PRIMARY KEY, user_id bigint REFERENCES users, product_id bigint REFERENCES products, stars int);

-- bad, mysql, mariadb, sqlite, shop: other engines
CREATE TABLE likes (id bigint PRIMARY KEY, user_id bigint, product_id bigint, FOREIGN KEY (user_id) REFERENCES users (id), FOREIGN KEY (product_id) REFERENCES products (id));
             ^^^^^
-- fixed:
CREATE TABLE likes (id bigint PRIMARY KEY, user_id bigint, product_id bigint, FOREIGN KEY (user_id) REFERENCES users (id), FOREIGN KEY (product_id) REFERENCES products (id), UNIQUE (user_id, product_id));

-- good, mysql, mariadb, sqlite, shop: other engines
CREATE TABLE likes (user_id bigint, product_id bigint, PRIMARY KEY (user_id, product_id), FOREIGN KEY (user_id) REFERENCES users (id), FOREIGN KEY (product_id) REFERENCES products (id));
