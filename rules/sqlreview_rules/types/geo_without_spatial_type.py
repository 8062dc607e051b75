"""types/geo-without-spatial-type."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations.written import words_of
from sqlreview.schema import Column, Table
from sqlreview.schema.table_roles import holds_copies, is_own_design

_LATITUDES = frozenset(("lat", "latitude"))
_LONGITUDES = frozenset(("lng", "lon", "long", "longitude"))
_NUMBERS = frozenset(("real", "double precision", "double", "float", "numeric", "decimal"))
_SHAPES = frozenset(("point", "geometry", "geography", "earth", "cube"))


class GeoWithoutSpatialType(Rule[Table]):
    """Latitude and longitude are stored as two plain numbers that nothing checks.

    Why: swapped or impossible coordinates go in unnoticed, and no index finds what lies near a place.

    Instead: a type for places, `geography(Point, 4326)` or `POINT`; or at least a CHECK of both ranges.
    """

    id = "types/geo-without-spatial-type"
    engines = ("postgres", "mysql", "mariadb")
    severity = Severity.HINT
    examples = (
        Bad(
            """
            CREATE TABLE stops (id bigint PRIMARY KEY, lat double precision NOT NULL, lng double precision NOT NULL);
                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """
        ),
        Good(
            """
            CREATE TABLE stops (
                id bigint PRIMARY KEY,
                lat double precision NOT NULL CHECK (lat BETWEEN -90 AND 90),
                lng double precision NOT NULL CHECK (lng BETWEEN -180 AND 180)
            );
            """
        ),
    )

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports the latitude of the first such pair, as the table is after the last migration."""
        if not is_own_design(subject) or holds_copies(subject):
            return
        if any(column.type is not None and column.type.name in _SHAPES for column in subject.columns):
            return
        for column in subject.columns:
            if _is_open(subject, column, _LATITUDES) and _has_longitude(subject, column):
                message = f"`{subject.name}` has a place in two numbers, of which nothing checks the ranges."
                yield self.finding(column.origin, message)
                return


def _has_longitude(table: Table, latitude: Column) -> bool:
    rest = words_of(latitude.name)[:-1]
    return any(_is_open(table, other, _LONGITUDES) and words_of(other.name)[:-1] == rest for other in table.columns)


def _is_open(table: Table, column: Column, names: frozenset[str]) -> bool:
    is_number = column.type is not None and column.type.name in _NUMBERS and not column.type.dimensions
    is_checked = any(item.kind == "check" and column.name in item.columns for item in table.constraints)
    return is_number and words_of(column.name)[-1:] != () and words_of(column.name)[-1] in names and not is_checked
