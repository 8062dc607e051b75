-- A value may be used again when the row that had it is marked as deleted.
--- rule
keys/soft-delete-unique-conflict
--- guidance
--- later
--- harmless
--- given
CREATE TABLE members (
    id bigint PRIMARY KEY,
    team bigint NOT NULL,
    nick text NOT NULL,
    deleted_at timestamptz,
    CONSTRAINT one_nick UNIQUE (team, nick)
);
INSERT INTO members SELECT n, n % 9, 'n' || n, CASE WHEN n % 4 = 0 THEN now() END FROM generate_series(1, 3000) AS n;
--- migration
CREATE UNIQUE INDEX one_nick_present ON members (team, nick) WHERE deleted_at IS NULL;
ALTER TABLE members DROP CONSTRAINT one_nick;
--- down
ALTER TABLE members ADD CONSTRAINT one_nick UNIQUE (team, nick);
DROP INDEX one_nick_present;
--- writes
INSERT INTO members (id, team, nick) VALUES (5000 + {n}, 1, 'w' || {n});
--- varies
deleted_at
--- holds
INSERT INTO members (id, team, nick) SELECT 9000, team, nick FROM members WHERE id = 4 RETURNING true;
DELETE FROM members WHERE id = 9000 RETURNING true;
--- steps
-- 0003_create_one_nick_present.down.sql
-- 0003_create_one_nick_present.up.sql
-- 0004_drop_one_nick.down.sql
-- 0004_drop_one_nick.up.sql
--- differs
