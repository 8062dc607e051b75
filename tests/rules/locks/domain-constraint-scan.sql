-- bad: validation and NOT NULL
-- given:
CREATE DOMAIN amount AS bigint;
CREATE DOMAIN price AS amount;
CREATE TABLE orders (id bigint PRIMARY KEY, total price);
ALTER DOMAIN amount ADD CONSTRAINT amount_limit CHECK (VALUE < 100000) NOT VALID;
-- sql:
ALTER DOMAIN amount VALIDATE CONSTRAINT amount_limit;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER DOMAIN price SET NOT NULL;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: a domain nobody knows
-- error: 42704
ALTER DOMAIN amount ADD CHECK (VALUE < 100000);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
ALTER DOMAIN amount ADD CHECK (VALUE < 100000) NOT VALID;
-- good: no table uses it
-- given:
CREATE DOMAIN amount AS bigint;
-- sql:
ALTER DOMAIN amount ADD CHECK (VALUE < 100000);
-- good: only new and temporary tables use it
-- given:
CREATE DOMAIN amount AS bigint;
-- sql:
CREATE TABLE carts (id bigint PRIMARY KEY, total amount);
CREATE TEMP TABLE picked (total amount);
ALTER DOMAIN amount ADD CHECK (VALUE < 100000);
-- good: what tests nothing
-- given:
CREATE DOMAIN amount AS bigint NOT NULL DEFAULT 0 CONSTRAINT amount_limit CHECK (VALUE < 100000);
CREATE TABLE orders (id bigint PRIMARY KEY, total amount);
-- sql:
ALTER DOMAIN amount DROP CONSTRAINT amount_limit;
ALTER DOMAIN amount SET NOT NULL;
ALTER DOMAIN amount DROP NOT NULL;
ALTER DOMAIN amount SET DEFAULT 1;
