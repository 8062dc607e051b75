CREATE SCHEMA billing;
CREATE EXTENSION vector;
CREATE TYPE mood AS ENUM ('good', 'it''s bad');
CREATE TYPE money_amount AS (amount numeric(12, 2), currency char(3));
CREATE DOMAIN positive AS integer DEFAULT 1 NOT NULL CONSTRAINT above_zero CHECK (VALUE > 0);
CREATE SEQUENCE billing.numbers AS integer;
CREATE FUNCTION plain() RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 5';
CREATE TABLE "Users" (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email text NOT NULL UNIQUE,
    "Full Name" text COLLATE "C",
    feeling mood DEFAULT 'good',
    five integer DEFAULT plain(),
    lower_email text GENERATED ALWAYS AS (lower("Full Name")) STORED,
    amount positive,
    meaning vector(3),
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE billing.invoices (
    id serial,
    number integer NOT NULL DEFAULT nextval('billing.numbers'),
    user_id bigint NOT NULL REFERENCES "Users" ON DELETE CASCADE DEFERRABLE,
    total numeric(12, 2) CHECK (total >= 0),
    day date NOT NULL,
    EXCLUDE USING btree (number WITH =),
    PRIMARY KEY (id)
);
ALTER TABLE billing.invoices ADD CONSTRAINT not_checked CHECK (day > '2000-01-01') NOT VALID;
CREATE INDEX invoices_open ON billing.invoices (user_id, day DESC) INCLUDE (total) WHERE total > 0;
CREATE UNLOGGED TABLE cache (key text PRIMARY KEY, value jsonb);
CREATE INDEX cache_value ON cache USING gin (value jsonb_path_ops);
CREATE TABLE events (id bigint NOT NULL, at timestamptz NOT NULL, kind text NOT NULL, PRIMARY KEY (id, at, kind)) PARTITION BY RANGE (at);
CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT PARTITION BY LIST (kind);
CREATE INDEX events_kind ON events (kind);
CREATE TABLE parent (a integer NOT NULL, b text);
CREATE TABLE child (c integer) INHERITS (parent);
CREATE VIEW open_invoices WITH (security_invoker=true) AS SELECT id, total FROM billing.invoices WHERE total > 0;
CREATE MATERIALIZED VIEW totals AS SELECT user_id, sum(total) AS total FROM billing.invoices GROUP BY user_id;
CREATE UNIQUE INDEX totals_user ON totals (user_id);
CREATE FUNCTION invoices_of(u bigint) RETURNS SETOF billing.invoices LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog AS 'SELECT * FROM billing.invoices WHERE user_id = u';
CREATE PROCEDURE tidy() LANGUAGE plpgsql AS $$ BEGIN DELETE FROM cache; END $$;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER touched BEFORE UPDATE ON billing.invoices FOR EACH ROW EXECUTE FUNCTION touch();
CREATE TRIGGER seen AFTER INSERT ON events FOR EACH ROW EXECUTE FUNCTION touch();
ALTER TABLE billing.invoices ENABLE ROW LEVEL SECURITY;
ALTER TABLE billing.invoices FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON billing.invoices AS RESTRICTIVE FOR SELECT TO PUBLIC USING (user_id = 5);
CREATE POLICY write ON billing.invoices FOR INSERT TO PUBLIC WITH CHECK (total > 0);
