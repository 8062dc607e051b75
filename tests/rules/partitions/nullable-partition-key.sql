-- bad: a list without NULL
CREATE TABLE orders (id bigint, region text DEFAULT 'US') PARTITION BY LIST (region);
                                ^^^^^^
CREATE TABLE orders_us PARTITION OF orders FOR VALUES IN ('US');
-- fixed:
CREATE TABLE orders (id bigint, region text NOT NULL DEFAULT 'US') PARTITION BY LIST (region);
CREATE TABLE orders_us PARTITION OF orders FOR VALUES IN ('US');
-- bad: an explicit NULL is left alone
CREATE TABLE orders (id bigint, day date NULL) PARTITION BY RANGE (day);
                                ^^^
-- bad: the column is copied
-- given:
CREATE TABLE orders_old (id bigint, day date);
-- sql:
CREATE TABLE orders (LIKE orders_old) PARTITION BY RANGE (day);
                                                          ^^^
-- good: DEFAULT, NULL in a list, HASH, made NOT NULL later, a key
CREATE TABLE orders (id bigint, day date) PARTITION BY RANGE (day);
CREATE TABLE orders_rest PARTITION OF orders DEFAULT;
CREATE TABLE regions (id bigint, region text) PARTITION BY LIST (region);
CREATE TABLE regions_none PARTITION OF regions FOR VALUES IN ('none', NULL);
CREATE TABLE carts (id bigint, shop bigint) PARTITION BY HASH (shop);
CREATE TABLE visits (id bigint, day date) PARTITION BY RANGE (day);
ALTER TABLE visits ALTER COLUMN day SET NOT NULL;
CREATE TABLE logs (id bigint, day date) PARTITION BY RANGE (day);
ALTER TABLE logs ADD PRIMARY KEY (id, day);
-- good: a domain that rejects NULL, an identity, an expression
CREATE DOMAIN workday AS date NOT NULL;
CREATE TABLE shifts (id bigint, day workday) PARTITION BY RANGE (day);
CREATE TABLE steps (id bigint GENERATED ALWAYS AS IDENTITY) PARTITION BY RANGE (id);
CREATE TABLE names (name text) PARTITION BY RANGE (lower(name));

-- bad, mysql: LIST
CREATE TABLE shops (id bigint NOT NULL, region int, KEY (id))
                                        ^^^^^^
    PARTITION BY LIST (region) (PARTITION a VALUES IN (1, 2), PARTITION b VALUES IN (3));
-- fixed:
CREATE TABLE shops (id bigint NOT NULL, region int NOT NULL, KEY (id))
    PARTITION BY LIST (region) (PARTITION a VALUES IN (1, 2), PARTITION b VALUES IN (3));

-- good, mysql: a place for NULL, and RANGE
CREATE TABLE shops (id bigint NOT NULL, region int, KEY (id))
    PARTITION BY LIST (region) (PARTITION a VALUES IN (1, 2), PARTITION b VALUES IN (3, NULL));
CREATE TABLE visits (id bigint NOT NULL, day int, KEY (id))
    PARTITION BY RANGE (day) (PARTITION a VALUES LESS THAN (10), PARTITION b VALUES LESS THAN (20));
