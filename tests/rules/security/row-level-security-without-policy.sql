-- bad: restrictive policies alone
CREATE TABLE notes (id bigint PRIMARY KEY);
             ^^^^^
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON notes AS RESTRICTIVE USING (id > 0);

-- good: in another file, off again, named
-- option private: ["jobs"]
CREATE TABLE notes (id bigint PRIMARY KEY);
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
CREATE TABLE marks (id bigint PRIMARY KEY);
ALTER TABLE marks ENABLE ROW LEVEL SECURITY;
ALTER TABLE marks DISABLE ROW LEVEL SECURITY;
CREATE TABLE jobs (id bigint PRIMARY KEY);
ALTER TABLE jobs ENABLE ROW LEVEL SECURITY;
ALTER TABLE elsewhere ENABLE ROW LEVEL SECURITY;
-- file: 0002_policy.sql
CREATE POLICY own ON notes USING (id > 0);

-- good: a platform whose API is kept out of one table
CREATE TABLE notes (id bigint PRIMARY KEY, owner uuid);
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON notes TO authenticated USING (owner = auth.uid());
CREATE TABLE secrets (id bigint PRIMARY KEY);
ALTER TABLE secrets ENABLE ROW LEVEL SECURITY;
