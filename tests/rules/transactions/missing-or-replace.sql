-- bad: routines and triggers
-- file: objects.sql
CREATE FUNCTION one() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
^^^^^^
CREATE TRIGGER t BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION one();
^^^^^^
-- fixed:
-- file: objects.sql
CREATE OR REPLACE FUNCTION one() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE OR REPLACE TRIGGER t BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION one();
-- good: materialized views and constraint triggers have no OR REPLACE, the trigger is dropped before
-- file: objects.sql
CREATE MATERIALIZED VIEW totals AS SELECT 1 AS a;
CREATE CONSTRAINT TRIGGER t AFTER UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION one();
DROP TRIGGER IF EXISTS u ON orders;
CREATE TRIGGER u BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION one();
-- good: a migration with a folder of its own
-- file: 20240131120000_totals/migration.sql
CREATE VIEW totals AS SELECT 1 AS a;
-- good, postgres 13: no OR REPLACE yet
-- file: objects.sql
CREATE TRIGGER t BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION one();
-- bad, mysql: a view
-- file: objects.sql
CREATE VIEW totals AS SELECT 1 AS a;
^^^^^^
-- fixed:
-- file: objects.sql
CREATE OR REPLACE VIEW totals AS SELECT 1 AS a;
-- good, mysql: routines of MySQL cannot be replaced
-- file: objects.sql
CREATE PROCEDURE tidy() SELECT 1;
-- bad, mariadb: those of MariaDB can
-- file: objects.sql
CREATE PROCEDURE tidy() SELECT 1;
^^^^^^
-- fixed:
-- file: objects.sql
CREATE OR REPLACE PROCEDURE tidy() SELECT 1;
