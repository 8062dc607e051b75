-- Loyalty points, and a public number instead of the bare id in links.
ALTER TABLE customers ADD COLUMN points integer NOT NULL;
ALTER TABLE orders ADD COLUMN public_id uuid NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE orders ALTER COLUMN public_id TYPE text;
ALTER TABLE customers ALTER COLUMN full_name DROP NOT NULL;
