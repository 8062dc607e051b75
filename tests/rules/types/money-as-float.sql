-- bad: every spelling of the type
CREATE TABLE bills (a_price float4, b_price FLOAT, c_price float(10), d_price real, "unitPrice" float8);
                            ^^^^^^
                                            ^^^^^
                                                           ^^^^^^^^^
                                                                              ^^^^
                                                                                                ^^^^^^
-- fixed:
CREATE TABLE bills (a_price numeric(12, 2), b_price NUMERIC(12, 2), c_price numeric(12, 2), d_price numeric(12, 2), "unitPrice" numeric(12, 2));
-- good: counts, ratios, measurements and cents
CREATE TABLE facts (total_events real, total_rows real, tax_rate real, fee_ratio real, vat_percent real, cost_pct real);
CREATE TABLE places (latitude double precision, weight real, mean_price real, avg_salary real, score real);
CREATE TABLE carts (id bigint PRIMARY KEY, total_cents integer, price integer);
-- bad: every_float reports the rest as hints
-- option every_float: true
CREATE TABLE places (latitude double precision);
                              ^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE places (latitude numeric(12, 2));

-- bad, mysql: MySQL
CREATE TABLE bills (id bigint PRIMARY KEY, total_amount double(10,2) NOT NULL, tax FLOAT);
                                                        ^^^^^^^^^^^^               ^^^^^
-- fixed:
CREATE TABLE bills (id bigint PRIMARY KEY, total_amount numeric(12, 2) NOT NULL, tax NUMERIC(12, 2));

-- bad, sqlite: SQLite, which has no exact fractions
CREATE TABLE bills (id INTEGER PRIMARY KEY, total_amount REAL NOT NULL);
                                                         ^^^^

-- good, mysql, sqlite: exact, or no money
CREATE TABLE bills (id bigint PRIMARY KEY, total_amount decimal(12, 2) NOT NULL, tax_rate double);

-- bad: with its currency
CREATE TABLE offers (id bigint PRIMARY KEY, price_usd float8 NOT NULL);
                                                      ^^^^^^
-- fixed:
CREATE TABLE offers (id bigint PRIMARY KEY, price_usd numeric(12, 2) NOT NULL);
