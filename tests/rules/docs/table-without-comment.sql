-- bad, mysql: no option
CREATE TABLE pens (id bigint PRIMARY KEY) ENGINE=InnoDB;
             ^^^^

-- good, mysql: the option
CREATE TABLE pens (id bigint PRIMARY KEY) COMMENT='Pens in stock.';

-- good: partitions, temporary and unlogged tables
CREATE TABLE pens (id bigint, made date, PRIMARY KEY (id, made)) PARTITION BY RANGE (made);
COMMENT ON TABLE pens IS 'Pens in stock.';
CREATE TABLE pens_2024 PARTITION OF pens FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TEMP TABLE seen (id bigint PRIMARY KEY);
CREATE UNLOGGED TABLE incoming (id bigint PRIMARY KEY);

-- bad: the comment is taken away
CREATE TABLE pens (id bigint PRIMARY KEY);
             ^^^^
COMMENT ON TABLE pens IS 'Pens in stock.';
COMMENT ON TABLE pens IS NULL;
