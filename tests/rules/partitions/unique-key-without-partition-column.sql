-- bad: keys of all kinds
CREATE TABLE events (
    id bigint NOT NULL,
    token uuid CONSTRAINT events_token_key UNIQUE, -- of the sender
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    shop bigint NOT NULL,
    day date NOT NULL,
    CONSTRAINT events_pkey PRIMARY KEY (id, shop)
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
) PARTITION BY RANGE (shop, day);
-- fixed:
CREATE TABLE events (
    id bigint NOT NULL,
    token uuid, -- of the sender
    shop bigint NOT NULL,
    day date NOT NULL,
    CONSTRAINT events_pkey PRIMARY KEY (id, shop, day),
    CONSTRAINT events_token_key UNIQUE (token, shop, day)
) PARTITION BY RANGE (shop, day);
-- bad: added later
-- given:
CREATE TABLE events (id bigint NOT NULL, day date NOT NULL) PARTITION BY RANGE (day);
-- sql:
ALTER TABLE events ADD PRIMARY KEY (id);
                       ^^^^^^^^^^^^^^^^
ALTER TABLE events ADD COLUMN token uuid UNIQUE;
                                         ^^^^^^
CREATE UNIQUE INDEX events_lower_idx ON events (abs(id));
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
ALTER TABLE events ADD PRIMARY KEY (id, day);
ALTER TABLE events ADD COLUMN token uuid UNIQUE;
CREATE UNIQUE INDEX events_lower_idx ON events (abs(id), day);
-- good: any position, not unique, of a partition, an expression key, an unknown table
CREATE TABLE events (id bigint, day date, note text, PRIMARY KEY (day, id)) PARTITION BY RANGE (day);
CREATE INDEX events_note_idx ON events (note);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
CREATE UNIQUE INDEX events_1_id_idx ON events_1 (id);
CREATE TABLE names (id bigint, name text) PARTITION BY RANGE (lower(name));
CREATE UNIQUE INDEX names_id_idx ON names (id);
CREATE UNIQUE INDEX logs_id_idx ON logs (id);

-- bad, mysql: MySQL looks into the expression
-- error: 1503
CREATE TABLE events (id bigint NOT NULL, day date NOT NULL, PRIMARY KEY (id))
                                                            ^^^^^^^^^^^^^^^^
    PARTITION BY RANGE (YEAR(day)) (PARTITION p0 VALUES LESS THAN (2020), PARTITION p1 VALUES LESS THAN MAXVALUE);
-- fixed:
CREATE TABLE events (id bigint NOT NULL, day date NOT NULL, PRIMARY KEY (id, day))
    PARTITION BY RANGE (YEAR(day)) (PARTITION p0 VALUES LESS THAN (2020), PARTITION p1 VALUES LESS THAN MAXVALUE);

-- bad, mysql: a unique index
-- given:
CREATE TABLE members (id bigint, org bigint, PRIMARY KEY (org, id)) PARTITION BY HASH (org) PARTITIONS 4;
-- error: 1503
-- sql:
CREATE UNIQUE INDEX members_id_idx ON members (id);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE UNIQUE INDEX members_id_idx ON members (id, org);

-- good, mysql: the key has the column, and KEY () takes the primary key
CREATE TABLE logs (id bigint, day date, PRIMARY KEY (id, day)) PARTITION BY HASH (TO_DAYS(day)) PARTITIONS 4;
CREATE TABLE tags (id bigint PRIMARY KEY) PARTITION BY KEY () PARTITIONS 4;

-- bad: a unique index
-- given:
CREATE TABLE members (id bigint, org bigint, PRIMARY KEY (org, id)) PARTITION BY HASH (org);
-- error: 0A000
-- sql:
CREATE UNIQUE INDEX members_id_idx ON members (id);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE UNIQUE INDEX members_id_idx ON members (id, org);

-- bad, mysql, mariadb: a table that is partitioned later
-- error: 1503
CREATE TABLE events (id BIGINT PRIMARY KEY, day DATE NOT NULL);
ALTER TABLE events PARTITION BY RANGE (TO_DAYS(day)) (PARTITION p VALUES LESS THAN MAXVALUE);
                                       ^^^^^^^^^^^^
-- good, mysql, mariadb: a table that is partitioned later by its key
CREATE TABLE events (id BIGINT, day DATE, PRIMARY KEY (id, day));
ALTER TABLE events PARTITION BY RANGE (TO_DAYS(day)) (PARTITION p VALUES LESS THAN MAXVALUE);
