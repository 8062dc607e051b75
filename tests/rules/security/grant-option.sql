-- bad: roles
GRANT editors TO app WITH ADMIN OPTION;
                     ^^^^^^^^^^^^^^^^^
GRANT editors TO app WITH ADMIN TRUE;
                     ^^^^^^^^^^^^^^^
-- fixed:
GRANT editors TO app;
GRANT editors TO app;

-- good: without, configured
-- option administrators: ["boss"]
GRANT editors TO app;
GRANT editors TO app WITH ADMIN FALSE;
GRANT editors TO boss WITH ADMIN OPTION;

-- bad, mysql only: both forms
GRANT SELECT ON shop.* TO 'app'@'10.0.0.5' WITH GRANT OPTION;
                                           ^^^^^^^^^^^^^^^^^
GRANT GRANT OPTION ON shop.* TO 'app'@'10.0.0.5';
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
GRANT SELECT ON shop.* TO 'app'@'10.0.0.5';
GRANT GRANT OPTION ON shop.* TO 'app'@'10.0.0.5';

-- good, mysql only: without
GRANT SELECT ON shop.* TO 'app'@'10.0.0.5';

-- bad: default privileges
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO pg_monitor WITH GRANT OPTION;
                                                              ^^^^^^^^^^^^^^^^^
-- fixed:
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO pg_monitor;
