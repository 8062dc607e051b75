-- The order history page.
SELECT *
FROM orders
WHERE customer_id = $1
ORDER BY placed_at DESC
LIMIT 20 OFFSET $2;

-- Products whose number is no warehouse (a slip of the pen).
SELECT p.id, p.title
FROM products AS p
WHERE p.id NOT IN (SELECT i.warehouse_id FROM order_items AS i);

-- One order with its customer.
-- sqlreview: ignore[queries/select-star] the page shows every column
SELECT o.id, o.placed_at, c.email
FROM orders AS o
JOIN customers AS c ON c.id = o.customer_id
WHERE o.id = $1;
