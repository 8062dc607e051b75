-- columns and their attributes
CREATE TABLE `shop`.`orders` (
  `id` BIGINT(20) UNSIGNED NOT NULL AUTO_INCREMENT,
  code varchar(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'it''s the code',
  total decimal(10,2) DEFAULT '0.00',
  state ENUM('new', "paid") NULL DEFAULT NULL,
  updated_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
  uid binary(16) DEFAULT (uuid_to_bin(uuid())),
  net decimal(10,2) GENERATED ALWAYS AS (total * 0.8) STORED NOT NULL,
  gross decimal(10,2) AS (total) VIRTUAL COMMENT 'g' INVISIBLE,
  place point NOT NULL SRID 4326,
  PRIMARY KEY (`id`)
);

-- keys
CREATE TABLE t (
  a int PRIMARY KEY,
  b int UNIQUE KEY,
  c varchar(300) KEY,
  d text,
  INDEX (b),
  KEY `by c` USING HASH (c(20) DESC, b),
  KEY k (a) USING BTREE COMMENT 'k' INVISIBLE,
  UNIQUE KEY u (b, c(10)),
  UNIQUE (b),
  CONSTRAINT cu UNIQUE INDEX (c),
  FULLTEXT KEY ft (d) WITH PARSER ngram,
  SPATIAL INDEX sp (e),
  INDEX ((lower(c))),
  KEY f ((cast(d->>'$.a' AS char(10) ARRAY)) ASC, b)
);

-- constraints
CREATE TABLE t (
  a int CHECK (a > 0) NOT ENFORCED,
  b int CONSTRAINT positive CHECK (b > 0),
  c int REFERENCES other (id) ON DELETE CASCADE,
  CONSTRAINT PRIMARY KEY (a, b),
  CONSTRAINT fk FOREIGN KEY fk_index (a, b) REFERENCES shop.other (x, y) MATCH FULL ON UPDATE NO ACTION ON DELETE SET NULL,
  FOREIGN KEY (c) REFERENCES other (id),
  CHECK (a <> b),
  CONSTRAINT sum CHECK (a + b < 10) ENFORCED
);

-- options
CREATE TABLE t (a int) ENGINE=InnoDB AUTO_INCREMENT=7, DEFAULT CHARSET=utf8mb4 COLLATE utf8mb4_0900_ai_ci ROW_FORMAT=COMPRESSED KEY_BLOCK_SIZE 8 COMMENT='a "t"' DATA DIRECTORY '/data' UNION=(a,b) STATS_PERSISTENT=DEFAULT CHARACTER SET = utf8;

-- options without equals signs
CREATE TEMPORARY TABLE IF NOT EXISTS t (a int) ENGINE MEMORY CHARSET latin1;

-- partitions
CREATE TABLE t (id int, at date) PARTITION BY RANGE (to_days(at)) SUBPARTITION BY HASH (id) SUBPARTITIONS 2 (
  PARTITION p0 VALUES LESS THAN (to_days('2024-01-01')) COMMENT = 'old' ENGINE = InnoDB (SUBPARTITION s0, SUBPARTITION s1 ENGINE = InnoDB),
  PARTITION p1 VALUES LESS THAN MAXVALUE (SUBPARTITION s2, SUBPARTITION s3)
);

CREATE TABLE t (id int, region varchar(5)) ENGINE=InnoDB PARTITION BY LIST COLUMNS (region) (PARTITION a VALUES IN ('x', 'y'), PARTITION b VALUES IN (NULL));

CREATE TABLE t (id int) PARTITION BY LINEAR KEY ALGORITHM=2 (id) PARTITIONS 4;

-- every type
CREATE TABLE t (
  a TINYINT, b bool, c SMALLINT UNSIGNED, d mediumint, e int4, f INTEGER(5) ZEROFILL, g int8,
  h float, i float(7,3), j FLOAT(30), k double precision, l real, m dec(5), n numeric(5,1), o bit(3),
  p date, q time(3), r datetime, s year(4), t character varying(10), u char byte, v national char varying(5),
  w nchar(3), x long varchar, y long varbinary, z set('a','b'), aa json, bb geometry, cc multipolygon,
  dd tinytext, ee mediumblob, ff serial, gg char(3) charset binary, hh text ascii, ii varbinary(20), jj vector(3)
);

-- from others
CREATE TABLE t LIKE other.u;

CREATE TABLE IF NOT EXISTS t (LIKE u);

CREATE TABLE t SELECT a, b FROM u;

CREATE TABLE t (id int AUTO_INCREMENT PRIMARY KEY, KEY (a)) ENGINE=InnoDB IGNORE AS SELECT a FROM u;

CREATE TABLE t (SELECT 1 AS one);

-- version comments
CREATE TABLE t (a int /*!80023 INVISIBLE */, b text) /*!50100 PARTITION BY KEY (a) */;

-- what cannot be read
CREATE TABLE t (a int, b frobnicate(3), c int NOT EMPTY, d int DEFAULT 1 2, KEY k, PRIMARY KEY ());

CREATE TABLE t (a int) SORTKEY (a);

CREATE TABLE t (a int, b int;

-- intervals
CREATE TABLE t (
  a datetime DEFAULT (now() + INTERVAL 2 WEEK),
  b datetime AS (a + INTERVAL n DAY_HOUR + INTERVAL -(m * 2) MICROSECOND),
  CHECK (a < b - INTERVAL t.n QUARTER AND INTERVAL(n, 1, 2) = 1)
);
