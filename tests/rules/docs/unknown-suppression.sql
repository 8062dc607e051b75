-- bad, mysql, sqlite: a misspelt rule
-- sqlreview: ignore[queries/select-sta] read by hand
                     ^^^^^^^^^^^^^^^^^^
SELECT 1;
-- fixed:
-- sqlreview: ignore[queries/select-star] read by hand
SELECT 1;
-- good, mysql, sqlite: a rule and a pack
-- sqlreview: ignore[queries/select-star, locks] read by hand
SELECT 1;
-- bad: a rule without its pack, a pack with a star, a rule of another pack
-- sqlreview: ignore[vacuum-full, locks/*, data/vacuum-full] at night
                     ^^^^^^^^^^^  ^^^^^^^  ^^^^^^^^^^^^^^^^
VACUUM FULL orders;
-- fixed:
-- sqlreview: ignore[locks/vacuum-full, locks, locks/vacuum-full] at night
VACUUM FULL orders;
-- bad: nothing like it exists
-- sqlreview: ignore[zzz, locks/vacuum-full] at night
                     ^^^
VACUUM FULL orders;
-- fixed:
-- sqlreview: ignore[locks/vacuum-full] at night
VACUUM FULL orders;
-- bad: at both ends of a block
-- sqlreview: ignore-start[locks/vacum-full] at night
                           ^^^^^^^^^^^^^^^^
VACUUM FULL orders;
-- sqlreview: ignore-end[locks/vacum-full]
-- fixed:
-- sqlreview: ignore-start[locks/vacuum-full] at night
VACUUM FULL orders;
-- sqlreview: ignore-end[locks/vacuum-full]
-- good: the finding that stands for a broken rule
-- sqlreview: ignore[internal-error]
SELECT 1;
