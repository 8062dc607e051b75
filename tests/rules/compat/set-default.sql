-- bad: the expression of a generated column
-- given:
CREATE TABLE lines (id bigint PRIMARY KEY, n integer, twice integer GENERATED ALWAYS AS (n * 2) STORED);
-- sql:
ALTER TABLE lines ALTER COLUMN twice SET EXPRESSION AS (n + n + 1);
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good, shop: the same, a column of the file, a table that is not known
ALTER TABLE orders ALTER COLUMN created_at SET DEFAULT now();
ALTER TABLE orders ADD COLUMN region text DEFAULT 'eu';
ALTER TABLE orders ALTER COLUMN region SET DEFAULT 'us';
ALTER TABLE carts ALTER COLUMN status SET DEFAULT 'new';
-- good: the same value of another type
-- given:
CREATE TABLE blocks (id bigint PRIMARY KEY, height integer DEFAULT 0, config jsonb DEFAULT '{}');
-- sql:
ALTER TABLE blocks ALTER COLUMN height TYPE numeric;
ALTER TABLE blocks ALTER COLUMN height SET DEFAULT '0';
ALTER TABLE blocks ALTER COLUMN config SET DEFAULT '{}'::jsonb;
