-- bad: a later file makes it NOT NULL
CREATE TABLE teams (id bigint PRIMARY KEY);
CREATE TABLE players (id bigint PRIMARY KEY, team_id bigint REFERENCES teams (id) ON DELETE SET NULL);
                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- file: 0002_required.sql
ALTER TABLE players ALTER COLUMN team_id SET NOT NULL;
-- bad: a column of the primary key, ON UPDATE and SET DEFAULT
-- given:
CREATE TABLE teams (id bigint PRIMARY KEY);
-- sql:
CREATE TABLE seats (team_id bigint PRIMARY KEY REFERENCES teams (id) ON UPDATE SET NULL);
                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE TABLE shirts (n int NOT NULL, team_id bigint NOT NULL REFERENCES teams (id) ON DELETE SET DEFAULT);
                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE seats (team_id bigint PRIMARY KEY REFERENCES teams (id) ON UPDATE SET NULL);
CREATE TABLE shirts (n int NOT NULL, team_id bigint REFERENCES teams (id) ON DELETE SET DEFAULT);
-- good: the list leaves the required column out
-- given:
CREATE TABLE teams (club bigint, id bigint, PRIMARY KEY (club, id));
-- sql:
CREATE TABLE players (
    id bigint PRIMARY KEY,
    club bigint NOT NULL,
    team_id bigint,
    FOREIGN KEY (club, team_id) REFERENCES teams (club, id) ON DELETE SET NULL (team_id)
);
-- good: SET DEFAULT with a value
-- given:
CREATE TABLE teams (id bigint PRIMARY KEY);
-- sql:
CREATE TABLE players (team_id bigint NOT NULL DEFAULT 1 REFERENCES teams (id) ON DELETE SET DEFAULT);

-- good: a default that is no NULL
CREATE TABLE teams (id bigint PRIMARY KEY);
CREATE TABLE players (
    id bigint PRIMARY KEY,
    team_id bigint NOT NULL DEFAULT 1 REFERENCES teams (id) ON DELETE SET DEFAULT
);
CREATE INDEX players_team_id_idx ON players (team_id);

-- bad, mysql: MySQL refuses it
-- error: 1005
CREATE TABLE teams (id bigint PRIMARY KEY);
CREATE TABLE players (
    id bigint PRIMARY KEY,
    team_id bigint NOT NULL,
    FOREIGN KEY (team_id) REFERENCES teams (id) ON DELETE SET NULL
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
);
-- fixed:
CREATE TABLE teams (id bigint PRIMARY KEY);
CREATE TABLE players (
    id bigint PRIMARY KEY,
    team_id bigint,
    FOREIGN KEY (team_id) REFERENCES teams (id) ON DELETE SET NULL
);

-- bad, sqlite: SQLite finds out when a team goes
CREATE TABLE teams (id INTEGER PRIMARY KEY);
CREATE TABLE players (id INTEGER PRIMARY KEY, team_id INTEGER NOT NULL UNIQUE REFERENCES teams (id) ON DELETE SET NULL);
                                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE teams (id INTEGER PRIMARY KEY);
CREATE TABLE players (id INTEGER PRIMARY KEY, team_id INTEGER UNIQUE REFERENCES teams (id) ON DELETE SET NULL);

-- good, mysql, sqlite: the column may be NULL
CREATE TABLE teams (id bigint PRIMARY KEY);
CREATE TABLE players (
    id bigint PRIMARY KEY,
    team_id bigint UNIQUE,
    FOREIGN KEY (team_id) REFERENCES teams (id) ON DELETE SET NULL
);
