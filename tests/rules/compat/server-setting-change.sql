-- bad: server, database
ALTER SYSTEM SET work_mem = '8MB';
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER SYSTEM RESET ALL;
^^^^^^^^^^^^^^^^^^^^^^
ALTER DATABASE shop SET work_mem = '256MB';
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: the session, a role of the file, no setting
SET LOCAL work_mem = '8MB';
CREATE ROLE app LOGIN;
ALTER ROLE app SET search_path = shop;
ALTER DATABASE shop OWNER TO app;
ALTER DATABASE shop SET TABLESPACE fast;
