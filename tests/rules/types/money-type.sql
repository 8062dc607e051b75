-- bad: added and changed columns
-- given:
CREATE TABLE payslips (id bigint PRIMARY KEY, net text);
-- sql:
ALTER TABLE payslips ADD COLUMN gross money, ALTER COLUMN net TYPE money USING net::money;
                                      ^^^^^
                                                                   ^^^^^
-- fixed:
ALTER TABLE payslips ADD COLUMN gross numeric(12, 2), ALTER COLUMN net TYPE money USING net::money;
-- good: a type of the project with that name
CREATE TYPE billing.money AS (amount numeric, currency text);
CREATE TABLE payslips (id bigint PRIMARY KEY, gross billing.money);
