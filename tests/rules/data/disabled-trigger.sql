-- bad, shop: enabled again in the file
ALTER TABLE orders DISABLE TRIGGER USER;
                   ^^^^^^^^^^^^^^^^^^^^
UPDATE orders SET note = '' WHERE id = 1;
ALTER TABLE orders ENABLE TRIGGER USER;
-- fixed:
ALTER TABLE orders DISABLE TRIGGER USER;
UPDATE orders SET note = '' WHERE id = 1;
ALTER TABLE orders ENABLE TRIGGER USER;
-- bad: a table that is not known, a rule
ALTER TABLE orders DISABLE RULE protect;
                   ^^^^^^^^^^^^^^^^^^^^
-- fixed:
ALTER TABLE orders DISABLE RULE protect;
ALTER TABLE orders ENABLE RULE protect;
-- bad: for the session
SET session_replication_role = replica;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: for a while
SET session_replication_role TO 'replica';
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
RESET session_replication_role;
-- good: for the transaction
BEGIN;
SET LOCAL session_replication_role = replica;
COMMIT;
-- good: a table of the file
CREATE TABLE carts (id bigint PRIMARY KEY);
ALTER TABLE carts DISABLE TRIGGER ALL;
