-- bad: in queries, later, with a schema and capitals, and the extension
CREATE EXTENSION IF NOT EXISTS "uuid-ossp";
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE TABLE a (id uuid PRIMARY KEY DEFAULT public.uuid_generate_v4(), k text);
                                            ^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE a ADD COLUMN x uuid DEFAULT UUID_GENERATE_V4 ();
                                        ^^^^^^^^^^^^^^^^^^^
ALTER TABLE a ALTER COLUMN x SET DEFAULT uuid_generate_v4();
                                         ^^^^^^^^^^^^^^^^^^
INSERT INTO a (id) VALUES (uuid_generate_v4());
                           ^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE EXTENSION IF NOT EXISTS "uuid-ossp";
CREATE TABLE a (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), k text);
ALTER TABLE a ADD COLUMN x uuid DEFAULT gen_random_uuid();
ALTER TABLE a ALTER COLUMN x SET DEFAULT gen_random_uuid();
INSERT INTO a (id) VALUES (gen_random_uuid());
-- good: another version of UUIDs, another schema
CREATE EXTENSION "uuid-ossp";
CREATE TABLE a (id uuid PRIMARY KEY DEFAULT uuid_generate_v1mc(), x uuid DEFAULT extensions.uuid_generate_v4());
-- good, postgres 12: not built in yet
CREATE TABLE a (id uuid PRIMARY KEY DEFAULT uuid_generate_v4());
