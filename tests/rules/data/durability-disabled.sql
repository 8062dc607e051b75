-- bad: server, database, session
ALTER SYSTEM SET fsync = off;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER SYSTEM SET full_page_writes TO 'off';
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER DATABASE shop SET synchronous_commit = off;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
SET synchronous_commit = local;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: on, local, another setting, reset
ALTER SYSTEM SET fsync = on;
SET LOCAL synchronous_commit = off;
ALTER SYSTEM RESET fsync;
SET work_mem = '8MB';
-- good: a folder of files for tests
-- file: tests/setup.sql
ALTER SYSTEM SET fsync = off;
-- bad, mysql: several
SET GLOBAL sync_binlog = 0;
^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good, mysql: safe values
SET GLOBAL sync_binlog = 1;
