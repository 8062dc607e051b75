-- bad, mysql, mariadb, shop: for what cannot be done in place there is no edit
ALTER TABLE orders MODIFY total decimal(14, 4), ALGORITHM = COPY, LOCK = SHARED;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad, mysql, mariadb, shop: statements about indexes
CREATE INDEX orders_status_idx ON orders (status) ALGORITHM COPY;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE INDEX orders_status_idx ON orders (status) ALGORITHM=INPLACE;
-- bad, mysql only: for all statements of the session
SET SESSION old_alter_table = ON;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad, mariadb: for all statements of the session
SET old_alter_table = 1;
^^^^^^^^^^^^^^^^^^^^^^^
SET SESSION alter_algorithm = 'COPY';
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good, mysql, mariadb, shop: other algorithms
SET old_alter_table = 0;
ALTER TABLE orders ADD COLUMN weight int, ALGORITHM=INSTANT;
ALTER TABLE orders ADD INDEX a (status), ALGORITHM=DEFAULT;
-- good, mysql, mariadb: the table is new, temporary or small
-- option small_tables: ["settings"]
-- given:
CREATE TABLE settings (value int);
-- sql:
CREATE TABLE carts (id bigint PRIMARY KEY, note varchar(20));
CREATE TEMPORARY TABLE picked (id bigint);
ALTER TABLE carts ADD INDEX carts_note_idx (note), ALGORITHM=COPY;
ALTER TABLE picked ADD COLUMN note text, ALGORITHM=COPY;
ALTER TABLE settings ADD COLUMN note text, ALGORITHM=COPY;
