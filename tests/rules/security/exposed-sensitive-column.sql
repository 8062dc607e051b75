-- bad: several tables and roles
-- given:
CREATE TABLE members (id bigint PRIMARY KEY, password_hash text NOT NULL);
CREATE TABLE visits (id bigint PRIMARY KEY);
CREATE ROLE anon;
CREATE ROLE app;
-- sql:
GRANT ALL ON visits, members TO app, anon;
                     ^^^^^^^

-- good: columns, row level security, other rights, other tables
-- given:
CREATE TABLE members (id bigint PRIMARY KEY, password_hash text NOT NULL);
CREATE TABLE secured (id bigint PRIMARY KEY, password_hash text NOT NULL);
ALTER TABLE secured ENABLE ROW LEVEL SECURITY;
CREATE TABLE visits (id bigint PRIMARY KEY, token_count integer);
CREATE ROLE anon;
-- sql:
GRANT SELECT (id) ON members TO anon;
GRANT INSERT ON members TO anon;
GRANT SELECT ON secured, visits, elsewhere TO anon;
REVOKE SELECT ON members FROM anon;
