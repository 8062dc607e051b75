"""Which columns of tables a view reads; views know this from their queries, where the history holds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sqlreview.operations import Name
from sqlreview.queries import Query, Select, references_of
from sqlreview.schema.catalog import Catalog, CatalogEditor
from sqlreview.schema.origins import Key
from sqlreview.schema.resolution import column_of, table_of


def note_columns_read(editor: CatalogEditor, name: Name, queries: Iterable[Query], before: Catalog) -> None:
    """Notes at a view that was just created which columns its queries read."""
    view = editor.view(name)
    if view is not None:
        editor.put(view.key, replace(view, reads=frozenset(columns_read(queries, before))))


def columns_read(queries: Iterable[Query], catalog: Catalog) -> Iterator[tuple[Key, str]]:
    """The columns that queries read, each with its table; those behind a star, too."""
    for query in queries:
        for reference in references_of(query):
            found = column_of(reference, query, catalog)
            if found is not None:
                yield found[0].key, found[1].name
        yield from _behind_stars(query, catalog)


def _behind_stars(query: Query, catalog: Catalog) -> Iterator[tuple[Key, str]]:
    stars = query.stars if isinstance(query, Select) else ()
    for source in query.sources:
        table = table_of(source, catalog)
        if table is None:
            continue
        if any(star.qualifier in (None, source.exposed_name) for star in stars):
            yield from ((table.key, column.name) for column in table.columns)
        yield from ((table.key, name.text) for name in source.using if table.column(name.text))
