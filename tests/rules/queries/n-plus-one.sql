-- bad: the loops of other languages
-- file: a.ts
for (const order of orders) {
  const { rows } = await pool.query('SELECT name FROM customers WHERE id = $1', [order.customerId]);
                                     ^^^^^^
}
await Promise.all(orders.map(async (order) => {
  await pool.query('SELECT name FROM customers WHERE id = $1', [order.customerId]);
                    ^^^^^^
}));

-- bad: go
-- file: a.go
for _, order := range orders {
	row := db.QueryRow("SELECT name FROM customers WHERE id = $1", order.CustomerID)
	                    ^^^^^^
}

-- bad, mysql: php
-- file: a.php
foreach ($orders as $order) {
    $db->query('SELECT name FROM customers WHERE id = ?', [$order->customer_id]);
                ^^^^^^
}

-- bad, sqlite: in a condition, over several lines
-- file: a.py
async for order in orders():
    if order.is_open:
        rows = conn.execute(
            """
            SELECT name
            ^^^^^^
            FROM customers
            WHERE id = ?
            """,
            (order.customer_id,),
        )

-- good: no element of the loop, batches, a few elements, a function that a loop calls elsewhere
-- file: a.py
for order in orders:
    cur.execute("SELECT name FROM customers WHERE id = %s", (customer_id,))
for chunk in chunks(orders):
    cur.execute("SELECT name FROM customers WHERE region = %s", (chunk,))
for name in ("a", "b"):
    cur.execute("SELECT id FROM customers WHERE name = %s", (name,))
for order in orders:
    def name():
        cur.execute("SELECT name FROM customers WHERE id = %s", (order.customer_id,))
for n in range(10):
    cur.execute("SELECT name FROM customers WHERE id = %s", (n,))

-- good: one query for all, one after the loop
-- file: a.ts
for (const order of orders) {
  ids.push(order.customerId);
}
await pool.query('SELECT name FROM customers WHERE id = $1', [order.customerId]);

-- good, mysql, sqlite: a value that no loop changes
-- file: a.php
foreach ($orders as $order) {
    $db->query('SELECT name FROM customers WHERE id = ?', [$customer]);
}
