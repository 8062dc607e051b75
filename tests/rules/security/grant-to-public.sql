-- bad: among other roles, everything in a schema, defaults, functions
GRANT SELECT, INSERT (name) ON TABLE users, orders TO reporting, PUBLIC WITH GRANT OPTION;
                                                                 ^^^^^^
GRANT ALL ON ALL TABLES IN SCHEMA public TO public;
                                            ^^^^^^
GRANT CONNECT ON DATABASE shop TO PUBLIC;
                                  ^^^^^^
GRANT EXECUTE ON FUNCTION reset() TO PUBLIC;
                                     ^^^^^^
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO PUBLIC;
                                                                    ^^^^^^
GRANT ALL ON SCHEMA public TO PUBLIC;
                              ^^^^^^
-- bad: in a DO block
DO $$ BEGIN
    GRANT SELECT ON orders TO PUBLIC;
                              ^^^^^^
END $$;
-- good: taken away, USAGE, roles
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO PUBLIC;
GRANT USAGE ON TYPE status TO PUBLIC;
GRANT reporting TO app;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- bad, mysql, shop: the user without a name
-- given:
CREATE USER ''@'localhost';
-- sql:
GRANT SELECT ON orders TO ''@'localhost';
                          ^^^^^^^^^^^^^^

-- bad, mariadb, shop: everybody
GRANT SELECT ON orders TO PUBLIC;
                          ^^^^^^

-- good, mysql, shop: one user
-- given:
CREATE USER reporting;
-- sql:
GRANT SELECT ON orders TO reporting;

-- bad, mysql: everything
-- given:
CREATE USER ''@'localhost';
-- sql:
GRANT ALL ON *.* TO ''@'localhost';
                    ^^^^^^^^^^^^^^

-- good: a role whose name has capitals
-- given:
CREATE TABLE t (id bigint PRIMARY KEY);
CREATE ROLE "PUBLIC";
-- sql:
GRANT SELECT ON t TO "PUBLIC";
