-- bad: by a function
SELECT set_config('search_path', 'billing', false);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: several, and the last one stays
SET SESSION search_path = a;
SET search_path = b, public;
^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad, wrapped: in the transaction of the tool
SET search_path TO billing;
^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
SET LOCAL search_path TO billing;
-- good: put back, for the transaction, of a function, of a role
SET search_path TO billing;
SET search_path TO public;
-- good: other places
SELECT set_config('search_path', 'billing', true);
CREATE FUNCTION one() RETURNS int LANGUAGE sql SET search_path = pg_catalog AS 'SELECT 1';
ALTER ROLE app SET search_path = billing;
-- good: a dump
-- PostgreSQL database dump
SELECT pg_catalog.set_config('search_path', '', false);
SET search_path = public, pg_catalog;
-- good: nothing but the beginning of a dump
SELECT pg_catalog.set_config('search_path', '', false);
