-- bad: another type
-- file: design.md
## `pens`

| Field | Data type | Notes |
|:------|:---------:|-------|
| `id` | int8 | |
| name | varchar(80) | shown |
         ^^^^^^^^^^^
| at | timestamp with time zone | |

```sql
CREATE TABLE pens (id bigint PRIMARY KEY, name text NOT NULL, at timestamptz NOT NULL);
```

-- bad, mysql: a column that is gone
-- file: design.md
### pens

| Column | Type |
|--------|------|
| id | INT |
| name | VARCHAR(80) |
| note | TEXT |
  ^^^^

```sql
CREATE TABLE pens (id int AUTO_INCREMENT PRIMARY KEY, name varchar(80) NOT NULL);
```

-- bad, sqlite: a column nobody described
-- file: design.md
### pens
    ^^^^
| Column | Type |
|--------|------|
| id | INTEGER |

```sql
CREATE TABLE pens (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
```

-- good, mysql, sqlite: the same in other words
-- file: design.md
### pens

| Column | Type | Constraints |
|--------|------|-------------|
| id | integer | primary key |

```sql
CREATE TABLE pens (id INTEGER PRIMARY KEY);
```

-- good: a serial is an integer, and an alias is its type
-- file: design.md
### Table: pens

| Column | Type |
|---|---|
| id | BIGSERIAL |
| price | DECIMAL(10, 2) |

```sql
CREATE TABLE pens (id bigserial PRIMARY KEY, price numeric(10,2) NOT NULL);
```

-- good: a table that the document does not create
-- file: design.md
### pens

| Column | Type |
|---|---|
| id | uuid |

```sql
SELECT id FROM pens WHERE id = $1;
```

-- good: a table of something else
-- file: design.md
### pens

| Key | Meaning |
|---|---|
| id | the number |

```sql
CREATE TABLE pens (id bigint PRIMARY KEY);
```
