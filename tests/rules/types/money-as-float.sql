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
