-- bad, mysql, sqlite: other engines
-- given:
CREATE TABLE clients (id bigint PRIMARY KEY, name varchar(20), api_key varchar(40));
CREATE TABLE plans (id bigint PRIMARY KEY, title varchar(20));
-- sql:
SELECT * FROM clients WHERE id = 3;
       ^
CREATE VIEW v AS SELECT c.*, p.title FROM clients AS c JOIN plans AS p ON p.id = c.id;
                        ^^^
-- fixed:
SELECT id, name FROM clients WHERE id = 3;
CREATE VIEW v AS SELECT c.id, c.name, p.title FROM clients AS c JOIN plans AS p ON p.id = c.id;

-- good, mysql, sqlite: other engines
-- given:
CREATE TABLE clients (id bigint PRIMARY KEY, name varchar(20), api_key varchar(40));
CREATE TABLE plans (id bigint PRIMARY KEY, title varchar(20), token_count int);
-- sql:
SELECT id, name FROM clients WHERE id = 3;
SELECT * FROM plans WHERE id = 3;
SELECT p.* FROM clients AS c JOIN plans AS p ON p.id = c.id WHERE c.id = 3;
SELECT count(*) FROM clients;

-- bad: a join, a branch
-- given:
CREATE TABLE clients (id bigint PRIMARY KEY, client_secret text);
CREATE TABLE plans (id bigint PRIMARY KEY);
-- sql:
SELECT * FROM plans AS p JOIN clients AS c ON c.id = p.id;
       ^
SELECT * FROM clients WHERE id = 1 UNION ALL SELECT 2, 'x';
       ^
INSERT INTO clients (id) VALUES (1) RETURNING *;
                                              ^
-- fixed:
SELECT p.id, c.id FROM plans AS p JOIN clients AS c ON c.id = p.id;
SELECT * FROM clients WHERE id = 1 UNION ALL SELECT 2, 'x';
INSERT INTO clients (id) VALUES (1) RETURNING id;

-- good: names that are about credentials, unknown tables, inner stars, routines and files about logging in
-- given:
CREATE TABLE games (id bigint PRIMARY KEY, secret_santa text, tokens_used int, password_changed_at timestamptz, has_password boolean, reset_token_expires_at timestamptz);
CREATE TABLE users (id bigint PRIMARY KEY, password_hash text);
-- sql:
SELECT * FROM games;
SELECT * FROM elsewhere;
SELECT id FROM (SELECT * FROM users) AS u;
SELECT 1 FROM games WHERE EXISTS (SELECT * FROM users);
CREATE VIEW login_data AS SELECT * FROM users;

-- good: a file about logging in
-- file: auth_queries.sql
CREATE TABLE users (id bigint PRIMARY KEY, password_hash text);
SELECT * FROM users WHERE id = 1;
