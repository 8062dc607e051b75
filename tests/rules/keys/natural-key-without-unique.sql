-- bad: names, numbers and codes of things
CREATE TABLE customers (id bigint PRIMARY KEY, email text NOT NULL, name text NOT NULL);
                                               ^^^^^^^^^^^^^^^^^^^
CREATE TABLE orders (id bigint PRIMARY KEY, order_number varchar(20) NOT NULL);
                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE TABLE coupons (id uuid PRIMARY KEY, coupon_code text NOT NULL);
                                           ^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE TABLE sessions (id uuid PRIMARY KEY, session_token text NOT NULL);
                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- file: 0002_more.sql
ALTER TABLE customers ADD COLUMN "apiKey" text;
                                 ^^^^^^^^^^^^^
-- bad, mysql, mariadb, sqlite: the same elsewhere
CREATE TABLE products (id int PRIMARY KEY, sku varchar(40) NOT NULL);
                                           ^^^^^^^^^^^^^^^^^^^^^^^^
-- good: unique in one of the other ways
CREATE TABLE a (id bigint PRIMARY KEY, email text, CONSTRAINT a_email UNIQUE (email));
CREATE TABLE b (id bigint PRIMARY KEY, tenant_id bigint, slug text, UNIQUE (tenant_id, slug));
CREATE TABLE c (id bigint PRIMARY KEY, email text, deleted_at timestamptz);
CREATE UNIQUE INDEX ON c (lower(email)) WHERE deleted_at IS NULL;
CREATE TABLE d (id bigint PRIMARY KEY, sku text);
-- file: 0002_unique.sql
ALTER TABLE ONLY d ADD CONSTRAINT d_sku_key UNIQUE (sku);
-- good: numbers of many things, codes of other tables, contacts and logs
CREATE TABLE currencies (code text PRIMARY KEY);
CREATE TABLE places (id bigint PRIMARY KEY, phone_number text, house_number text, currency_code text, version_number text);
CREATE TABLE prices (id bigint PRIMARY KEY, code text REFERENCES currencies (code));
CREATE TABLE contacts (id bigint PRIMARY KEY, email text);
CREATE TABLE login_log (id bigint PRIMARY KEY, username text);
CREATE TABLE invoices (id bigint PRIMARY KEY, invoice_number text UNIQUE);
CREATE TABLE payments (id bigint PRIMARY KEY, invoice_number text, account_number text);
CREATE TABLE staging_users (id bigint PRIMARY KEY, email text);
-- good: a junction, a natural key
CREATE TABLE a (id bigint PRIMARY KEY);
CREATE TABLE b (id bigint PRIMARY KEY);
CREATE TABLE a_b (a_id bigint REFERENCES a (id), b_id bigint REFERENCES b (id), token text, PRIMARY KEY (a_id, b_id));
CREATE TABLE c (email text PRIMARY KEY, slug text);
-- good: named in the options
-- option repeated: ["email"]
CREATE TABLE a (id bigint PRIMARY KEY, email text);
-- good, mysql, mariadb: unique by KEY
CREATE TABLE a (id int PRIMARY KEY, email varchar(200), UNIQUE KEY a_email (email));
-- good, sqlite: unique by an index
CREATE TABLE a (id INTEGER PRIMARY KEY, email TEXT);
CREATE UNIQUE INDEX a_email ON a (email);
-- good: what a person is given again and again
CREATE TABLE lockouts (id bigint PRIMARY KEY, username text NOT NULL, revoked boolean NOT NULL);
CREATE TABLE proofs (id bigint PRIMARY KEY, email text NOT NULL, issued_at timestamptz NOT NULL);
-- bad: a token is its own whatever becomes of it
CREATE TABLE keycards (id bigint PRIMARY KEY, token text NOT NULL, revoked boolean NOT NULL);
                                              ^^^^^^^^^^^^^^^^^^^
