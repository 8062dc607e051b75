-- bad: whichever row there is
CREATE FUNCTION log_it() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO order_history (order_id, changed_by) VALUES (NEW.id, COALESCE(NEW.id, OLD.id));
                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^
    RETURN NULL;
END $$;

-- good: other tables, other columns, other values
CREATE FUNCTION log_it() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO sessions (user_id) VALUES (NEW.id);
    INSERT INTO audit_log (entity_id, user_id) VALUES (NEW.id, NEW.user_id);
    INSERT INTO audit_log VALUES (NEW.id);
    RETURN NULL;
END $$;
-- bad: a name in camel case, a SELECT
CREATE FUNCTION note_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "AuditLog" ("performed_by") VALUES (NEW."id");
                                                    ^^^^^^^^
    INSERT INTO activities (actor_id, verb) SELECT COALESCE(NEW.id, OLD.id), TG_OP;
                                                   ^^^^^^^^^^^^^^^^^^^^^^^^
    RETURN NEW;
END $$;
