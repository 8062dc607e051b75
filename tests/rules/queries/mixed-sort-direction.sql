-- bad, mysql, sqlite: other engines
-- given:
CREATE TABLE bids (id bigint PRIMARY KEY, lot_id bigint NOT NULL, amount bigint NOT NULL);
CREATE INDEX bids_lot_amount ON bids (lot_id, amount);
-- sql:
SELECT id FROM bids ORDER BY lot_id DESC, amount LIMIT 20;
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- good, mysql, sqlite: an index in these directions or the opposite ones, no limit, a unique first column
-- given:
CREATE TABLE bids (id bigint PRIMARY KEY, lot_id bigint NOT NULL, amount bigint NOT NULL);
CREATE INDEX bids_lot_amount ON bids (lot_id, amount);
CREATE INDEX bids_amount_lot ON bids (amount DESC, lot_id);
CREATE INDEX bids_id_lot ON bids (id, lot_id);
-- sql:
SELECT id FROM bids ORDER BY amount DESC, lot_id LIMIT 20;
SELECT id FROM bids ORDER BY amount, lot_id DESC LIMIT 20;
SELECT id FROM bids ORDER BY lot_id, amount DESC;
SELECT id FROM bids ORDER BY id, lot_id DESC LIMIT 20;
SELECT id FROM bids ORDER BY lot_id, id DESC LIMIT 20;
