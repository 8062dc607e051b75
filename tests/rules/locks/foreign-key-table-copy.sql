-- bad, mysql, mariadb, shop: a named key; beside other work there is no edit
ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE orders ADD COLUMN weight int, ADD FOREIGN KEY (product_id) REFERENCES products (id);
                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
SET foreign_key_checks = 0;
ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE, ALGORITHM=INPLACE;
SET foreign_key_checks = 1;
ALTER TABLE orders ADD COLUMN weight int, ADD FOREIGN KEY (product_id) REFERENCES products (id);
-- bad, mariadb, shop: at a new column
ALTER TABLE orders ADD COLUMN seller_id bigint REFERENCES users (id);
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad, mysql, mariadb, shop: checks are on again
SET foreign_key_checks = 0;
SET foreign_key_checks = 1;
ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users (id), ALGORITHM=COPY;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good, mysql, mariadb, shop: checks are off
SET SESSION foreign_key_checks = OFF;
ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users (id);
-- good, mysql, shop: MySQL before 9 forgets REFERENCES at a column
ALTER TABLE orders ADD COLUMN seller_id bigint REFERENCES users (id);
-- good, mysql, mariadb, shop: the table is new or small
-- option small_tables: ["orders"]
CREATE TABLE carts (id bigint PRIMARY KEY, user_id bigint);
ALTER TABLE carts ADD FOREIGN KEY (user_id) REFERENCES users (id);
ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users (id);
