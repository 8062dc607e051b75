"""What InnoDB does to add, drop and change columns.

MariaDB as 10.11 was measured, MySQL as its manual says ("Online DDL Operations").
"""

from __future__ import annotations

from sqlreview import operations as o
from sqlreview.locks.mysql_types import TEXTS, charset_of, type_change
from sqlreview.locks.mysql_work import (
    CATALOG,
    COPY,
    IN_PLACE,
    INDEX,
    OFFLINE_COPY,
    REBUILD,
    Work,
    dearest,
    is_innodb,
    is_instant_mysql,
    is_mariadb,
    option_of,
)
from sqlreview.locks.situation import Situation, relation_of
from sqlreview.operations import ColumnType, PrimaryKey, Unique
from sqlreview.operations.written import normal_text
from sqlreview.schema import Column, Index, Table

_DIFFERENT = frozenset(("uuid", "uuid_v4", "uuid_v7", "uuid_short", "sys_guid", "sysdate", "random_bytes"))
_DIFFERENT |= {"nextval", "lastval", "setval", "next"}
"""Functions with which MariaDB works out a default for every row; RAND() is not among them: all rows get one value."""
_NOW = frozenset(("current_timestamp", "now", "localtime", "localtimestamp"))
_INDEXING = (o.CreateIndex, o.AddUnique, o.AddPrimaryKey)
_NOT_INSTANT = (*_INDEXING, o.AddForeignKey, o.DropIndex, o.RenameIndex, o.SetIndexVisibility)
"""Beside these MySQL does not add or drop a column instantly."""


def checks_foreign_keys(situation: Situation) -> bool:
    """Whether foreign_key_checks is on."""
    value = (situation.catalog.session.setting("foreign_key_checks") or "1").lower()
    return value not in ("0", "off", "false")


def fulltext_lock(table: Table | None, without: str | None = None) -> str:
    """The lock a rebuild of the table needs: SHARED with FULLTEXT and SPATIAL indexes, one on `without` not counted."""
    found = (index for index in (table.indexes if table else ()) if index.method in ("fulltext", "spatial", "rtree"))
    return "SHARED" if any(index.columns != (without,) for index in found) else ""


def has_fulltext(table: Table | None) -> bool:
    """Whether the table has a FULLTEXT index, and with it a hidden column."""
    return any(index.method == "fulltext" for index in (table.indexes if table else ()))


def rebuild_of(table: Table | None) -> Work:
    """The work of rebuilding a table in place."""
    return Work(kind="rebuild", lock=fulltext_lock(table))


def add_column(operation: o.AddColumn, situation: Situation) -> Work:
    """ADD COLUMN."""
    column, table = operation.column, situation.catalog.table(operation.table)
    if operation.if_not_exists and table is not None and table.column(column.name.text):
        return CATALOG
    if column.foreign_keys and checks_foreign_keys(situation):
        parents = tuple(relation_of(key.referenced, situation) for key in column.foreign_keys)
        return Work(kind="copy", parents=parents)
    if column.generated is not None:
        return COPY if column.generated.stored else _add_virtual(operation, situation)
    if column.auto_increment is not None:
        return Work(kind="rebuild", lock="SHARED")
    if not is_mariadb(situation) and any(isinstance(part, o.Check) for part in column.constraints):
        return COPY if situation.engine.version >= 8 else CATALOG
    return dearest(_structure(table, operation, situation), _default(operation, situation))


def _default(operation: o.AddColumn, situation: Situation) -> Work:
    default = operation.column.default
    if default is None:
        return CATALOG
    functions = frozenset(default.functions)
    if is_mariadb(situation):
        return COPY if default.columns or functions & _DIFFERENT else CATALOG
    if default.is_constant or (functions and functions <= _NOW and not default.columns):
        return CATALOG
    name = f"{relation_of(operation.table, situation).removeprefix('public.')}.{operation.column.name.text}"
    return Work(kind="copy", doubts=(f"whether MySQL copies the table for the default of {name}",))


def _add_virtual(operation: o.AddColumn, situation: Situation) -> Work:
    others = [item for item in situation.together if item is not operation and not _is_virtual(item)]
    if not others:
        return CATALOG
    if is_mariadb(situation) and all(isinstance(item, _INDEXING) for item in others):
        return Work(kind="in place", lock="SHARED")
    return COPY


def _is_virtual(operation: o.Operation) -> bool:
    generated = operation.column.generated if isinstance(operation, o.AddColumn) else None
    return generated is not None and not generated.stored


def _structure(table: Table | None, operation: o.Operation, situation: Situation) -> Work:
    """The work of another set or order of columns."""
    if not is_innodb(table):
        return OFFLINE_COPY
    if not is_mariadb(situation) and not is_instant_mysql(situation):
        return rebuild_of(table)
    compressed = option_of(table, "row_format") == "compressed" or option_of(table, "key_block_size") not in ("", "0")
    if compressed or has_fulltext(table) or _builds_beside(operation, situation):
        return rebuild_of(table)
    return CATALOG


def _builds_beside(operation: o.Operation, situation: Situation) -> bool:
    """Whether the statement builds indexes too, so that it cannot change the columns instantly."""
    kinds = _INDEXING if is_mariadb(situation) else _NOT_INSTANT
    for item in situation.together:
        if isinstance(item, kinds) or (isinstance(item, o.AddForeignKey) and _adds_index(item, situation)):
            return True
        if isinstance(item, o.AddColumn):
            if any(isinstance(part, PrimaryKey | Unique) for part in item.column.constraints):
                return True
            if item.column.foreign_keys:
                return True
    return False


def _adds_index(operation: o.AddForeignKey, situation: Situation) -> bool:
    """Whether a foreign key that is not checked needs an index, which is then built."""
    table = situation.catalog.table(operation.table)
    return not checks_foreign_keys(situation) and not (is_mariadb(situation) and has_index_for(operation, table))


def has_index_for(operation: o.AddForeignKey, table: Table | None) -> bool:
    """Whether a table has an index that begins with the columns of a foreign key."""
    wanted = tuple(column.text for column in operation.constraint.columns)
    indexes = table.indexes if table else ()
    return any(index.columns[: len(wanted)] == wanted for index in indexes if not index.generated)


def drop_column(operation: o.DropColumn, situation: Situation) -> Work:
    """DROP COLUMN; indexes of this column alone go with it, others lose it and are built again."""
    table = situation.catalog.table(operation.table)
    name = operation.column.text
    column = table.column(name) if table else None
    touched = _indexes_of(name, table, situation)
    if column is not None and column.generated is not None and not column.generated.stored:
        return _drop_virtual(operation, IN_PLACE if touched else CATALOG, situation)
    key = table.primary_key if table else None
    if key is not None and key.columns == (name,) and is_mariadb(situation):
        return rebuild_of(table) if table is not None and clustered_by(table) else COPY
    if fulltext_lock(table, name) != fulltext_lock(table):
        return REBUILD
    gone = {item.column.text for item in situation.together if isinstance(item, o.DropColumn)}
    if any(not gone.issuperset(index.columns) for index in touched):
        return rebuild_of(table)
    work = _structure(table, operation, situation)
    if touched:
        return dearest(work, IN_PLACE) if is_mariadb(situation) else rebuild_of(table)
    return work


def clustered_by(table: Table) -> tuple[str | None, ...]:
    """The columns of the first UNIQUE index without NULL, by which rows are stored where there is no primary key."""
    required = {column.name for column in table.columns if column.not_null}
    found = (index.columns for index in table.indexes if index.unique and index.constraint != "PRIMARY")
    return next((columns for columns in found if columns and required.issuperset(columns)), ())


def _indexes_of(column: str, table: Table | None, situation: Situation) -> list[Index]:
    """The indexes with that column which the statement does not drop by name."""
    dropped = {item.index.text for item in situation.together if isinstance(item, o.DropIndex)}
    indexes = table.indexes if table else ()
    return [index for index in indexes if column in index.columns and index.name not in dropped]


def _drop_virtual(operation: o.DropColumn, alone: Work, situation: Situation) -> Work:
    others = (o.AddColumn, o.DropColumn, o.ModifyColumn)
    mixed = any(isinstance(item, others) and not _is_virtual(item) for item in situation.together if item != operation)
    return COPY if mixed else alone


def modify_column(operation: o.ModifyColumn, situation: Situation) -> Work:
    """MODIFY, and what CHANGE does besides renaming."""
    table = situation.catalog.table(operation.table)
    old = table.column(operation.column.text) if table else None
    new = operation.definition
    if table is None or old is None or old.type is None or new.type is None:
        name = f"{relation_of(operation.table, situation).removeprefix('public.')}.{operation.column.text}"
        return Work(kind="copy", doubts=(f"the present definition of {name}",))
    works = [
        _generation(old, operation),
        type_change((old.type, old.collation), _written(new), old.name, table, situation),
    ]
    if new.auto_increment is not None and old.identity is None:
        works.append(COPY)
    works.append(_nullability(old, operation, table, situation))
    if operation.position is not None:
        works.append(_structure(table, operation, situation) if is_mariadb(situation) else rebuild_of(table))
    if not is_mariadb(situation) and any(isinstance(part, o.Check) for part in new.constraints):
        works.append(COPY)
    return dearest(*works)


def _written(new: o.ColumnDefinition) -> tuple[ColumnType, str | None]:
    assert new.type is not None
    return new.type, new.collation


def _generation(old: Column, operation: o.ModifyColumn) -> Work:
    before, after = old.generated, operation.definition.generated
    if before is None and after is None:
        return CATALOG
    if before is None or after is None or before.stored != after.stored:
        return COPY
    is_same = normal_text(before.expression) == normal_text(after.expression)
    return CATALOG if is_same or not after.stored else COPY


def _nullability(old: Column, operation: o.ModifyColumn, table: Table, situation: Situation) -> Work:
    key = table.primary_key
    if key is not None and old.name in key.columns:
        return CATALOG
    nullable = operation.definition.is_nullable
    if nullable != old.not_null or operation.definition.generated is not None:
        return CATALOG
    if nullable and is_mariadb(situation) and option_of(table, "row_format") == "redundant":
        return CATALOG
    if not nullable and is_mariadb(situation) and old.type is not None and old.type.name == "timestamp":
        return COPY  # the moment takes the place of NULL
    return rebuild_of(table)


def rename_column(operation: o.RenameColumn, situation: Situation) -> Work:
    """RENAME COLUMN, and the new name of CHANGE."""
    table = situation.catalog.table(operation.table)
    name = operation.column.text
    bound = table is not None and any(name in key.columns for key in table.foreign_keys)
    return IN_PLACE if bound and not is_mariadb(situation) else CATALOG


def convert_charset(operation: o.ConvertCharset, situation: Situation) -> Work:
    """CONVERT TO CHARACTER SET, which changes every character column."""
    table = situation.catalog.table(operation.table)
    if table is None or not table.complete:
        name = relation_of(operation.table, situation).removeprefix("public.")
        return Work(kind="copy", doubts=(f"the present character sets of {name}",))
    texts = [column for column in table.columns if column.type is not None and column.type.name in TEXTS]
    if not is_mariadb(situation):
        return COPY if texts else IN_PLACE
    return dearest(CATALOG, *(_converted(column, operation, table, situation) for column in texts))


def _converted(column: Column, operation: o.ConvertCharset, table: Table, situation: Situation) -> Work:
    assert column.type is not None
    charset = operation.charset or charset_of(column.type, None, table)
    charset = "utf8mb3" if charset.lower() == "utf8" else charset.lower()
    written = ColumnType(name=column.type.name, span=column.type.span, arguments=column.type.arguments, charset=charset)
    before = charset_of(column.type, column.collation, table)
    if before != charset and column.type.name in ("tinytext", "text", "mediumtext"):
        return COPY  # so that all values fit, the column becomes a longer text
    return type_change((column.type, column.collation), (written, operation.collation), column.name, table, situation)


def keep_columns(operation: o.Operation, situation: Situation) -> Work:
    """What changes defaults and the like, of which rows know nothing."""
    return CATALOG


def create_index(operation: o.CreateIndex, situation: Situation) -> Work:
    """CREATE INDEX and ADD INDEX; the first FULLTEXT index of a table gives it a hidden column."""
    table = situation.catalog.table(operation.table)
    if operation.method == "fulltext":
        if sum(isinstance(item, o.CreateIndex) and item.method == "fulltext" for item in situation.together) > 1:
            return OFFLINE_COPY
        later = has_fulltext(table) or (table is not None and table.column("fts_doc_id") is not None)
        return Work(kind="in place" if later else "rebuild", lock="SHARED", builds_index=True)
    if operation.method in ("spatial", "rtree"):
        return Work(kind="in place", lock="SHARED", builds_index=True)
    return INDEX
