-- bad, mysql, sqlite: other engines
-- given:
CREATE TABLE songs (id bigint PRIMARY KEY, title varchar(20) NOT NULL);
-- sql:
CREATE UNIQUE INDEX my_index ON songs (title, id);
                    ^^^^^^^^
-- fixed:
CREATE UNIQUE INDEX uq_songs_title_id ON songs (title, id);

-- good, mysql, sqlite: other engines
-- given:
CREATE TABLE songs (id bigint PRIMARY KEY, title varchar(20) NOT NULL);
-- sql:
CREATE INDEX idx_songs_title ON songs (title);

-- good: PostgreSQL's names, names cut at the limit, expressions
CREATE INDEX songs_title_idx ON songs (title);
CREATE UNIQUE INDEX songs_title_key ON songs (title);
CREATE INDEX songs_lower ON songs (lower(title));
CREATE INDEX idx_customer_subscription_reminder_delivery_attempts_failure_re ON customer_subscription_reminder_delivery_attempts (failure_reason_code);

-- bad: an option
-- option plain: ["ix_{columns}"]
CREATE INDEX idx_songs_title ON songs (title);
             ^^^^^^^^^^^^^^^
-- fixed:
CREATE INDEX ix_title ON songs (title);
