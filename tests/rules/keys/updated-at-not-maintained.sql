-- bad: one table has a trigger, the other not
CREATE TABLE pages (id bigint PRIMARY KEY, updated_at timestamptz DEFAULT now());
CREATE TABLE posts (id bigint PRIMARY KEY, modified_at timestamptz DEFAULT CURRENT_TIMESTAMP);
                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.updated_at := now(); RETURN NEW; END $$;
CREATE TRIGGER pages_touch BEFORE UPDATE ON pages FOR EACH ROW EXECUTE FUNCTION touch();
-- bad, mysql, mariadb: a default is not enough
CREATE TABLE pages (id int PRIMARY KEY, updated_at datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3));
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE pages (id int PRIMARY KEY, updated_at datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3));
-- bad, sqlite: no trigger
CREATE TABLE pages (id INTEGER PRIMARY KEY, updated_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP);
                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: a trigger in a later file, one for several events
CREATE TABLE pages (id bigint PRIMARY KEY, updated_at timestamptz NOT NULL DEFAULT now());
-- file: 0002_trigger.sql
CREATE EXTENSION moddatetime;
CREATE TRIGGER t BEFORE INSERT OR UPDATE ON pages FOR EACH ROW EXECUTE PROCEDURE moddatetime(updated_at);
-- good: triggers that a loop makes
CREATE TABLE pages (id bigint PRIMARY KEY, updated_at timestamptz NOT NULL DEFAULT now());
CREATE FUNCTION set_updated_at() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.updated_at := now(); RETURN NEW; END $$;
DO $$ DECLARE t text; BEGIN
    FOR t IN SELECT table_name FROM information_schema.columns WHERE column_name = 'updated_at' LOOP
        EXECUTE format('CREATE TRIGGER touch BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION set_updated_at()', t);
    END LOOP;
END $$;
-- good: no default, so that a program fills it; logs; other columns
CREATE TABLE a (id bigint PRIMARY KEY, updated_at timestamptz NOT NULL);
CREATE TABLE event_log (id bigint PRIMARY KEY, updated_at timestamptz NOT NULL DEFAULT now());
CREATE TABLE b (id bigint PRIMARY KEY, created_at timestamptz NOT NULL DEFAULT now());
-- good, mysql, mariadb: the server does it
CREATE TABLE pages (id int PRIMARY KEY, updated_at datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP);
-- good, sqlite: a trigger does it
CREATE TABLE pages (id INTEGER PRIMARY KEY, updated_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP);
CREATE TRIGGER touch AFTER UPDATE ON pages BEGIN UPDATE pages SET updated_at = CURRENT_TIMESTAMP WHERE id = NEW.id; END;
