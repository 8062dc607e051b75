-- bad: the tie-breaker is sorted by but not compared
SELECT id, note FROM orders WHERE created_at < $1 ORDER BY created_at DESC, id DESC LIMIT 50;
                                  ^^^^^^^^^^^^^^^
-- fixed:
SELECT id, note FROM orders WHERE (created_at, id) < ($1, $2) ORDER BY created_at DESC, id DESC LIMIT 50;

-- bad: other placeholders
SELECT id FROM m WHERE sent_at >= :since AND room_id = :room ORDER BY sent_at LIMIT :n;
                       ^^^^^^^^^^^^^^^^^
-- fixed:
SELECT id FROM m WHERE (sent_at, id) > (:since, :after_id) AND room_id = :room ORDER BY sent_at, id LIMIT :n;

-- bad: a literal in documentation
SELECT id FROM m WHERE sent_at > '2025-01-01' ORDER BY sent_at FETCH FIRST 20 ROWS ONLY;
                       ^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
SELECT id FROM m WHERE (sent_at, id) > ('2025-01-01', $1) ORDER BY sent_at, id FETCH FIRST 20 ROWS ONLY;

-- good: unique keys
-- given:
CREATE TABLE m (id bigint PRIMARY KEY, slug text UNIQUE, sent_at timestamptz);
-- sql:
SELECT slug FROM m WHERE slug > $1 ORDER BY slug LIMIT 50;

-- good: names of keys of tables that are not known
SELECT uuid FROM m WHERE uuid > $1 ORDER BY uuid LIMIT 50;
SELECT order_id FROM orders WHERE order_id > $1 ORDER BY order_id LIMIT 50;

-- good: row comparison and its expanded form
SELECT id FROM m WHERE (sent_at, id) < ($1, $2) ORDER BY sent_at DESC, id DESC LIMIT 50;
SELECT id FROM m WHERE sent_at < $1 OR (sent_at = $1 AND id < $2) ORDER BY sent_at DESC, id DESC LIMIT 50;

-- good: windows of time
SELECT id FROM m WHERE sent_at >= $1 AND sent_at < $2 ORDER BY sent_at LIMIT 50;
SELECT id FROM m WHERE sent_at BETWEEN $1 AND $2 ORDER BY sent_at LIMIT 50;
SELECT id FROM m WHERE sent_at > now() - interval '1 day' ORDER BY sent_at LIMIT 50;

-- good: no limit, the other direction, the value at a moment, a queue
SELECT id FROM m WHERE sent_at > $1 ORDER BY sent_at;
SELECT id FROM m WHERE due_at <= $1 ORDER BY due_at LIMIT 50;
SELECT price FROM m WHERE valid_from <= $1 ORDER BY valid_from DESC LIMIT 1;
SELECT id FROM m WHERE sent_at > $1 ORDER BY sent_at LIMIT 50 FOR UPDATE SKIP LOCKED;

-- bad, mysql, shop: MySQL searches no index for a comparison of rows
SELECT id, note FROM orders WHERE created_at < ? ORDER BY created_at DESC LIMIT 50;
                                  ^^^^^^^^^^^^^^
-- fixed:
SELECT id, note FROM orders WHERE (created_at < ? OR created_at = ? AND id < ?) ORDER BY created_at DESC, id DESC LIMIT 50;

-- bad, sqlite, shop: SQLite compares rows
SELECT id, note FROM orders WHERE created_at < ? ORDER BY created_at DESC LIMIT 50;
                                  ^^^^^^^^^^^^^^
-- fixed:
SELECT id, note FROM orders WHERE (created_at, id) < (?, ?) ORDER BY created_at DESC, id DESC LIMIT 50;

-- good, mysql, sqlite, shop: a unique key on other engines
SELECT id, note FROM orders WHERE id > ? ORDER BY id LIMIT 50;

-- good: a sequence numbers the rows of a partitioned table
-- given:
CREATE TABLE events (position bigint GENERATED ALWAYS AS IDENTITY, at timestamptz NOT NULL, PRIMARY KEY (position, at))
PARTITION BY RANGE (at);
-- sql:
SELECT position, at FROM events WHERE position > $1 ORDER BY position LIMIT 500;

-- bad: the value first, another sign
SELECT id FROM messages WHERE $1 > sent_at ORDER BY sent_at DESC LIMIT 50;
                              ^^^^^^^^^^^^
SELECT id FROM messages WHERE $1 < sent_at ORDER BY sent_at LIMIT 50;
                              ^^^^^^^^^^^^

-- good: the other column is compared beside
SELECT id FROM messages WHERE sent_at <= $1 AND (sent_at < $1 OR id < $2) ORDER BY sent_at DESC, id DESC LIMIT 50;
SELECT id FROM messages WHERE $1 < sent_at ORDER BY sent_at DESC LIMIT 50;

