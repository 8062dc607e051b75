-- bad: schemas, sequences, defaults
GRANT ALL PRIVILEGES ON ALL TABLES IN SCHEMA public TO app;
      ^^^^^^^^^^^^^^
GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO app;
      ^^^
GRANT ALL ON SCHEMA shop TO app, reader;
      ^^^
GRANT ALL ON DATABASE shop TO app;
      ^^^
ALTER DEFAULT PRIVILEGES IN SCHEMA shop GRANT ALL ON TABLES TO app;
                                              ^^^
-- fixed:
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO app;
GRANT USAGE ON SCHEMA shop TO app, reader;
GRANT ALL ON DATABASE shop TO app;
ALTER DEFAULT PRIVILEGES IN SCHEMA shop GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO app;

-- good: functions, lists, owners, roles
GRANT ALL ON FUNCTION f() TO app;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO app;
GRANT ALL ON SCHEMA shop TO shop_owner, migrator;
GRANT everything TO app;
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM app;

-- good: configured
-- option owners: ["app"]
GRANT ALL ON SCHEMA shop TO app;

-- bad, mysql only: everything
GRANT ALL ON *.* TO 'app'@'10.0.0.5';
      ^^^

-- good, mysql only: a list, an administrator
GRANT SELECT, INSERT ON shop.* TO 'app'@'10.0.0.5';
GRANT ALL ON *.* TO 'admin'@'localhost';
