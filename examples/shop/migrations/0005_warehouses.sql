BEGIN;

CREATE TABLE warehouses (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL
);

ALTER TABLE order_items ADD COLUMN warehouse_id bigint;
ALTER TABLE order_items
    ADD CONSTRAINT order_items_warehouse_fk
    FOREIGN KEY (warehouse_id) REFERENCES warehouses (id);

CREATE INDEX CONCURRENTLY order_items_warehouse_id_idx ON order_items (warehouse_id);

COMMIT;
