-- bad, mysql, sqlite: a printed table
-- file: guide.md
# Orders

```sql
+----+-------+
^^^^^^^^^^^^^^
| id | total |
+----+-------+
|  1 |  9.50 |
+----+-------+
```
-- fixed:
-- file: guide.md
# Orders

```text
+----+-------+
| id | total |
+----+-------+
|  1 |  9.50 |
+----+-------+
```

-- bad: a session of psql in a list
-- file: guide.md
1. Ask:

   ```sql
   shop=# SELECT count(*) FROM orders;
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   ```
-- fixed:
-- file: guide.md
1. Ask:

   ```console
   shop=# SELECT count(*) FROM orders;
   ```

-- bad: a plan behind a comment
-- file: guide.md
```sql
-- what the planner says
 Hash Join  (cost=1.09..2.20 rows=4 width=36)
 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   Hash Cond: (o.user_id = u.id)
```
-- fixed:
-- file: guide.md
```text
-- what the planner says
 Hash Join  (cost=1.09..2.20 rows=4 width=36)
   Hash Cond: (o.user_id = u.id)
```

-- bad: a program
-- file: guide.md
~~~sql
for order in orders:
^^^^^^^^^^^^^^^^^^^^
    print(order)
~~~
-- fixed:
-- file: guide.md
~~~python
for order in orders:
    print(order)
~~~

-- good, postgres, mysql, sqlite: SQL that begins like something else
-- file: guide.md
```sql
WITH totals AS (SELECT user_id, count(*) AS orders FROM orders GROUP BY user_id)
SELECT user_id FROM totals WHERE orders > 3;
```

-- good: commands of psql
-- file: guide.md
```sql
\d orders
SELECT id FROM orders WHERE user_id = 5;
```

-- good: SQL with a placeholder
-- file: guide.md
```sql
SELECT ... FROM orders;
```

-- good: a fence without a label, and one of another language
-- file: guide.md
```
Seq Scan on orders  (cost=0.00..18334.00 rows=12 width=8)
```
```python
for order in orders:
    print(order)
```

-- bad: a file
-- Why it takes so long
Seq Scan on orders  (cost=0.00..18334.00 rows=12 width=8)
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  Filter: (customer_id = 42)
