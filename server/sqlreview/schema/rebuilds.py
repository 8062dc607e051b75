"""The steps in which a table is written anew: create, copy, drop, rename (https://www.sqlite.org/lang_altertable.html).

None of them destroys or moves anything that others use, although the statements look like it one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sqlreview.operations import CopiedRows, CreateTable, DropTable, Name, Operation, RenameTable, WriteRows
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.origins import Key, Origin
from sqlreview.schema.records import RowSource, Table


def rebuild_of(
    operation: Operation | None, catalog: Catalog, origin: Origin, together: Sequence[Operation] = ()
) -> RowSource | None:
    """The copy of a table that this operation puts, or has put, in its place; None when it rebuilds nothing.

    The operation drops a table whose rows another one has got in this run, or gives that other one its name. The
    result names the columns that were not copied (`lost`) and says whether all rows were (`complete`). `together` are
    the operations of the statement: MySQL's RENAME TABLE moves the old table away and the new one in at once.
    """
    match operation:
        case DropTable(table=name):
            return _copy_of(catalog.table(name), catalog, origin)
        case RenameTable(table=name, new_name=new_name):
            return _moved_in(catalog, name, new_name.text, origin) or _moved_away(catalog, name, origin, together)
    return None


def is_rebuild_step(
    operation: Operation | None, catalog: Catalog, origin: Origin, together: Sequence[Operation] = ()
) -> bool:
    """Whether an operation only seems to destroy or rename a table that is being written anew with all its rows."""
    if isinstance(operation, WriteRows):
        table = catalog.table(operation.table)
        return operation.copied is not None and table is not None and _is_empty_and_new(table, origin)
    rebuild = rebuild_of(operation, catalog, origin, together)
    return rebuild is not None and rebuild.complete


def makes_room(operation: Operation, later: Iterable[Operation]) -> bool:
    """Whether a table is renamed, or dropped, so that a later operation of the same file can create it anew.

    What becomes of its rows is seen when the renamed table is dropped: see `rebuild_of`.
    """
    if not isinstance(operation, RenameTable | DropTable):
        return False
    return any(isinstance(item, CreateTable) and item.table == operation.table for item in later)


def _is_empty_and_new(table: Table, origin: Origin) -> bool:
    return table.created and table.written is None and table.origin.run == origin.run


def _copy_of(table: Table | None, catalog: Catalog, origin: Origin) -> RowSource | None:
    """How the rows of a table came into another one in this run."""
    if table is None:
        return None
    found = None
    for key in table.copied_to:
        copy = catalog.table_at(key)
        source = copy.rows_from if copy is not None else None
        if copy is None or source is None or not _is_of_run(source, table.key, origin):
            continue
        if _went_elsewhere(copy, origin) or not _is_like(copy, source):
            continue
        if source.complete:
            return _as_it_is_now(source, copy)
        found = found or _as_it_is_now(source, copy)
    return found


def _as_it_is_now(source: RowSource, copy: Table) -> RowSource:
    """What was copied, without the columns that the new table has lost since."""
    kept = tuple(pair for pair in source.columns if not copy.complete or copy.column(pair[0]) is not None)
    if len(kept) == len(source.columns):
        return source
    gone = tuple(old for new, old in source.columns if (new, old) not in kept and copy.column(old) is None)
    return replace(source, columns=kept, lost=(*source.lost, *gone))


def _is_like(copy: Table, source: RowSource) -> bool:
    """Whether a filled table can be the other one written anew: their names are akin, or most columns have theirs."""
    old, new = source.home[2].lower(), copy.name.lower()
    if old in new or new in old:
        return True
    same = sum(new == old for new, old in source.columns)
    return 2 * same >= len(source.table.columns)


def _went_elsewhere(copy: Table, origin: Origin) -> bool:
    """Whether a copy has got another name than that of the table it was filled from."""
    renamed = copy.renamed is not None and copy.renamed.run == origin.run
    return renamed and copy.rows_from is not None and copy.key != copy.rows_from.home


def _is_of_run(source: RowSource | None, key: Key, origin: Origin) -> bool:
    return source is not None and source.key == key and source.origin.run == origin.run


def _moved_in(catalog: Catalog, name: Name, new_name: str, origin: Origin) -> RowSource | None:
    """The copy that gets the name of its original, which is gone."""
    table = catalog.table(name)
    source = table.rows_from if table is not None else None
    if table is None or source is None or source.origin.run != origin.run:
        return None
    return _as_it_is_now(source, table) if source.home == (table.key[0], table.key[1], new_name) else None


def _moved_away(catalog: Catalog, name: Name, origin: Origin, together: Sequence[Operation]) -> RowSource | None:
    """The copy for which the original makes room in the same statement."""
    others = (item for item in together if isinstance(item, RenameTable))
    if not any(other.new_name.text == name.text and other.table.text != name.text for other in others):
        return None
    return _copy_of(catalog.table(name), catalog, origin)


def required_from_nullable(copied: CopiedRows, source: Table, target: Table) -> Iterator[str]:
    """The columns that may hold NULL, that nothing has filled, and that are copied into columns which are NOT NULL."""
    if not copied.complete:
        return
    outputs = [
        name
        for output in copied.outputs
        for name in ((column.name for column in source.columns) if output == "*" else (output,))
    ]
    names = copied.targets or tuple(column.name for column in target.columns)
    for new, old in zip(names, outputs, strict=False):
        column, required = source.column(old) if old else None, target.column(new)
        if column is None or required is None or column.not_null or not required.not_null or column.filled:
            continue
        is_key = source.primary_key is not None and column.name in source.primary_key.columns
        if not is_key and (column.default is None or column.default.is_null):
            yield column.name
