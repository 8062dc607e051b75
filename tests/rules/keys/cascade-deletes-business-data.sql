-- bad, postgres, shop: records by their name, added later
CREATE TABLE audit (id bigint PRIMARY KEY, user_id bigint NOT NULL, FOREIGN KEY (user_id) REFERENCES users ON DELETE cascade);
                                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE TABLE bookings (id bigint PRIMARY KEY, user_id bigint NOT NULL);
ALTER TABLE bookings ADD CONSTRAINT who FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE;
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE audit (id bigint PRIMARY KEY, user_id bigint NOT NULL, FOREIGN KEY (user_id) REFERENCES users ON DELETE RESTRICT);
CREATE TABLE bookings (id bigint PRIMARY KEY, user_id bigint NOT NULL);
ALTER TABLE bookings ADD CONSTRAINT who FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE;

-- bad, postgres, shop: money of a user
CREATE TABLE wallets (id bigint PRIMARY KEY, balance numeric, user_id bigint REFERENCES users ON DELETE CASCADE);
                                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE wallets (id bigint PRIMARY KEY, balance numeric, user_id bigint REFERENCES users ON DELETE RESTRICT);

-- bad, postgres, shop: every cascade
-- option every_cascade: true
CREATE TABLE notes (id bigint PRIMARY KEY, user_id bigint REFERENCES users ON DELETE CASCADE);
                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE notes (id bigint PRIMARY KEY, user_id bigint REFERENCES users ON DELETE RESTRICT);

-- good, postgres, shop: parts, sessions, junctions, trees, erasure
CREATE TABLE order_items (id bigint PRIMARY KEY, price numeric, order_id bigint REFERENCES orders ON DELETE CASCADE);
CREATE TABLE sessions (id bigint PRIMARY KEY, user_id bigint REFERENCES users ON DELETE CASCADE);
CREATE TABLE product_order (
    product_id bigint REFERENCES products ON DELETE CASCADE,
    order_id bigint REFERENCES orders ON DELETE CASCADE,
    PRIMARY KEY (product_id, order_id)
);
CREATE TABLE contracts (id bigint PRIMARY KEY, frame_id bigint REFERENCES contracts ON DELETE CASCADE);
CREATE TABLE transactions (id bigint PRIMARY KEY, user_id bigint REFERENCES users ON DELETE CASCADE /* GDPR */);
CREATE TABLE payments (id bigint PRIMARY KEY, user_id bigint REFERENCES users);

-- bad, mysql, mariadb, sqlite, shop: other engines
CREATE TABLE payments (id bigint PRIMARY KEY, user_id bigint, FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE);
                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE payments (id bigint PRIMARY KEY, user_id bigint, FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE RESTRICT);

-- good, mysql, mariadb, sqlite, shop: other engines
CREATE TABLE payments (id bigint PRIMARY KEY, user_id bigint, FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE RESTRICT);
-- good, shop: who wants to be told of something
CREATE TABLE webhook_subscriptions (
    id bigint PRIMARY KEY, user_id bigint NOT NULL REFERENCES users (id) ON DELETE CASCADE
);
-- bad, shop: what somebody pays for
CREATE TABLE plan_subscriptions (id bigint PRIMARY KEY, user_id bigint REFERENCES users (id) ON DELETE CASCADE);
                                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE plan_subscriptions (id bigint PRIMARY KEY, user_id bigint REFERENCES users (id) ON DELETE RESTRICT);
-- bad: the log of an audit
-- given:
CREATE TABLE users (id bigint PRIMARY KEY);
-- sql:
CREATE TABLE audit_log (id bigint PRIMARY KEY, user_id bigint REFERENCES users (id) ON DELETE CASCADE);
                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE audit_log (id bigint PRIMARY KEY, user_id bigint REFERENCES users (id) ON DELETE RESTRICT);
