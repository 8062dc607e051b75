-- bad, shop: whatever its form
-- given:
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
-- sql:
CREATE OR REPLACE TRIGGER a AFTER INSERT OR DELETE ON orders FOR EACH STATEMENT EXECUTE FUNCTION touch();
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE CONSTRAINT TRIGGER b AFTER UPDATE ON orders DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION touch();
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good, shop: views, event triggers, and triggers that go
-- given:
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE FUNCTION told() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RETURN; END $$;
CREATE VIEW names AS SELECT id, name FROM users;
CREATE TRIGGER old BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();
-- sql:
CREATE TRIGGER a INSTEAD OF UPDATE ON names FOR EACH ROW EXECUTE FUNCTION touch();
CREATE EVENT TRIGGER b ON ddl_command_end EXECUTE FUNCTION told();
DROP TRIGGER old ON users;
DROP EVENT TRIGGER b;
-- good: a temporary table
-- given:
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
-- sql:
CREATE TEMP TABLE picked (id bigint);
CREATE TRIGGER a BEFORE UPDATE ON picked FOR EACH ROW EXECUTE FUNCTION touch();
