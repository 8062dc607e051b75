-- bad: unnamed, over one column and over two
-- given:
CREATE TABLE orders (id bigint PRIMARY KEY, total int, paid int);
-- sql:
ALTER TABLE orders ADD CHECK (total >= 0);
                   ^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE orders ADD CHECK (paid <= total);
                   ^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE orders ADD CHECK (total < 1000);
                   ^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
ALTER TABLE orders ADD CONSTRAINT orders_total_check CHECK (total >= 0) NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT orders_total_check;
ALTER TABLE orders ADD CONSTRAINT orders_check CHECK (paid <= total) NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT orders_check;
ALTER TABLE orders ADD CONSTRAINT orders_total_check1 CHECK (total < 1000) NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT orders_total_check1;
-- bad: a proof for SET NOT NULL
ALTER TABLE orders ADD CONSTRAINT note_nn CHECK (note IS NOT NULL);
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
ALTER TABLE orders ADD CONSTRAINT note_nn CHECK (note IS NOT NULL) NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT note_nn;
-- bad: at a new column, with or without default
-- given:
CREATE TABLE orders (id bigint PRIMARY KEY, total int);
-- sql:
ALTER TABLE orders ADD COLUMN a int DEFAULT 1 CHECK (a > 0) NOT NULL, ADD COLUMN b int CONSTRAINT b_ok CHECK (b < total);
                                              ^^^^^^^^^^^^^                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
ALTER TABLE orders ADD COLUMN a int DEFAULT 1 NOT NULL, ADD CONSTRAINT orders_a_check CHECK (a > 0) NOT VALID, ADD COLUMN b int, ADD CONSTRAINT b_ok CHECK (b < total) NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT b_ok;
ALTER TABLE orders VALIDATE CONSTRAINT orders_a_check;
-- bad: in a transaction
BEGIN;
ALTER TABLE orders ADD CONSTRAINT orders_total_check CHECK (total >= 0);
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE orders ADD COLUMN a int CHECK (a > 0);
                                    ^^^^^^^^^^^^^
COMMIT;
-- fixed:
BEGIN;
ALTER TABLE orders ADD CONSTRAINT orders_total_check CHECK (total >= 0) NOT VALID;
ALTER TABLE orders ADD COLUMN a int CHECK (a > 0);
COMMIT;
-- bad: a CHECK that no child inherits
ALTER TABLE orders ADD CONSTRAINT orders_total_check CHECK (total >= 0) NO INHERIT;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
ALTER TABLE orders ADD CONSTRAINT orders_total_check CHECK (total >= 0) NO INHERIT NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT orders_total_check;
-- good: at a new column as a constraint of the table
ALTER TABLE orders ADD COLUMN a int, ADD CONSTRAINT a_ok CHECK (a > 0) NOT VALID;
-- good, postgres 18: not enforced
ALTER TABLE orders ADD CONSTRAINT orders_total_check CHECK (total >= 0) NOT ENFORCED;
-- good: a rewrite that has its own rule
ALTER TABLE orders ADD COLUMN a bigserial CHECK (a > 0);
-- good: the table is new or temporary
CREATE TABLE orders (id bigint PRIMARY KEY, total int CHECK (total > 0));
CREATE TEMP TABLE picked (id integer);
ALTER TABLE orders ADD CONSTRAINT orders_total_check1 CHECK (total < 1000);
ALTER TABLE picked ADD CHECK (id > 0);
-- good: a table known to be small
-- option small_tables: ["settings"]
ALTER TABLE settings ADD CHECK (value > 0);
