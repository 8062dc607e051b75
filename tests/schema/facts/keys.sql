CREATE TABLE teams (id int, code text, region int, late int UNIQUE DEFERRABLE, PRIMARY KEY (id), UNIQUE (region, code));
CREATE UNIQUE INDEX teams_code_part ON teams (code) WHERE region > 0;
CREATE UNIQUE INDEX teams_code_lower ON teams (lower(code));
CREATE UNIQUE INDEX teams_unique ON teams (code, id);
CREATE TABLE players (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    served_by_prefix int REFERENCES teams,
    served_by_partial int REFERENCES teams,
    served_by_hash int REFERENCES teams,
    not_by_brin int REFERENCES teams,
    not_by_second int REFERENCES teams,
    not_by_partial int REFERENCES teams,
    not_at_all int REFERENCES teams,
    region int,
    code text,
    other int,
    wrong int REFERENCES teams (region),
    late int REFERENCES teams (late),
    lost int REFERENCES strangers (id),
    FOREIGN KEY (region, code) REFERENCES teams (region, code)
);
CREATE INDEX ON players (served_by_prefix, other);
CREATE INDEX ON players (served_by_partial) WHERE (served_by_partial IS NOT NULL);
CREATE INDEX ON players USING hash (served_by_hash);
CREATE INDEX ON players USING brin (not_by_brin);
CREATE INDEX ON players (other, not_by_second);
CREATE INDEX ON players (not_by_partial) WHERE other > 0;
CREATE INDEX ON players (code, region, other);
