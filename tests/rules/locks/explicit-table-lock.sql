-- bad, shop: every mode that makes others wait
BEGIN;
LOCK orders IN SHARE MODE;
^^^^^^^^^^^^^^^^^^^^^^^^^
LOCK TABLE orders IN SHARE ROW EXCLUSIVE MODE NOWAIT;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
LOCK TABLE ONLY orders, users IN EXCLUSIVE MODE;
                ^^^^^^
                        ^^^^^
LOCK TABLE orders IN ACCESS EXCLUSIVE MODE;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
COMMIT;
-- bad, shop: in a DO block
DO $$ BEGIN LOCK TABLE orders; END $$;
            ^^^^^^^^^^^^^^^^^
-- good, shop: modes that let others read and write
BEGIN;
LOCK TABLE orders IN ACCESS SHARE MODE;
LOCK TABLE orders IN ROW SHARE MODE;
LOCK TABLE orders IN ROW EXCLUSIVE MODE;
LOCK TABLE orders IN SHARE UPDATE EXCLUSIVE MODE;
COMMIT;
-- good: the table is new or temporary
CREATE TABLE carts (id bigint PRIMARY KEY);
CREATE TEMP TABLE picked (id bigint);
BEGIN;
LOCK TABLE carts;
LOCK TABLE picked;
COMMIT;
-- bad, mysql, mariadb, shop: several tables
LOCK TABLES orders AS o WRITE, users READ, products LOW_PRIORITY WRITE;
            ^^^^^^^^^^^^^^^^^
                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^
UNLOCK TABLES;
-- bad, mysql, mariadb: all tables
FLUSH TABLES WITH READ LOCK;
^^^^^^^^^^^^^^^^^^^^^^^^^^^
UNLOCK TABLES;
-- bad, mysql, mariadb, shop: some tables
FLUSH TABLES orders, users WITH READ LOCK;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
UNLOCK TABLES;
-- good, mysql, mariadb, shop: a dump loads rows behind it
LOCK TABLES users WRITE;
INSERT INTO users (id, email) VALUES (1, 'a@example.org');
UNLOCK TABLES;
LOCK TABLES products WRITE;
/*!40000 ALTER TABLE products DISABLE KEYS */;
INSERT INTO products (id, name, price) VALUES (1, 'a', 1);
/*!40000 ALTER TABLE products ENABLE KEYS */;
UNLOCK TABLES;
-- good, mysql, mariadb: the table is new
CREATE TABLE carts (id bigint PRIMARY KEY);
LOCK TABLES carts WRITE;
UNLOCK TABLES;
-- good, mysql, mariadb: other things to flush
FLUSH TABLES;
