"""Stars that hand out credentials."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sqlreview.frozen import frozen
from sqlreview.operations import CreateMaterializedView, CreateRoutine, CreateView, Operation
from sqlreview.queries import Query, Select, SetOperation, Star, Write
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.origins import Origin
from sqlreview.schema.resolution import star_columns, table_of
from sqlreview.schema.secret_columns import secret_columns


@frozen
class SecretStar:
    """A star over a table with a credential in it."""

    star: Star
    table: str
    column: str
    columns: tuple[tuple[str | None, str], ...]
    """What the star stands for, each with the name of its relation; none where that is not known."""


def secret_stars(query: Query, in_routine: bool, catalog: Catalog) -> Iterator[SecretStar]:
    """The stars over known tables in the list of a query for a program or a view, or of its RETURNING."""
    if query.role not in ("statement", "view") or (in_routine and not isinstance(query, Write)):
        return
    for level in _levels(query):
        for output in level.output_list:
            star = output.star
            for source in level.sources if star else ():
                table = table_of(source, catalog) if star and star.qualifier in (None, source.exposed_name) else None
                secrets = secret_columns(table) if table and not table.temporary else ()
                if star and table and secrets:
                    columns = star_columns(star, level, catalog) or ()
                    named = tuple((owner.exposed_name if owner else None, name) for owner, name in columns)
                    yield SecretStar(star=star, table=table.name, column=secrets[0], columns=named)
                    break


def _levels(query: Query) -> Iterator[Query]:
    if isinstance(query, SetOperation):
        for branch in query.branches:
            yield from _levels(branch)
    elif isinstance(query, Select | Write):
        yield query


def reveals_secrets_on_purpose(operations: Collection[Operation], origin: Origin) -> bool:
    """Whether a routine, view or file is about logging in, by its name, and has to read credentials."""
    creations = (item for item in operations if isinstance(item, CreateRoutine | CreateView | CreateMaterializedView))
    names = [item.name.text if isinstance(item, CreateRoutine) else item.view.text for item in creations]
    return any("auth" in name.lower() or "login" in name.lower() for name in (*names, origin.path.rpartition("/")[2]))
