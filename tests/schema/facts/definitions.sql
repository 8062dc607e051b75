CREATE SCHEMA app;
CREATE TABLE app."Order" (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    "user" text COLLATE "C" NOT NULL DEFAULT 'x',
    total numeric(10, 2) CHECK (total > 0),
    twice numeric GENERATED ALWAYS AS (total * 2) STORED,
    parent bigint REFERENCES app."Order" ON DELETE CASCADE ON UPDATE SET NULL DEFERRABLE INITIALLY DEFERRED,
    at timestamptz NOT NULL,
    UNIQUE (at)
);
ALTER TABLE app."Order" ADD CONSTRAINT late CHECK (at > '2000-01-01') NOT VALID;
COMMENT ON TABLE app."Order" IS 'All orders
since the beginning';
COMMENT ON COLUMN app."Order".total IS 'Without
tax';
CREATE UNIQUE INDEX ON app."Order" ("user" DESC NULLS LAST, lower("user")) INCLUDE (total) WHERE total > 1;
CREATE INDEX ON app."Order" USING brin (at);
CREATE UNLOGGED TABLE p (a int, b int) PARTITION BY RANGE (a, (b + 1));
CREATE TABLE p1 PARTITION OF p DEFAULT;
CREATE TABLE child () INHERITS (p2, p3);
ALTER TABLE unknown ADD COLUMN a int;
CREATE TEMP TABLE empty ();
CREATE VIEW v AS SELECT * FROM p;
CREATE VIEW w AS SELECT * FROM v;
