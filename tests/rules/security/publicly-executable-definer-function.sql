-- bad: arguments, a schema, granted again
CREATE FUNCTION app.find(wanted text, OUT n int) LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$ SELECT 1 $$;
                ^^^^^^^^
CREATE FUNCTION again() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$ SELECT 1 $$;
                ^^^^^
REVOKE ALL ON FUNCTION again() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION again() TO PUBLIC;
-- fixed:
CREATE FUNCTION app.find(wanted text, OUT n int) LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$ SELECT 1 $$;
REVOKE EXECUTE ON FUNCTION app.find(text) FROM PUBLIC;
CREATE FUNCTION again() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$ SELECT 1 $$;
REVOKE EXECUTE ON FUNCTION again() FROM PUBLIC;
REVOKE ALL ON FUNCTION again() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION again() TO PUBLIC;

-- good: revoked in another file, for the whole schema, by default, kept by OR REPLACE
CREATE FUNCTION a() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$ SELECT 1 $$;
CREATE FUNCTION app.b() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$ SELECT 1 $$;
-- file: 0002_rights.sql
REVOKE EXECUTE ON FUNCTION a() FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;
CREATE OR REPLACE FUNCTION a() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$ SELECT 2 $$;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
CREATE FUNCTION c() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$ SELECT 1 $$;

-- good: triggers, the rights of the caller
CREATE FUNCTION t() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$ BEGIN RETURN NEW; END $$;
CREATE FUNCTION e() RETURNS event_trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$ BEGIN END $$;
CREATE FUNCTION i() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;

-- bad: granted to whoever comes through an API
CREATE FUNCTION open() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$ SELECT 1 $$;
                ^^^^
REVOKE ALL ON FUNCTION open() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION open() TO anon;
-- fixed:
CREATE FUNCTION open() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$ SELECT 1 $$;
REVOKE EXECUTE ON FUNCTION open() FROM PUBLIC;
REVOKE ALL ON FUNCTION open() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION open() TO anon;
