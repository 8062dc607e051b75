-- bad: the file with the trigger comes later, and the name of the column is quoted
-- given:
CREATE TABLE pages (id bigint PRIMARY KEY, body text NOT NULL);
-- sql:
ALTER TABLE pages ADD COLUMN "Words" text;
                             ^^^^^^^^^^^^
-- file: 0002_trigger.sql
CREATE FUNCTION set_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.body <> '' THEN
        NEW."Words" = upper(NEW.body);
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER pages_words BEFORE INSERT OR UPDATE ON pages FOR EACH ROW EXECUTE FUNCTION set_words();
-- good: the next migration fills it
-- given:
CREATE TABLE pages (id bigint PRIMARY KEY, body text NOT NULL);
-- sql:
ALTER TABLE pages ADD COLUMN words text;
CREATE FUNCTION set_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN NEW.words := upper(NEW.body); RETURN NEW; END $$;
CREATE TRIGGER pages_words BEFORE INSERT OR UPDATE ON pages FOR EACH ROW EXECUTE FUNCTION set_words();
-- file: 0002_fill.sql
UPDATE pages SET words = upper(body) WHERE id < 100000;
-- good: it is required in the end, so somebody has filled it
-- given:
CREATE TABLE pages (id bigint PRIMARY KEY, body text NOT NULL);
-- sql:
ALTER TABLE pages ADD COLUMN words text;
CREATE FUNCTION set_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN NEW.words := upper(NEW.body); RETURN NEW; END $$;
CREATE TRIGGER pages_words BEFORE INSERT OR UPDATE ON pages FOR EACH ROW EXECUTE FUNCTION set_words();
-- file: 0002_required.sql
ALTER TABLE pages ALTER COLUMN words SET NOT NULL;
-- good: the time of a change, a comparison, a comment
-- given:
CREATE TABLE pages (id bigint PRIMARY KEY, body text NOT NULL);
-- sql:
ALTER TABLE pages ADD COLUMN updated_at timestamptz;
ALTER TABLE pages ADD COLUMN words text;
CREATE FUNCTION set_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.updated_at := now();
    -- NEW.words := upper(NEW.body);
    IF NEW.words = NEW.body THEN RETURN NULL; END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER pages_words BEFORE INSERT OR UPDATE ON pages FOR EACH ROW EXECUTE FUNCTION set_words();
-- good: a table of the same run, a generated column, a default, a table that nobody has created
CREATE FUNCTION set_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN NEW.words := upper(NEW.body); RETURN NEW; END $$;
CREATE TABLE pages (id bigint PRIMARY KEY, body text NOT NULL);
ALTER TABLE pages ADD COLUMN words text;
CREATE TRIGGER pages_words BEFORE INSERT OR UPDATE ON pages FOR EACH ROW EXECUTE FUNCTION set_words();
