-- bad: nothing creates it
-- given:
CREATE TABLE pages (id bigint PRIMARY KEY);
CREATE FUNCTION other() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
-- sql:
CREATE TRIGGER touch BEFORE UPDATE ON pages FOR EACH ROW EXECUTE PROCEDURE touch_page();
                                                                           ^^^^^^^^^^

-- good: an earlier migration, the same file, built-in functions, OR REPLACE, another schema
-- given:
CREATE TABLE pages (id bigint PRIMARY KEY, t tsvector, title text);
CREATE OR REPLACE FUNCTION touch_page() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
-- sql:
CREATE TRIGGER touch BEFORE UPDATE ON pages FOR EACH ROW EXECUTE FUNCTION touch_page();
CREATE TRIGGER search BEFORE UPDATE ON pages FOR EACH ROW EXECUTE FUNCTION tsvector_update_trigger(t, 'pg_catalog.english', title);
CREATE TRIGGER moved BEFORE UPDATE ON pages FOR EACH ROW EXECUTE FUNCTION moddatetime(at);
CREATE TRIGGER far BEFORE UPDATE ON pages FOR EACH ROW EXECUTE FUNCTION auth.check_user();

-- good: a table that is known by mention
CREATE TRIGGER touch BEFORE UPDATE ON elsewhere FOR EACH ROW EXECUTE FUNCTION touch_page();

-- good: a DO block may create it
-- given:
CREATE TABLE pages (id bigint PRIMARY KEY);
CREATE FUNCTION other() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
-- sql:
DO $$ BEGIN EXECUTE 'CREATE FUNCTION touch_page() ...'; END $$;
CREATE TRIGGER touch BEFORE UPDATE ON pages FOR EACH ROW EXECUTE FUNCTION touch_page();
