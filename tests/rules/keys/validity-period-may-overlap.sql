-- bad: dates, and pairs of a booking
CREATE TABLE tariffs (id bigint PRIMARY KEY, zone_id int NOT NULL, effective_date date NOT NULL, expiry_date date);
                                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE TABLE room_bookings (id bigint PRIMARY KEY, room_id int NOT NULL, starts_at timestamptz NOT NULL, ends_at timestamptz NOT NULL);
                                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad, mariadb: no period
CREATE TABLE tariffs (id int PRIMARY KEY, zone_id int NOT NULL, valid_from date NOT NULL, valid_to date);
                                                                ^^^^^^^^^^^^^^^^^^^^^^^^
-- good: kept apart by a range, no entity, events
CREATE TABLE a (zone_id int, period daterange, valid_from date, valid_to date, EXCLUDE USING gist (daterange(valid_from, valid_to) WITH &&));
CREATE TABLE coupons (id bigint PRIMARY KEY, valid_from date, valid_to date, shop_id int);
CREATE TABLE prices (id bigint PRIMARY KEY, valid_from date, valid_to date);
CREATE TABLE shifts (id bigint PRIMARY KEY, user_id int, starts_at timestamptz, ends_at timestamptz);
CREATE TABLE price_history (id bigint PRIMARY KEY, item_id int, valid_from date, valid_to date);
-- good, mariadb: no entity
CREATE TABLE tariffs (id int PRIMARY KEY, valid_from date NOT NULL, valid_to date);
