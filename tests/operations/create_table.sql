-- names, types and the clauses of columns
CREATE TABLE IF NOT EXISTS shop.orders (
  id bigint GENERATED ALWAYS AS IDENTITY (START WITH 100 INCREMENT BY 10) PRIMARY KEY,
  "Customer" int4 NOT NULL CONSTRAINT orders_customer_fk REFERENCES customers MATCH FULL ON DELETE SET NULL (a)
    ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  state varchar(20) COLLATE "C" DEFAULT 'new' NOT NULL,
  note text NULL,
  total numeric(10, 2) CONSTRAINT positive CHECK (total >= 0) NO INHERIT,
  code char(8) UNIQUE NULLS NOT DISTINCT WITH (fillfactor = 70) USING INDEX TABLESPACE fast,
  twice numeric GENERATED ALWAYS AS (total * 2) STORED,
  thrice numeric GENERATED ALWAYS AS (total * 3),
  blob bytea STORAGE EXTERNAL COMPRESSION lz4 DEFAULT NULL
);

-- DEFAULT ends where the next clause begins
CREATE TABLE d (
  a int DEFAULT NULL NULL,
  b int DEFAULT (1 + 2) * 3 NOT NULL,
  c text DEFAULT 'a' || 'b' COLLATE "C" CHECK (c <> ''),
  d timestamptz DEFAULT CURRENT_TIMESTAMP(3) + interval '1' day NOT NULL,
  e jsonb DEFAULT '{}'::jsonb NOT NULL UNIQUE,
  f timestamp without time zone DEFAULT now()::timestamp(0) without time zone NOT NULL,
  g int DEFAULT CASE WHEN 1 IS NOT NULL THEN NULL ELSE 2 END UNIQUE,
  h character varying(10) DEFAULT NULL::character varying,
  i int[] DEFAULT ARRAY[]::int[] NOT NULL,
  j uuid DEFAULT public.gen_random_uuid() PRIMARY KEY,
  k int DEFAULT -1 CONSTRAINT k_positive CHECK (k > -2),
  l regclass DEFAULT nextval('s'::regclass) REFERENCES t (a, b),
  m boolean DEFAULT 1 IS DISTINCT FROM NULL NOT NULL,
  n text DEFAULT $$it's$$ NOT NULL
);

-- types under their canonical names
CREATE TABLE types (
  a int, b int8, c int2, d decimal(3), e float4, f float8, g float(24), h float(25), i float,
  j bool, k character varying(3), l national character varying (3), m nchar, n bpchar, o "char",
  p bit(3), q bit varying(3), r timestamp (3) with time zone, s time with time zone, t timestamp without time zone,
  u interval day to second (3), v interval(3), w double precision, x serial8, y serial4, z smallserial,
  aa text[], ab int[3][3], ac int ARRAY[4], ad int ARRAY, ae geometry(Point, 4326), af pg_catalog.int4,
  ag "Mood", ah public.mood[], ai interval year, aj vector(3), ak "int4", al pg_catalog."char", am other.int4
);

-- table constraints
CREATE TABLE c (
  a int, b int, r tsrange, "PERIOD" int,
  PRIMARY KEY (a, b) INCLUDE (r) DEFERRABLE,
  CONSTRAINT one UNIQUE NULLS NOT DISTINCT (a, "b") WITH (fillfactor = 50) USING INDEX TABLESPACE s INITIALLY DEFERRED,
  UNIQUE (a, r WITHOUT OVERLAPS),
  CONSTRAINT "Two" CHECK (a > b AND lower(x) LIKE 'y') NOT VALID,
  CHECK (a IS NOT NULL) NOT ENFORCED,
  FOREIGN KEY (a, PERIOD r) REFERENCES shop.t (x, PERIOD y) ON DELETE RESTRICT NOT VALID,
  FOREIGN KEY (a) REFERENCES t MATCH SIMPLE ON UPDATE NO ACTION ON DELETE SET DEFAULT INITIALLY IMMEDIATE,
  EXCLUDE USING gist (r WITH &&, (lower(b)) text_ops DESC WITH =) WHERE (a > 0) DEFERRABLE,
  EXCLUDE (a WITH OPERATOR(pg_catalog.=)),
  CONSTRAINT nn NOT NULL a NO INHERIT,
  NOT NULL b,
  LIKE source INCLUDING ALL EXCLUDING INDEXES,
  exclude boolean
);

CREATE UNLOGGED TABLE u (LIKE s.t INCLUDING DEFAULTS INCLUDING INDEXES) INHERITS (a, s.b) USING heap
  WITH (fillfactor = 70, autovacuum_enabled = OFF, toast.autovacuum_enabled, x = 'Y z') TABLESPACE fast;

CREATE LOCAL TEMPORARY TABLE t () ON COMMIT DELETE ROWS;

CREATE TABLE p (a int, b date) PARTITION BY RANGE (b, lower(c), (a + 1) COLLATE "C" int4_ops);

CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2024-01-01', MINVALUE) TO ('2024-02-01', MAXVALUE)
  PARTITION BY LIST (a);

CREATE TABLE p2 PARTITION OF shop.p (b NOT NULL, a WITH OPTIONS DEFAULT 5, CHECK (a > 1))
  FOR VALUES IN (1, NULL, 'x') TABLESPACE s;

CREATE TABLE p3 PARTITION OF p FOR VALUES WITH (MODULUS 4, REMAINDER 3);

CREATE TABLE p4 PARTITION OF p DEFAULT;

CREATE TABLE typed OF shop.person (PRIMARY KEY (id), name WITH OPTIONS NOT NULL);

CREATE FOREIGN TABLE f (a int OPTIONS (column_name 'A') NOT NULL) SERVER s OPTIONS (table_name 'x');

CREATE TABLE copy (a, b) WITH (fillfactor = 10) AS SELECT x, y FROM t WHERE z WITH NO DATA;

CREATE TEMP TABLE copy AS (TABLE t) WITH DATA;

CREATE TABLE copy AS EXECUTE prepared;

-- templates and psql variables stand where names do
CREATE TABLE {{prefix}}_users (id {{ id_type }} PRIMARY KEY, ${column} int DEFAULT {{ value }} NOT NULL, x :"type");

CREATE TABLE :"name" (a int);

-- column names that are words of the language
CREATE TABLE w (key text, value text, storage int, options text, period int, check_in int, comment text, type mood, "order" int);

-- comments between everything
CREATE /* a */ TABLE -- b
  t ( -- c
  a int /* d, */ NOT -- e
  NULL, /* f */
  b text -- g
);

-- what cannot be read leaves the rest readable
CREATE TABLE broken (
  id int AUTO_INCREMENT PRIMARY KEY,
  a int,
  b varchar(10) NOT NUL,
  CONSTRAINT x PRIMARI KEY (id),
  CONSTRAINT y UNIQUE (a) LATER,
  c enum('a', 'b') COMMENT 'kind',
  d int DEFAULT 0 COMMENT 'count',
) ENGINE = InnoDB;

CREATE TABLE;

CREATE TABLE t (a, b int, {{columns}});

CREATE TABLE t (a int;

CREATE TABLE p5 PARTITION OF p FOR VALUES BETWEEN 1 AND 2;

-- expressions: functions called and columns read
CREATE TABLE e (
  a text DEFAULT CAST(now() AS text),
  b interval DEFAULT interval '1' day to second + make_interval(days => 3),
  c date DEFAULT DATE '2024-01-01',
  d text DEFAULT (CURRENT_USER),
  e int DEFAULT extract(epoch FROM CURRENT_TIMESTAMP),
  f text DEFAULT NULL::character varying(5),
  g text DEFAULT CAST(NULL AS text),
  h text DEFAULT (NULL),
  i boolean DEFAULT true,
  j double precision DEFAULT 'NaN'::double precision,
  k text DEFAULT pg_catalog.upper("Quoted"('x')),
  l numeric DEFAULT coalesce(NULL, 1, least(2, 3)),
  CHECK (e."J" IS NOT UNKNOWN AND b BETWEEN SYMMETRIC 1 AND 2 AND k LIKE 'x' ESCAPE 'y' AND l IN (1, 2)),
  CHECK (left(a, 1) COLLATE "C" OPERATOR(pg_catalog.~) '^x' AND a IS DISTINCT FROM 'b' AND (b AT TIME ZONE 'utc') > now()),
  CHECK (EXISTS (SELECT 1 FROM shop.others AS o JOIN more m ON o.x = m.y WHERE o.id = e.id)),
  CHECK (CASE WHEN a = 'x' THEN b IS NOT NULL ELSE array_length(ARRAY[c]::date[], 1) = 1 END)
);

-- a schema called like a clause
CREATE TABLE storage.buckets (id text STORAGE external, type storage.kind NOT NULL DEFAULT storage.first_kind());
