-- bad, mysql, sqlite: the verb is misspelt
-- sqlreview: ingore[queries/select-star] read by hand
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
SELECT 1;
-- fixed:
-- sqlreview: ignore[queries/select-star] read by hand
SELECT 1;
-- good, mysql, sqlite: every form
-- sqlreview: ignore-file[queries] all of them
-- sqlreview: ignore-start[queries/select-star]
SELECT 1; -- sqlreview: ignore[queries/select-star]: read by hand
-- sqlreview: ignore-end[queries/select-star]
/* sqlreview: ignore */ SELECT 2;
-- bad: an unknown verb
SELECT 1; -- sqlreview: disable
          ^^^^^^^^^^^^^^^^^^^^^
-- fixed:
SELECT 1;
-- good: rules without brackets
-- sqlreview: ignore locks/vacuum-full, locks/missing-lock-timeout at night
VACUUM FULL orders;
-- bad: a bracket that is not closed
-- sqlreview: ignore[locks/vacuum-full at night
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
VACUUM FULL orders;
-- fixed:
-- sqlreview: ignore[locks/vacuum-full] at night
VACUUM FULL orders;
-- bad: no commas
-- sqlreview: ignore[locks/vacuum-full naming] at night
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
VACUUM FULL orders;
-- fixed:
-- sqlreview: ignore[locks/vacuum-full, naming] at night
VACUUM FULL orders;
-- bad: empty brackets, nothing at all, an end that nothing began
-- sqlreview: ignore[]
^^^^^^^^^^^^^^^^^^^^^^
-- sqlreview:
^^^^^^^^^^^^^
VACUUM FULL orders;
-- sqlreview: ignore-end[locks]
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
VACUUM FULL orders;
-- bad: a block within a block that only one end closes
-- beside: locks/vacuum-full
-- sqlreview: ignore-start[locks]
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- sqlreview: ignore-start[locks/vacuum-full]
VACUUM FULL orders;
-- sqlreview: ignore-end[locks/vacuum-full]
VACUUM FULL users;
-- fixed:
-- sqlreview: ignore-start[locks]
-- sqlreview: ignore-start[locks/vacuum-full]
VACUUM FULL orders;
-- sqlreview: ignore-end[locks/vacuum-full]
VACUUM FULL users;
-- sqlreview: ignore-end[locks]
-- good: blocks that overlap
-- beside: locks/vacuum-full
-- sqlreview: ignore-start[locks]
-- sqlreview: ignore-start[data]
VACUUM FULL orders;
-- sqlreview: ignore-end[locks]
-- sqlreview: ignore-end
