CREATE TABLE t (
    a int,
    b int,
    c text UNIQUE CHECK (c <> ''),
    CHECK (a > 0),
    CHECK (a > 1),
    CHECK (a > b),
    CHECK (b > a),
    UNIQUE (a, b),
    UNIQUE (b, a),
    EXCLUDE USING btree (a WITH =, b WITH =),
    CHECK (1 > 0)
);
CREATE INDEX ON t (a);
CREATE INDEX ON t (a);
CREATE INDEX ON t (a, b) INCLUDE (c);
CREATE INDEX ON t (lower(c));
CREATE INDEX ON t (lower(c), upper(c), lower(c));
CREATE INDEX ON t ((a + b));
CREATE INDEX ON t ((a + b), (a * b));
CREATE INDEX ON t ((c::varchar));
CREATE INDEX ON t ((a::text));
CREATE INDEX ON t (CAST(a AS bigint));
CREATE INDEX ON t (coalesce(a, b));
CREATE INDEX ON t ((CASE WHEN a > 0 THEN b END));
CREATE INDEX ON t ((a > 0), (a IS NULL));
CREATE INDEX ON t (lower(c) COLLATE "C");
CREATE INDEX ON t ((lower(c) || 'x'));
CREATE INDEX ON t ((lower(c)::varchar));
CREATE INDEX ON t ((1));
CREATE TABLE "A very long table name that nearly fills all the sixty-three by" (
    "a column that is long too, but not so long as the table" serial PRIMARY KEY,
    "short" text UNIQUE REFERENCES t (c) ON DELETE SET NULL
);
CREATE INDEX ON "A very long table name that nearly fills all the sixty-three by" ("a column that is long too, but not so long as the table", short);
CREATE TABLE ünïcödé_tàblé_ñàmé_thàt_ïs_vérÿ_löng_ïndééd (
    ünïcödé_cölümñ_ñàmé_thàt_ïs_löng int UNIQUE
);
CREATE TABLE taken_id_seq (id int);
CREATE TABLE taken (id serial PRIMARY KEY UNIQUE, other int, UNIQUE (id, other), UNIQUE (id, other));
