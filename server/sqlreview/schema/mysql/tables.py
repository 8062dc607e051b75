"""Tables of MySQL as a whole: CREATE, RENAME, options and character sets."""

from __future__ import annotations

from dataclasses import replace

from sqlreview.operations import Constraint as WrittenConstraint
from sqlreview.operations import ConvertCharset, CreateTable, IndexDefinition, Like, RenameTable, SetTableOptions
from sqlreview.schema.catalog import CatalogEditor
from sqlreview.schema.fold_drops import clear_table, drop_relation
from sqlreview.schema.fold_renames import rename_table as rename_in_place
from sqlreview.schema.links import move, without_key
from sqlreview.schema.mentions import table_or_mention
from sqlreview.schema.mysql.columns import column_of
from sqlreview.schema.mysql.keys import with_element
from sqlreview.schema.mysql.names import renamed_with_table
from sqlreview.schema.origins import Key, Origin
from sqlreview.schema.records import Column, Table, View

_CHARACTER_TYPES = frozenset(("char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set"))


def create_table(editor: CatalogEditor, operation: CreateTable, origin: Origin) -> None:
    """CREATE TABLE, with LIKE and AS."""
    key = editor.key_for_new("relation", operation.table, operation.temporary)
    existing = editor.get(key)
    is_mention = isinstance(existing, Table) and not existing.created
    if operation.if_not_exists and existing is not None and not is_mention:
        return
    table = _blank(key, operation, origin)
    if isinstance(existing, Table):
        clear_table(editor, existing)
        referenced_by = without_key(existing.referenced_by, key)
        table = replace(table, referenced_by=referenced_by, used_by=existing.used_by)
    elif existing is not None:
        drop_relation(editor, key, cascade=False)
    for like in operation.likes:
        table = _copied(editor, table, like, origin)
    table = _with_elements(editor, table, operation, origin)
    editor.put(key, table)


def _blank(key: Key, operation: CreateTable, origin: Origin) -> Table:
    options = dict(operation.options)
    comment = options.pop("comment", None)
    return Table(
        schema=key[1],
        name=key[2],
        complete=operation.as_query is None,
        temporary=key[1] == "pg_temp",
        partition_by=operation.partition_by,
        partition_definitions=operation.partitions,
        written=origin if operation.as_query is not None else None,
        comment=comment or None,
        options=tuple(options.items()),
        origin=origin,
    )


def _copied(editor: CatalogEditor, table: Table, like: Like, origin: Origin) -> Table:
    """LIKE takes everything over but foreign keys."""
    source = editor.table(like.source)
    if source is None:
        return replace(table, complete=False)
    place = origin.within(like.span)
    checks = (item for item in source.constraints if item.kind != "foreign key")
    return replace(
        table,
        columns=tuple(replace(item, origin=place, copied=True, not_null_origin=None) for item in source.columns),
        constraints=tuple(
            replace(item, origin=place, name=renamed_with_table(item.name, source.name, table.name)) for item in checks
        ),
        indexes=tuple(replace(item, origin=place) for item in source.indexes),
        complete=source.complete,
        partition_by=source.partition_by,
        partition_definitions=source.partition_definitions,
        comment=source.comment,
        options=source.options,
    )


def _with_elements(editor: CatalogEditor, table: Table, operation: CreateTable, origin: Origin) -> Table:
    columns: dict[str, Column] = {column.name: column for column in table.columns}
    for definition in operation.columns:
        columns[definition.name.text] = column_of(
            editor, replace(table, columns=tuple(columns.values())), definition, origin
        )
    table = replace(table, columns=tuple(columns.values()))
    parts: list[tuple[WrittenConstraint | IndexDefinition, str | None]] = [
        (part, definition.name.text) for definition in operation.columns for part in definition.constraints
    ]
    parts += ((part, None) for part in operation.constraints)
    parts += ((part, None) for part in operation.indexes)
    for part, column in sorted(parts, key=lambda item: item[0].span.start):
        table = with_element(editor, table, part, origin, column)
    return table


def rename_table(editor: CatalogEditor, operation: RenameTable, origin: Origin) -> None:
    """RENAME TABLE and ALTER TABLE ... RENAME, also to another database; numbered names follow the table."""
    key = editor.resolve("relation", operation.table)
    new_name = operation.new_name.text
    if key is None:
        rename_in_place(editor, operation, origin)
        return
    beside = key[1] if operation.table.schema is None else editor.creation_schema
    new: Key = (key[0], operation.new_schema or beside, new_name)
    if new != key:
        _move(editor, key, new, origin)
    table = editor.table_at(new)
    if table is not None:
        constraints = tuple(
            replace(item, name=renamed_with_table(item.name, key[2], new_name)) for item in table.constraints
        )
        if constraints != table.constraints:
            editor.put(new, replace(table, constraints=constraints))


def _move(editor: CatalogEditor, key: Key, new: Key, origin: Origin) -> None:
    """Foreign keys follow a table to its new name; views go on reading whatever has the name they were written with."""
    drop_relation(editor, new, cascade=False)
    absent = editor.get(new)  # known only because views and foreign keys name it
    editor.remove(new)
    record = editor.get(key)
    readers = record.used_by if isinstance(record, Table | View) else ()
    if isinstance(record, Table | View) and readers:
        editor.put(key, replace(record, used_by=()))
    move(editor, {key: new})
    moved = editor.get(new)
    if isinstance(absent, Table) and isinstance(moved, Table):
        others = tuple(other for other in absent.referenced_by if other not in moved.referenced_by)
        moved = replace(moved, referenced_by=(*moved.referenced_by, *others), used_by=absent.used_by)
        editor.put(new, moved)
    elif isinstance(absent, Table) and isinstance(moved, View):
        editor.put(new, replace(moved, used_by=absent.used_by))
    if readers:
        left = Table(schema=key[1], name=key[2], complete=False, created=False, used_by=readers, origin=origin)
        editor.put(key, left)


def set_table_options(editor: CatalogEditor, operation: SetTableOptions, origin: Origin) -> None:
    """ENGINE=, COMMENT=, DEFAULT CHARSET= and the like."""
    table = table_or_mention(editor, operation.table, origin)
    if table is None:
        return
    options = {**dict(table.options), **dict(operation.options)}
    comment = options.pop("comment", None)
    if "charset" in dict(operation.options) and "collate" not in dict(operation.options):
        options.pop("collate", None)
    comment = table.comment if comment is None else comment or None
    editor.put(table.key, replace(table, options=tuple(options.items()), comment=comment))


def convert_charset(editor: CatalogEditor, operation: ConvertCharset, origin: Origin) -> None:
    """CONVERT TO CHARACTER SET, of the table and of its character columns."""
    table = table_or_mention(editor, operation.table, origin)
    if table is None:
        return
    options = {name: value for name, value in table.options if name not in ("charset", "collate")}
    if operation.charset:
        options["charset"] = operation.charset
    if operation.collation:
        options["collate"] = operation.collation
    columns = tuple(_converted(column) for column in table.columns)
    editor.put(table.key, replace(table, options=tuple(options.items()), columns=columns))


def _converted(column: Column) -> Column:
    """The column with the character set of its table."""
    if column.type is None or column.type.name not in _CHARACTER_TYPES or column.type.charset == "binary":
        return column
    return replace(column, collation=None, type=replace(column.type, charset=None))
