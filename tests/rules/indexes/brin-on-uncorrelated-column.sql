-- bad: texts, flags, random numbers
CREATE TABLE a (id bigint PRIMARY KEY, s text, f boolean, r float8 DEFAULT random(), at timestamptz);
CREATE INDEX ON a USING brin (s);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE INDEX ON a USING brin (at, f);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE INDEX ON a USING brin (r);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: what grows, bloom, expressions, unknown tables
CREATE TABLE a (id bigint PRIMARY KEY, s text, at timestamptz);
CREATE INDEX ON a USING brin (at, id);
CREATE INDEX ON a USING brin (s text_bloom_ops);
CREATE INDEX ON a USING brin (lower(s));
CREATE INDEX ON unknown USING brin (name);
