-- bad: view, function, type, sequence
-- given:
CREATE SCHEMA archive;
CREATE VIEW totals AS SELECT 1 AS a;
CREATE FUNCTION total(a bigint) RETURNS bigint LANGUAGE sql AS 'SELECT a';
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE SEQUENCE numbers;
-- sql:
ALTER VIEW totals SET SCHEMA archive;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER FUNCTION total(bigint) SET SCHEMA archive;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TYPE mood SET SCHEMA archive;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER SEQUENCE numbers SET SCHEMA archive;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: a table that is not known
ALTER TABLE orders SET SCHEMA archive;
                   ^^^^^^^^^^^^^^^^^^
-- good: a view with the old name, an extension, an object of the file
-- given:
CREATE SCHEMA archive;
CREATE TABLE orders (id bigint PRIMARY KEY);
-- sql:
ALTER TABLE orders SET SCHEMA archive;
CREATE VIEW orders AS SELECT id FROM archive.orders;
ALTER EXTENSION pg_trgm SET SCHEMA archive;
CREATE VIEW scratch AS SELECT 1 AS a;
ALTER VIEW scratch SET SCHEMA archive;
