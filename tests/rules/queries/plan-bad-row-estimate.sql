-- bad: only the node the others have it from; rows with decimals
-- file: report.md
```text
Sort  (cost=9.1..9.2 rows=5 width=8) (actual time=9.1..9.2 rows=5000.00 loops=1)
  ->  Hash Join  (cost=8.1..9.0 rows=5 width=8) (actual time=8.0..9.0 rows=5000.00 loops=1)
        ->  Seq Scan on a  (cost=0.0..5.0 rows=4 width=8) (actual time=0.1..2.0 rows=5000.00 loops=1)
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        ->  Hash  (cost=0.0..5.0 rows=400 width=8) (actual time=0.1..2.0 rows=400.00 loops=1)
```

-- good: small numbers, a limit above, never executed, no execution
-- file: report.md
```text
Limit  (cost=0.0..1.0 rows=10 width=8) (actual time=0.1..0.2 rows=10 loops=1)
  ->  Seq Scan on a  (cost=0.0..500.0 rows=40000 width=8) (actual time=0.1..0.2 rows=10 loops=1)
```
```text
Nested Loop  (cost=0.0..9.0 rows=1 width=8) (actual time=0.1..0.2 rows=90 loops=1)
  ->  Index Scan using i on a  (cost=0.0..5.0 rows=1 width=8) (actual time=0.1..0.2 rows=90 loops=1)
  ->  Seq Scan on b  (cost=0.0..500.0 rows=40000 width=8) (never executed)
```
