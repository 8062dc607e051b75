-- bad: typed values
CREATE TABLE item_props (id bigint PRIMARY KEY, item_id bigint NOT NULL, property text NOT NULL, value_text text, value_int int, value_date date);
             ^^^^^^^^^^
-- bad, mysql, mariadb, sqlite: the same elsewhere
CREATE TABLE user_fields (id int PRIMARY KEY, user_id int NOT NULL, field_name varchar(40) NOT NULL, value varchar(200));
             ^^^^^^^^^^^
-- good: numbers
CREATE TABLE quotas (user_id bigint NOT NULL, key text NOT NULL, value int NOT NULL, PRIMARY KEY (user_id, key));
-- good: settings, no entity, labels, much else
CREATE TABLE user_settings (user_id bigint NOT NULL, key text NOT NULL, value text, PRIMARY KEY (user_id, key));
CREATE TABLE metric_labels (metric_id bigint NOT NULL, name text NOT NULL, value text, PRIMARY KEY (metric_id, name));
CREATE TABLE lookups (id bigint PRIMARY KEY, name text NOT NULL, value text);
CREATE TABLE bets (id bigint PRIMARY KEY, game_id bigint, name text NOT NULL, value int, a int NOT NULL, b int, c int, d int);
CREATE TABLE import_props (item_id bigint, attribute text, value text);
-- good, mysql, mariadb, sqlite: no value
CREATE TABLE files (id int PRIMARY KEY, user_id int NOT NULL, name varchar(40) NOT NULL, size int NOT NULL);
