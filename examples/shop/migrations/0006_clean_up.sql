-- Names that nobody liked, and columns that nobody reads any more.
ALTER TABLE customers RENAME COLUMN full_name TO name;
ALTER TABLE products DROP COLUMN published_at;
ALTER TABLE reviews ALTER COLUMN body SET NOT NULL;
UPDATE orders SET status = 'new';

-- sqlreview: ignore[locks/blocking-index-build] reviews is still small
CREATE INDEX reviews_product_id_idx ON reviews (product_id);
