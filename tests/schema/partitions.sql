CREATE TABLE accounts (id bigint PRIMARY KEY);
CREATE TABLE events (
    id bigint GENERATED ALWAYS AS IDENTITY,
    account_id bigint REFERENCES accounts,
    at timestamptz NOT NULL,
    note text DEFAULT 'none',
    CHECK (length(note) < 100),
    PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);
CREATE INDEX ON events (account_id);
CREATE TABLE events_2024 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE events_2025 PARTITION OF events (note DEFAULT 'some', CONSTRAINT own CHECK (id > 0))
    FOR VALUES FROM ('2025-01-01') TO ('2026-01-01') PARTITION BY LIST (at);
CREATE TABLE events_2025_a PARTITION OF events_2025 FOR VALUES IN ('2025-02-03', '2025-02-04');
-- show: partitions of
CREATE INDEX events_note ON events (note);
ALTER TABLE events ADD COLUMN extra int DEFAULT 1, ADD CHECK (extra > 0);
ALTER TABLE events ADD CONSTRAINT events_unique UNIQUE (note, at, id, account_id);
ALTER INDEX events_note RENAME TO events_remark;
ALTER TABLE events RENAME CONSTRAINT events_extra_check TO extra_positive;
-- show: changed through the parent
CREATE TABLE events_old (LIKE events INCLUDING DEFAULTS INCLUDING CONSTRAINTS);
CREATE INDEX old_account ON events_old (account_id);
ALTER TABLE events ATTACH PARTITION events_old DEFAULT;
-- show: attached
ALTER TABLE events RENAME COLUMN note TO remark;
ALTER TABLE events DETACH PARTITION events_2024;
ALTER TABLE events DROP COLUMN extra;
ALTER TABLE events DROP CONSTRAINT events_account_id_fkey;
DROP INDEX events_remark;
ALTER TABLE events DROP CONSTRAINT events_unique;
-- show: detached
CREATE INDEX events_id ON ONLY events (id);
CREATE INDEX one ON events_old (id);
CREATE INDEX two ON events_2025 (id);
ALTER INDEX events_id ATTACH PARTITION one;
-- show: one index attached
ALTER INDEX events_id ATTACH PARTITION two;
-- show: all indexes attached
DROP TABLE events_2025;
ALTER TABLE events RENAME TO happenings;
-- show: smaller
DROP TABLE happenings;
