-- bad: a procedure, an aggregate, one that is not known
-- given:
CREATE PROCEDURE tidy() LANGUAGE sql AS 'SELECT 1';
-- sql:
DROP PROCEDURE tidy();
^^^^^^^^^^^^^^^^^^^^^
DROP AGGREGATE median(numeric);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
DROP FUNCTION total(bigint);
^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: what triggers call, what the file makes, one of several
-- given:
CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE FUNCTION total(a bigint) RETURNS bigint LANGUAGE sql AS 'SELECT a';
CREATE FUNCTION total(a text) RETURNS bigint LANGUAGE sql AS 'SELECT 1';
-- sql:
DROP FUNCTION audit();
DROP FUNCTION total(text);
CREATE FUNCTION helper() RETURNS bigint LANGUAGE sql AS 'SELECT 1';
DROP FUNCTION helper();
DROP FUNCTION IF EXISTS never_there();
-- bad, mysql: a procedure
-- given:
CREATE PROCEDURE tidy() SELECT 1;
-- sql:
DROP PROCEDURE tidy;
^^^^^^^^^^^^^^^^^^^
-- good, mysql: made again, and a helper of the file
-- given:
CREATE PROCEDURE tidy() SELECT 1;
-- sql:
DROP PROCEDURE IF EXISTS tidy;
CREATE PROCEDURE tidy() SELECT 2;
CREATE PROCEDURE helper() SELECT 1;
CALL helper();
DROP PROCEDURE helper;
