-- bad: workers, each with its own count, in a list
-- file: report.md
1. The plan:

   ```
   Gather  (cost=1000.0..20000.0 rows=5 width=8) (actual time=3.1..90.2 rows=6 loops=1)
     ->  Parallel Seq Scan on public.orders o  (cost=0.0..9000.0 rows=2 width=8) (actual time=1.0..80.0 rows=2 loops=3)
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
           Filter: (note = 'x'::text)
           Rows Removed by Filter: 333331
   ```

-- good: a small table, one that is needed, a plan nobody ran, a limit that ended it
-- file: report.md
```text
Seq Scan on states  (cost=0.00..1.62 rows=1 width=8) (actual time=0.01..0.02 rows=1 loops=1)
  Filter: (code = 'x'::text)
  Rows Removed by Filter: 49
```
```text
Seq Scan on orders  (cost=0.00..1834.00 rows=60000 width=8) (actual time=0.01..9.02 rows=60000 loops=1)
  Filter: (total > '0'::numeric)
  Rows Removed by Filter: 40000
```
```text
Seq Scan on orders  (cost=0.00..1834.00 rows=60000 width=8)
  Filter: (total > '0'::numeric)
```
```text
Limit  (cost=0.00..1.00 rows=1 width=8) (actual time=9.0..9.1 rows=1 loops=1)
  ->  Seq Scan on orders  (cost=0.00..1834.00 rows=6 width=8) (actual time=9.01..9.02 rows=1 loops=1)
        Filter: (total > '900'::numeric)
        Rows Removed by Filter: 40000
```
