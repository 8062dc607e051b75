PRAGMA foreign_keys = OFF;

PRAGMA foreign_keys=1;

PRAGMA main.user_version(7);

PRAGMA legacy_alter_table = 'yes';

PRAGMA defer_foreign_keys = on;

PRAGMA journal_mode = WAL;

PRAGMA cache_size = -2000;

PRAGMA foreign_keys;

PRAGMA foreign_key_check(users);

PRAGMA wal_checkpoint(TRUNCATE);

PRAGMA foreign_keys =;

BEGIN;

BEGIN IMMEDIATE TRANSACTION;

BEGIN EXCLUSIVE TRANSACTION named;

BEGIN WORK;

COMMIT TRANSACTION;

END;

ROLLBACK;

ROLLBACK TRANSACTION TO SAVEPOINT a;

ROLLBACK TO a;

SAVEPOINT "a";

RELEASE a;

RELEASE SAVEPOINT savepoint;

VACUUM;

VACUUM main INTO 'copy.db';

ANALYZE;

ANALYZE main.users;

ATTACH DATABASE 'other.db' AS other;

ATTACH ? AS other;

ATTACH 'other.db';

DETACH DATABASE other;

EXPLAIN QUERY PLAN SELECT * FROM users;

SET search_path = x;
