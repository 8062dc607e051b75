-- bad: without precision, when asked for
-- option precision_required: true
CREATE TABLE fees (id bigint PRIMARY KEY, price decimal);
                                                ^^^^^^^
-- fixed:
CREATE TABLE fees (id bigint PRIMARY KEY, price decimal(12,2));

-- good: other columns, a scale of 0
CREATE TABLE fees (id bigint PRIMARY KEY, amount_cents numeric(10), price numeric(10, 0), item_count numeric(9));

-- bad, mysql, mariadb: bare, with a precision
CREATE TABLE fees (id BIGINT PRIMARY KEY, amount DECIMAL NOT NULL, price DECIMAL(9), tax NUMERIC(6) UNSIGNED);
                                                 ^^^^^^^
                                                                         ^^^^^^^^^^
                                                                                         ^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE fees (id BIGINT PRIMARY KEY, amount DECIMAL(12,2) NOT NULL, price DECIMAL(9,2), tax NUMERIC(6) UNSIGNED);

-- good, mysql, mariadb: with a scale
CREATE TABLE fees (id BIGINT PRIMARY KEY, amount DECIMAL(10, 2) NOT NULL, price DECIMAL(10, 0), quantity DECIMAL);
