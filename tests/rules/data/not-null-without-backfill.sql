-- bad: nothing is known of it
ALTER TABLE orders ALTER COLUMN note SET NOT NULL;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good, shop: filled in the file, in batches
UPDATE orders SET note = '' WHERE note IS NULL AND id BETWEEN 1 AND 1000;
ALTER TABLE orders ALTER COLUMN note SET NOT NULL;
-- good, shop: filled in an earlier file, with a default, a new table, not there before
-- given:
UPDATE orders SET note = '' WHERE note IS NULL;
ALTER TABLE orders ADD COLUMN channel text DEFAULT 'web';
-- sql:
ALTER TABLE orders ALTER COLUMN note SET NOT NULL;
ALTER TABLE orders ALTER COLUMN channel SET NOT NULL;
ALTER TABLE orders ALTER COLUMN status SET NOT NULL;
CREATE TABLE carts (id bigint PRIMARY KEY, note text);
ALTER TABLE carts ALTER COLUMN note SET NOT NULL;
-- good, shop: filled in a block
DO $$ BEGIN
    LOOP
        UPDATE orders SET note = '' WHERE id IN (SELECT id FROM orders WHERE note IS NULL LIMIT 1000);
        EXIT WHEN NOT FOUND;
    END LOOP;
END $$;
ALTER TABLE orders ALTER COLUMN note SET NOT NULL;
-- good, shop: filled by a block that puts its statement together
DO $$ BEGIN EXECUTE 'UPDATE ' || 'orders SET note = ''none'' WHERE note IS NULL'; END $$;
ALTER TABLE orders ALTER COLUMN note SET NOT NULL;
-- bad, shop: a column of this file
ALTER TABLE orders ADD COLUMN channel text;
ALTER TABLE orders ALTER COLUMN channel SET NOT NULL;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: a key
-- given:
CREATE TABLE pairs (a bigint, b bigint);
-- sql:
ALTER TABLE pairs ADD PRIMARY KEY (a, b);
                  ^^^^^^^^^^^^^^^^^^^^^^
-- bad, mysql, shop: MODIFY
ALTER TABLE orders MODIFY product_id bigint NOT NULL;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good, mysql, shop: filled, or with a default
UPDATE orders SET product_id = 1 WHERE product_id IS NULL AND id < 1000;
ALTER TABLE orders MODIFY product_id bigint NOT NULL;
ALTER TABLE orders MODIFY user_id bigint NOT NULL COMMENT 'who';
-- bad, sqlite, shop: written anew
CREATE TABLE orders_new (id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL, note TEXT NOT NULL);
INSERT INTO orders_new (id, user_id, note) SELECT id, user_id, note FROM orders;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
DROP TABLE orders;
ALTER TABLE orders_new RENAME TO orders;
-- good, sqlite, shop: with a value for every row
CREATE TABLE orders_new (id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL, note TEXT NOT NULL);
INSERT INTO orders_new (id, user_id, note) SELECT id, user_id, coalesce(note, '') FROM orders;
DROP TABLE orders;
ALTER TABLE orders_new RENAME TO orders;
-- good: a CHECK of a table that no migration creates has shown that there is no NULL
ALTER TABLE members ADD CONSTRAINT named CHECK (name IS NOT NULL) NOT VALID;
ALTER TABLE members VALIDATE CONSTRAINT named;
ALTER TABLE members ALTER COLUMN name SET NOT NULL;
-- bad: one that has not been validated shows nothing
ALTER TABLE members ADD CONSTRAINT named CHECK (name IS NOT NULL) NOT VALID;
ALTER TABLE members ALTER COLUMN name SET NOT NULL;
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good, shop: rows without a value are deleted
-- given:
ALTER TABLE orders ADD COLUMN region text, ADD COLUMN seller text;
-- sql:
DELETE FROM orders WHERE region IS NULL OR orders.seller IS NULL;
ALTER TABLE orders ALTER COLUMN region SET NOT NULL;
ALTER TABLE orders ALTER COLUMN seller SET NOT NULL;
-- good, shop: rows without a value were deleted
-- given:
ALTER TABLE orders ADD COLUMN region text;
DELETE FROM orders WHERE region IS NULL;
-- sql:
ALTER TABLE orders ALTER COLUMN region SET NOT NULL;
-- bad, shop: only some of them are deleted
-- given:
ALTER TABLE orders ADD COLUMN region text;
-- sql:
DELETE FROM orders WHERE region IS NULL AND total = 0;
ALTER TABLE orders ALTER COLUMN region SET NOT NULL;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
