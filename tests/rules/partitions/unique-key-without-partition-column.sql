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
