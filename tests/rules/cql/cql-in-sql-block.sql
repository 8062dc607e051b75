-- bad, cql: a file
-- file: schema.sql
CREATE KEYSPACE shop WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1};
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- bad, cql: a collection
-- file: guide.md
```sql
CREATE TABLE notes (id uuid PRIMARY KEY, tags set<text>);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
```
-- fixed:
-- file: guide.md
```cql
CREATE TABLE notes (id uuid PRIMARY KEY, tags set<text>);
```

-- good, cql: a file of its own kind
-- file: schema.cql
CREATE KEYSPACE shop WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1};
