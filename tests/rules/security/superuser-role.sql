-- bad: attributes and memberships
ALTER ROLE app WITH BYPASSRLS CREATEROLE;
                    ^^^^^^^^^
                              ^^^^^^^^^^
GRANT pg_execute_server_program TO app;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
GRANT readers, rds_superuser TO app;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
ALTER ROLE app WITH NOBYPASSRLS NOCREATEROLE;
GRANT pg_execute_server_program TO app;
GRANT readers, rds_superuser TO app;

-- good: without power
CREATE ROLE app LOGIN NOSUPERUSER NOBYPASSRLS NOREPLICATION;
GRANT pg_monitor TO app;
REVOKE pg_read_server_files FROM app;

-- good: configured
-- option administrators: ["boss"]
CREATE ROLE boss SUPERUSER;
GRANT postgres TO boss;

-- bad, mysql only: privileges of the server
GRANT SELECT, FILE, CREATE USER ON *.* TO 'app'@'10.0.0.5';
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- good, mysql only: of a schema
GRANT SELECT, INSERT ON shop.* TO 'app'@'10.0.0.5';
