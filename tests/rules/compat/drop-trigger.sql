-- good: with the column it kept, with its table, of a new table, not there
-- given:
CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TABLE users (id bigint PRIMARY KEY, name text, full_name text);
CREATE TRIGGER sync_name BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION audit();
CREATE TABLE gone (id bigint PRIMARY KEY);
CREATE TRIGGER audit_gone BEFORE UPDATE ON gone FOR EACH ROW EXECUTE FUNCTION audit();
-- sql:
DROP TRIGGER sync_name ON users;
ALTER TABLE users DROP COLUMN name;
DROP TRIGGER audit_gone ON gone;
DROP TABLE gone;
CREATE TABLE carts (id bigint PRIMARY KEY);
CREATE TRIGGER audit_carts BEFORE UPDATE ON carts FOR EACH ROW EXECUTE FUNCTION audit();
DROP TRIGGER audit_carts ON carts;
DROP TRIGGER IF EXISTS never_there ON users;
-- bad: of a table that is not known
DROP TRIGGER audit_orders ON orders;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad, mysql: MySQL names no table
-- given:
CREATE TABLE users (id bigint PRIMARY KEY, name text);
CREATE TRIGGER tidy BEFORE UPDATE ON users FOR EACH ROW SET NEW.name = lower(NEW.name);
-- sql:
DROP TRIGGER tidy;
^^^^^^^^^^^^^^^^^
-- good, mysql: made again
-- given:
CREATE TABLE users (id bigint PRIMARY KEY, name text);
CREATE TRIGGER tidy BEFORE UPDATE ON users FOR EACH ROW SET NEW.name = lower(NEW.name);
-- sql:
DROP TRIGGER IF EXISTS tidy;
CREATE TRIGGER tidy BEFORE UPDATE ON users FOR EACH ROW SET NEW.name = upper(NEW.name);
-- good: one of another name takes its place
-- given:
CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TRIGGER audit_rows AFTER INSERT ON users FOR EACH ROW EXECUTE FUNCTION audit();
-- sql:
DROP TRIGGER audit_rows ON users;
CREATE TRIGGER audit_statements AFTER INSERT ON users FOR EACH STATEMENT EXECUTE FUNCTION audit();
