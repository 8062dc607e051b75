-- bad: made so later, and without a setting again
CREATE FUNCTION one() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
                ^^^
CREATE FUNCTION two() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$ SELECT 2 $$;
                                               ^^^^^^^^^^^^^^^^
ALTER FUNCTION one() SECURITY DEFINER;
ALTER FUNCTION two() RESET search_path;
-- bad: every function
-- option all_functions: true
CREATE FUNCTION one() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
                ^^^
-- bad: an overload
CREATE PROCEDURE app.run(a int) LANGUAGE plpgsql SECURITY DEFINER SET search_path = app AS $$ BEGIN END $$;
CREATE PROCEDURE app.run(a text) SECURITY DEFINER LANGUAGE plpgsql AS $$ BEGIN END $$;
                                 ^^^^^^^^^^^^^^^^
-- fixed:
CREATE PROCEDURE app.run(a int) LANGUAGE plpgsql SECURITY DEFINER SET search_path = app AS $$ BEGIN END $$;
CREATE PROCEDURE app.run(a text) SECURITY DEFINER SET search_path = pg_catalog, app, pg_temp LANGUAGE plpgsql AS $$ BEGIN END $$;
-- good: before or after, FROM CURRENT, empty, set later, C, no longer there
CREATE FUNCTION a() RETURNS int LANGUAGE sql SET search_path = public SECURITY DEFINER AS $$ SELECT 1 $$;
CREATE FUNCTION b() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path FROM CURRENT AS $$ SELECT 1 $$;
CREATE FUNCTION c() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$ SELECT 1 $$;
CREATE FUNCTION d() RETURNS int LANGUAGE sql SECURITY DEFINER AS $$ SELECT 1 $$;
ALTER FUNCTION d() SET search_path TO public, pg_temp;
CREATE FUNCTION e() RETURNS int LANGUAGE c SECURITY DEFINER AS 'library', 'e';
CREATE FUNCTION f() RETURNS int LANGUAGE sql SECURITY DEFINER AS $$ SELECT 1 $$;
DROP FUNCTION f();
CREATE FUNCTION g() RETURNS int LANGUAGE sql SECURITY DEFINER AS $$ SELECT 1 $$;
CREATE OR REPLACE FUNCTION g() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$ SELECT 2 $$;

-- bad: a function made elsewhere
ALTER FUNCTION elsewhere() SECURITY DEFINER;
               ^^^^^^^^^

-- good: a function made elsewhere, with search_path
ALTER FUNCTION elsewhere() SECURITY DEFINER SET search_path = pg_catalog, pg_temp;
