-- bad: an index, a time that may be NULL
CREATE TABLE user_audit_log (id bigint PRIMARY KEY, table_name text NOT NULL, record_id bigint NOT NULL, operation text NOT NULL, changed_by bigint, at timestamptz NOT NULL);
             ^^^^^^^^^^^^^^
CREATE TABLE change_log (id bigint PRIMARY KEY, order_id bigint NOT NULL, action text NOT NULL, actor text, at timestamptz);
             ^^^^^^^^^^
-- bad, mysql, mariadb, sqlite: no actor
CREATE TABLE audit (id int PRIMARY KEY, order_id int NOT NULL, action varchar(20) NOT NULL, changed_at datetime NOT NULL);
             ^^^^^
-- good: one table for one entity, no operation, other names
CREATE TABLE order_audit (id bigint PRIMARY KEY, order_id bigint NOT NULL, action text NOT NULL, user_id bigint, changed_at timestamptz NOT NULL);
CREATE TABLE audit_events (id bigint PRIMARY KEY, message text NOT NULL);
CREATE TABLE auditors (id bigint PRIMARY KEY, action text NOT NULL);
-- good, mysql, mariadb, sqlite: everything is there
CREATE TABLE order_audit (id int PRIMARY KEY, order_id int NOT NULL, action varchar(20) NOT NULL, user_id int, changed_at datetime NOT NULL);
