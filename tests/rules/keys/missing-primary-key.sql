-- bad: the two foreign keys of a junction are its key
-- given:
CREATE TABLE posts (id bigint PRIMARY KEY);
CREATE TABLE tags (id bigint PRIMARY KEY);
-- sql:
CREATE TABLE post_tags (post_id bigint REFERENCES posts (id), tag_id bigint REFERENCES tags (id));
             ^^^^^^^^^
-- fixed:
CREATE TABLE post_tags (post_id bigint REFERENCES posts (id), tag_id bigint REFERENCES tags (id), PRIMARY KEY (post_id, tag_id));
-- bad: a unique key that could be the primary one
CREATE TABLE countries (iso text NOT NULL UNIQUE, name text);
             ^^^^^^^^^
-- fixed:
CREATE TABLE countries (iso text NOT NULL PRIMARY KEY, name text);
-- bad: the key of a partitioned table contains the partition columns
CREATE TABLE events (
             ^^^^^^
    id bigint NOT NULL, -- numbered by the sender
    created_at timestamptz NOT NULL -- when it came
) PARTITION BY RANGE (created_at);
-- fixed:
CREATE TABLE events (
    id bigint NOT NULL, -- numbered by the sender
    created_at timestamptz NOT NULL,
    PRIMARY KEY (id, created_at) -- when it came
) PARTITION BY RANGE (created_at);
-- good: a later file adds the key
CREATE TABLE sensors (id bigint NOT NULL);
-- file: 0002_key.sql
CREATE UNIQUE INDEX CONCURRENTLY sensors_id_idx ON sensors (id);
-- file: 0003_key.sql
ALTER TABLE sensors ADD CONSTRAINT sensors_pkey PRIMARY KEY USING INDEX sensors_id_idx;
-- good: children, copies and tables of a moment
-- given:
CREATE TABLE events (id bigint, at date, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE parents (id bigint PRIMARY KEY);
CREATE TYPE pair AS (a int, b int);
-- sql:
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE children (extra text) INHERITS (parents);
CREATE TABLE parents_old AS SELECT * FROM parents;
CREATE TABLE parents_new (LIKE parents INCLUDING ALL);
CREATE TABLE parents_more (LIKE parents INCLUDING INDEXES);
CREATE TEMP TABLE batch (line text);
CREATE UNLOGGED TABLE lines (line text);
CREATE FOREIGN TABLE elsewhere (line text) SERVER other;
-- good: partitioned by an expression, so no key is possible
CREATE TABLE events (id bigint NOT NULL, at timestamp) PARTITION BY RANGE (date_trunc('month', at));
-- good: the table is gone
CREATE TABLE scratch (line text);
DROP TABLE scratch;
-- good: named in the options
-- option keyless_tables: ["lines"]
CREATE TABLE lines (line text);
-- bad: a unique key of the table becomes the primary one
CREATE TABLE links (
             ^^^^^
    a bigint NOT NULL,
    b bigint NOT NULL,
    unique(a, b) -- once
);
-- fixed:
CREATE TABLE links (
    a bigint NOT NULL,
    b bigint NOT NULL,
    PRIMARY KEY(a, b) -- once
);
-- bad: a second key helps nobody where the first was dropped with its column
CREATE TABLE links (a text NOT NULL, b bigint NOT NULL, PRIMARY KEY (a, b));
             ^^^^^
CREATE UNIQUE INDEX links_b ON links (b);
ALTER TABLE links DROP COLUMN a;
ALTER TABLE links ADD COLUMN a uuid NOT NULL;

-- bad, mysql, sqlite: other engines
CREATE TABLE sensors (id bigint NOT NULL, label varchar(50));
             ^^^^^^^
-- fixed:
CREATE TABLE sensors (id bigint NOT NULL, label varchar(50), PRIMARY KEY (id));

-- good, mysql: MySQL
CREATE TABLE sensors (id bigint NOT NULL AUTO_INCREMENT, label varchar(50), PRIMARY KEY (`id`)) ENGINE=InnoDB;
CREATE TABLE readings (sensor bigint NOT NULL, taken_at datetime NOT NULL);
ALTER TABLE readings ADD PRIMARY KEY (sensor, taken_at);
CREATE TEMPORARY TABLE picked (id bigint);

-- good, sqlite: SQLite
CREATE TABLE sensors (id INTEGER PRIMARY KEY AUTOINCREMENT, label TEXT);
CREATE TABLE readings (sensor INTEGER, taken_at TEXT, PRIMARY KEY (sensor, taken_at)) WITHOUT ROWID;
CREATE TEMP TABLE picked (id INTEGER);
CREATE VIRTUAL TABLE notes USING fts5(body);

-- bad: in a DO block
DO $$ BEGIN
    CREATE TABLE readings (sensor bigint NOT NULL, value numeric NOT NULL);
                 ^^^^^^^^
END $$;
