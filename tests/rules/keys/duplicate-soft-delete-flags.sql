-- bad, mysql, mariadb, sqlite: the same elsewhere
CREATE TABLE memos (id int PRIMARY KEY, deleted int NOT NULL, deleted_at datetime);
                                        ^^^^^^^^^^^^^^^^^^^^
-- good, mysql, mariadb, sqlite: one of them
CREATE TABLE memos (id int PRIMARY KEY, is_deleted int NOT NULL);
-- good: computed, or about something else
CREATE TABLE memos (id bigint PRIMARY KEY, deleted_at timestamptz, is_deleted boolean GENERATED ALWAYS AS (deleted_at IS NOT NULL) STORED, is_active boolean NOT NULL);
