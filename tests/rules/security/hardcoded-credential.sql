-- bad: roles, hashes and words that stand for a password
CREATE USER app WITH ENCRYPTED PASSWORD 'r4inyD4y' VALID UNTIL 'infinity';
                                        ^^^^^^^^^^
ALTER ROLE app PASSWORD 'md5a3f5b0c6e1d24789a3f5b0c6e1d24789';
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER ROLE app PASSWORD 'changeme';
                        ^^^^^^^^^^
DO $$ BEGIN
    CREATE ROLE app LOGIN PASSWORD 'r4inyD4y';
                                   ^^^^^^^^^^
END $$;
-- bad: connections
CREATE USER MAPPING FOR app SERVER other OPTIONS (user 'app', password 'r4inyD4y');
                                                                       ^^^^^^^^^^
SELECT dblink_connect('other', 'host=db user=app password=r4inyD4y');
                                                          ^^^^^^^^
INSERT INTO settings (name, value) VALUES ('queue', 'amqp://app:r4inyD4y@queue:5672/');
                                                                ^^^^^^^^
-- good: variables, NULL, no password at all
ALTER ROLE app PASSWORD :'app_password';
ALTER ROLE app PASSWORD '${APP_PASSWORD}';
ALTER ROLE app PASSWORD '{{ app_password }}';
ALTER ROLE app PASSWORD NULL;
CREATE USER MAPPING FOR app SERVER other OPTIONS (user 'app', password '$PASSWORD');
INSERT INTO settings (name, value) VALUES ('queue', 'amqp://app:${SECRET}@queue:5672/'), ('web', 'https://a.example/b:c@d');
COMMENT ON COLUMN settings.value IS 'password=something does not matter here';

-- bad, mysql: MySQL
CREATE USER 'app'@'%' IDENTIFIED BY 'r4inyD4y';
                                    ^^^^^^^^^^

-- good, mysql: no password, or one that is filled in
CREATE USER reader;
ALTER USER reader IDENTIFIED BY '${READER_PASSWORD}';

-- bad, mysql, mariadb: double quotes
CREATE USER someone@localhost IDENTIFIED BY "r4inyD4y";
                                            ^^^^^^^^^^

-- good: a comment that shows the form of a URL
-- given:
CREATE TABLE t (a text);
-- sql:
COMMENT ON COLUMN t.a IS 'postgres://user:password@host/database';
