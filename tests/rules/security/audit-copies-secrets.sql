-- bad: old rows, json, a whole row, a schema, something else subtracted
CREATE TABLE users (id bigint PRIMARY KEY, api_key text, email text);
CREATE TABLE users_history (id bigint, api_key text, email text);
CREATE FUNCTION app.keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO audit_log (old, new, x) VALUES (row_to_json(OLD), to_jsonb(NEW.*) - 'email', coalesce(to_jsonb(OLD), '{}'));
                                                ^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^                     ^^^^^^^^^^^^^
    INSERT INTO users_history SELECT OLD.*;
                                     ^^^^^
    RETURN NEW; END $$;
CREATE TRIGGER keep AFTER UPDATE ON users FOR EACH ROW EXECUTE FUNCTION app.keep();
-- fixed:
CREATE TABLE users (id bigint PRIMARY KEY, api_key text, email text);
CREATE TABLE users_history (id bigint, api_key text, email text);
CREATE FUNCTION app.keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO audit_log (old, new, x) VALUES (row_to_json(OLD), to_jsonb(NEW.*) - 'api_key' - 'email', coalesce(to_jsonb(OLD) - 'api_key', '{}'));
    INSERT INTO users_history SELECT OLD.*;
    RETURN NEW; END $$;
CREATE TRIGGER keep AFTER UPDATE ON users FOR EACH ROW EXECUTE FUNCTION app.keep();

-- good: taken out, masked, tables without credentials, no trigger, comments
CREATE TABLE users (id bigint PRIMARY KEY, api_key text, token text);
CREATE TABLE notes (id bigint PRIMARY KEY, body text, token_count int);
CREATE FUNCTION a() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO audit_log (doc) VALUES (to_jsonb(NEW) - ARRAY['api_key', 'token']);
    INSERT INTO audit_log (doc) VALUES (to_jsonb(NEW) - 'api_key' - 'token');
    INSERT INTO audit_log (doc) VALUES (mask(to_jsonb(NEW)));
    INSERT INTO audit_log (doc) VALUES (to_jsonb(NEW) - hidden);  -- not to_jsonb(NEW)
    RETURN NEW; END $$;
CREATE TRIGGER a AFTER UPDATE ON users FOR EACH ROW EXECUTE FUNCTION a();
CREATE FUNCTION b() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO audit_log (doc) VALUES (to_jsonb(NEW)); RETURN NEW; END $$;
CREATE TRIGGER b AFTER UPDATE ON notes FOR EACH ROW EXECUTE FUNCTION b();
CREATE FUNCTION c() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO audit_log (doc) VALUES (to_jsonb(NEW)); RETURN NEW; END $$;
