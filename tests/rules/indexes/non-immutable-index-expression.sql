-- bad: functions whatever the type
CREATE INDEX ON a (concat(x, y));
                   ^^^^^^^^^^^^
CREATE INDEX ON a ((to_char(x, 'YYYY')));
                    ^^^^^^^^^^^^^^^^^^
CREATE INDEX ON a (x) WHERE at > CURRENT_DATE - 7;
                                 ^^^^^^^^^^^^
CREATE INDEX ON a USING gin (to_tsvector(body));
                             ^^^^^^^^^^^^^^^^^
CREATE INDEX ON a (lower(format('%s', x)));
                         ^^^^^^^^^^^^^^^
CREATE UNIQUE INDEX ON a (x) WHERE id <> gen_random_uuid();
                                         ^^^^^^^^^^^^^^^^^
CREATE INDEX ON a ((age(born)));
                    ^^^^^^^^^
-- bad: by the type of the column
CREATE TABLE a (z timestamptz, d date, t text, l timestamp);
CREATE INDEX ON a ((z::date));
                    ^^^^^^^
CREATE INDEX ON a (((z)::text));
                    ^^^^^^^^^
CREATE INDEX ON a (date(z));
                   ^^^^^^^
CREATE INDEX ON a ((CAST(t AS date)));
                    ^^^^^^^^^^^^^^^
CREATE INDEX ON a (date_trunc('month', d));
                   ^^^^^^^^^^^^^^^^^^^^^^
CREATE INDEX ON a ((EXTRACT(year FROM z)));
                    ^^^^^^^^^^^^^^^^^^^^
CREATE INDEX ON a ((l::text));
                    ^^^^^^^
-- fixed:
CREATE TABLE a (z timestamptz, d date, t text, l timestamp);
CREATE INDEX ON a ((z::date));
CREATE INDEX ON a (((z)::text));
CREATE INDEX ON a (date(z));
CREATE INDEX ON a ((CAST(t AS date)));
CREATE INDEX ON a (date_trunc('month', d::timestamp));
CREATE INDEX ON a ((EXTRACT(year FROM z AT TIME ZONE 'UTC')));
CREATE INDEX ON a ((l::text));
-- bad, postgres 15: with a zone before version 16
CREATE TABLE a (z timestamptz);
CREATE INDEX ON a (date_trunc('day', z, 'UTC'));
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE a (z timestamptz);
CREATE INDEX ON a (date_trunc('day', z, 'UTC'));
-- bad: functions of the history
CREATE FUNCTION shown(a text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN upper(a); END $$;
CREATE INDEX ON b (shown(x));
                   ^^^^^^^^
-- good: the same on other types, with a zone, immutable
CREATE TABLE a (z timestamptz, d date, t text, l timestamp, j jsonb);
CREATE FUNCTION inlined(a text) RETURNS text LANGUAGE sql AS $$ SELECT upper(a) $$;
CREATE FUNCTION shown(a text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RETURN upper(a); END $$;
CREATE INDEX ON a (date_trunc('day', l));
CREATE INDEX ON a ((l::date));
CREATE INDEX ON a ((extract(year FROM d)));
CREATE INDEX ON a (((z AT TIME ZONE 'UTC')::date));
CREATE INDEX ON a (date_trunc('day', z AT TIME ZONE 'UTC'));
CREATE INDEX ON a (shown(t), inlined(t), lower(t), md5(t), (j->>'x'), coalesce(t, ''));
CREATE INDEX ON a USING gin (to_tsvector('english', t));
CREATE INDEX ON a (age(z, z));
CREATE INDEX ON unknown ((at::date), date_trunc('day', at), f(x));
SELECT 1 FROM a WHERE l > now() AT TIME ZONE 'UTC';
-- good, postgres 16: with a zone
CREATE TABLE a (z timestamptz);
CREATE INDEX ON a (date_trunc('day', z, 'UTC'));
