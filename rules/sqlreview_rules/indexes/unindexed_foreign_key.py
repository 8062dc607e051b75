"""indexes/unindexed-foreign-key."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Related, Rule, index_to_come
from sqlreview.operations.written import table_creation
from sqlreview.schema import Constraint, Table
from sqlreview.schema.definition import relation_name
from sqlreview.schema.keys import index_serving_foreign_key
from sqlreview.schema.naming import addition_of, free_relation_name, quoted


class UnindexedForeignKey(Rule[Table]):
    """A foreign key has no index that starts with its referencing columns.

    Why: deleting a parent, or changing its key, looks for its children; without an index that reads the whole table,
    once for every parent (50 parents, 200,000 children: 654 ms instead of 3 ms), and joins from the parent do so too.

    Instead: an index that begins with the columns of the foreign key, as MySQL and MariaDB make one. A primary key or
    UNIQUE serves as well, as does an index that only leaves out the rows where the column is NULL.
    """

    id = "indexes/unindexed-foreign-key"
    engines = ("postgres", "sqlite")
    sources = ("https://www.postgresql.org/docs/current/ddl-constraints.html#DDL-CONSTRAINTS-FK",)
    examples = (
        Bad(
            """
            CREATE TABLE pets (id bigint PRIMARY KEY, user_id bigint NOT NULL REFERENCES users (id));
                                                                              ^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            CREATE TABLE pets (id bigint PRIMARY KEY, user_id bigint NOT NULL REFERENCES users (id));
            CREATE INDEX pets_user_id_idx ON pets (user_id);
            """,
            given=SHOP,
        ),
        Bad(
            """
            ALTER TABLE orders ADD FOREIGN KEY (product_id) REFERENCES products (id) NOT VALID;
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            -- file: 0002_create_orders_product_id_idx.sql
            CREATE INDEX CONCURRENTLY orders_product_id_idx ON orders (product_id);
            """,
            given=SHOP,
        ),
        Good("CREATE TABLE pets (user_id bigint REFERENCES users (id), name text, PRIMARY KEY (user_id, name));", SHOP),
    )

    small_tables: frozenset[str] = frozenset()
    """Referencing tables with so few rows that reading all of them is nothing."""

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports foreign keys that no index serves after the last migration."""
        if subject.temporary or subject.foreign or subject.name in self.small_tables:
            return
        for constraint in subject.foreign_keys:
            parent = context.catalog.table_at(constraint.referenced)
            if parent is None or parent.temporary or not _is_searched(subject, constraint):
                continue
            effect = f"deleting from `{parent.name}` reads all of `{subject.name}`"
            message = f"No index of `{subject.name}` begins with ({', '.join(constraint.columns)}), so {effect}."
            related = (Related(f"`{parent.name}` is created here", parent.origin),) if parent.created else ()
            yield self.finding(constraint.origin, message, *_fixes(subject, constraint, context), related=related)


def _is_searched(table: Table, constraint: Constraint) -> bool:
    """Whether children of the constraint are looked for without an index, as far as its columns are known."""
    if constraint.inherited or not constraint.enforced or index_serving_foreign_key(table, constraint):
        return False
    if table.primary_key and table.primary_key.columns == constraint.columns:
        return False  # which in SQLite may need no index
    return all(table.column(name) is not None for name in constraint.columns)


def _fixes(table: Table, constraint: Constraint, context: Context) -> Iterator[Fix]:
    """An index beside the constraint, where both are new; for a table in use in a migration of its own."""
    place = constraint.origin
    new_columns = [item.name for item in table.columns if item.origin.statement == place.statement]
    name = free_relation_name(context.catalog, table, addition_of(constraint.columns), "idx")
    target = f"{quoted(name)} ON {relation_name(table.key)} ({', '.join(map(quoted, constraint.columns))})"
    if place.statement == table.origin.statement and table_creation(context.statement.operations, table.origin.span):
        edit = Edit.insert(len(context.statement.text), f";\nCREATE INDEX {target}")
        yield Fix("Create the index", (edit,), FixKind.UNSAFE)
    elif table.created and table.origin.run == place.run and new_columns == []:
        yield Fix("Create the index", (Edit.insert(0, f"CREATE INDEX {target};\n"),), FixKind.UNSAFE)
    yield from index_to_come(context, table, constraint, name, target)
