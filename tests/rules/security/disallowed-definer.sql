-- bad, mysql, shop: routines, triggers, quotes, OR REPLACE
CREATE DEFINER=`admin`@`%` FUNCTION one() RETURNS int DETERMINISTIC RETURN 1;
       ^^^^^^^^^^^^^^^^^^^
CREATE DEFINER=admin@localhost TRIGGER t BEFORE INSERT ON users FOR EACH ROW SET NEW.name = 'x';
       ^^^^^^^^^^^^^^^^^^^^^^^
CREATE OR REPLACE ALGORITHM = MERGE DEFINER = "root"@"%" VIEW v AS SELECT id FROM users;
                                    ^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE FUNCTION one() RETURNS int DETERMINISTIC RETURN 1;
CREATE TRIGGER t BEFORE INSERT ON users FOR EACH ROW SET NEW.name = 'x';
CREATE OR REPLACE ALGORITHM = MERGE VIEW v AS SELECT id FROM users;

-- good, mysql, shop: the migrating account, none, the word elsewhere
CREATE DEFINER = CURRENT_USER VIEW a AS SELECT id FROM users;
CREATE DEFINER = CURRENT_USER() SQL SECURITY INVOKER VIEW b AS SELECT id FROM users;
CREATE SQL SECURITY DEFINER VIEW c AS SELECT id FROM users;
SELECT 'DEFINER = root' AS x;

-- good, mysql, shop: an account of the list
-- option accounts: ["app@%"]
CREATE DEFINER = 'app'@'%' VIEW a AS SELECT id FROM users;
