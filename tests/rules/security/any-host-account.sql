-- bad, mysql only: no host part
CREATE USER app;
            ^^^
GRANT SELECT, INSERT ON *.* TO app;
                               ^^^

-- bad, mariadb: created beside others
CREATE USER IF NOT EXISTS clerk@localhost, desk;
                                           ^^^^
DROP USER clerk@localhost, desk;

-- good, mysql only: roles, tending accounts, harmless and revoked privileges
CREATE ROLE reader;
CREATE USER 'backup'@'%';
GRANT SELECT, LOCK TABLES ON *.* TO 'backup'@'%';
GRANT USAGE, PROCESS ON *.* TO 'app'@'10.0.0.5';
REVOKE SELECT ON *.* FROM 'app'@'%';

-- good, mariadb: a network
CREATE USER 'desk'@'10.0.%';
DROP USER 'desk'@'10.0.%';

-- good, mysql only: configured
-- option open_accounts: ["app"]
CREATE USER 'app'@'%';

-- bad, mysql: a grant to an account of every host
-- given:
CREATE TABLE t (id bigint PRIMARY KEY);
CREATE USER someone@'%';
            ^^^^^^^^^^^
-- sql:
GRANT SELECT ON t TO someone@'%';
                     ^^^^^^^^^^^
