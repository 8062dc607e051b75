-- bad: INCLUDE, WHERE, CHECK
-- given:
CREATE TABLE members (id bigint PRIMARY KEY, team bigint, email text, gone timestamptz, a int, b int, CHECK (a < b));
CREATE INDEX members_email ON members (email) INCLUDE (team);
CREATE UNIQUE INDEX members_alive ON members (email) WHERE gone IS NULL;
-- sql:
ALTER TABLE members DROP COLUMN team;
                    ^^^^^^^^^^^^^^^^
ALTER TABLE members DROP COLUMN gone;
                    ^^^^^^^^^^^^^^^^
ALTER TABLE members DROP COLUMN a;
                    ^^^^^^^^^^^^^
-- good: one column, dropped by name, replaced, all its columns go
-- given:
CREATE TABLE members (id bigint PRIMARY KEY, team bigint, email text, a int, b int, c int);
CREATE INDEX members_team ON members (team);
CREATE INDEX members_team_email ON members (team, email);
CREATE INDEX members_a_b ON members (a, b);
CREATE INDEX members_c_id ON members (c, id);
-- sql:
DROP INDEX members_team_email;
ALTER TABLE members DROP COLUMN team;
ALTER TABLE members DROP COLUMN a, DROP COLUMN b;
CREATE INDEX members_id ON members (id);
ALTER TABLE members DROP COLUMN c;
ALTER TABLE never_seen DROP COLUMN c;
