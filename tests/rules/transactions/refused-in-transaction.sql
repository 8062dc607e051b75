-- bad, sqlite, shop: VACUUM
-- error: cannot VACUUM from within a transaction
BEGIN;
VACUUM;
^^^^^^
COMMIT;
-- bad, sqlite, shop: what is passed over
BEGIN;
PRAGMA foreign_keys = OFF;
^^^^^^^^^^^^^^^^^^^^^^^^^
DROP TABLE products;
PRAGMA foreign_keys = ON;
COMMIT;
-- bad, sqlite, shop, wrapped: in the transaction of the tool
PRAGMA journal_mode = WAL;
^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad, sqlite: refused
-- error: Safety level may not be changed inside a transaction
BEGIN;
PRAGMA synchronous = OFF;
^^^^^^^^^^^^^^^^^^^^^^^^
COMMIT;
-- good, sqlite, shop: outside, asked for, others
PRAGMA foreign_keys = OFF;
VACUUM;
BEGIN;
PRAGMA foreign_keys;
PRAGMA defer_foreign_keys = ON;
DELETE FROM orders WHERE id = 1;
COMMIT;
PRAGMA foreign_keys = ON;
