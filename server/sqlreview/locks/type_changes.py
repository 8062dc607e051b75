"""Which changes of a column's type PostgreSQL makes without writing the rows again.

Cast rules: pg_cast's binary-coercible entries and the planner support functions that drop length coercions which change
nothing (https://www.postgresql.org/docs/current/sql-altertable.html, notes on ALTER COLUMN TYPE).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlreview.locks.situation import Situation
from sqlreview.operations import SERIAL_TYPES, ColumnType, Name, SetColumnType
from sqlreview.operations.readers.data_types import read_type
from sqlreview.schema import Column, Type
from sqlreview.sql.cursor import Cursor, Unreadable
from sqlreview.sql.engines import Engine
from sqlreview.sql.tokens import Tokens


@dataclass(frozen=True, slots=True)
class TypeChange:
    """What a change of type costs."""

    rewrites: bool
    same_operators: bool = True
    """Whether plain indexes on the column, and foreign keys over it, stay as they are."""
    unknown: str | None = None
    """What could not be decided, without the name of the column: "the present type"."""


FREE = TypeChange(rewrites=False)
REWRITE = TypeChange(rewrites=True, same_operators=False)

_STRINGS = frozenset(("text", "varchar"))
_OBJECT_IDS = frozenset(
    (
        *("oid", "regclass", "regcollation", "regconfig", "regdictionary", "regnamespace", "regoper"),
        *("regoperator", "regproc", "regprocedure", "regrole", "regtype"),
    )
)
_RELABELS = {
    "char": frozenset(("bpchar",)),
    "text": frozenset(("varchar", "bpchar", "citext")),
    "varchar": frozenset(("text", "bpchar", "citext")),
    "citext": frozenset(("text", "varchar", "bpchar")),
    "cidr": frozenset(("inet",)),
    "xml": frozenset(("text", "varchar", "bpchar")),
    "bit": frozenset(("varbit",)),
    "varbit": frozenset(("bit",)),
    "integer": _OBJECT_IDS,
    **dict.fromkeys(_OBJECT_IDS, frozenset(("integer", "oid"))),
    "oid": _OBJECT_IDS | {"integer"},
}
"""For each type those that have the same bytes; a modifier of the new type costs a rewrite all the same."""
_SAME_OPERATORS = (_STRINGS, frozenset(("char", "bpchar")), frozenset(("cidr", "inet")), _OBJECT_IDS)
_SECONDS = frozenset(("timestamp", "timestamptz", "time", "timetz", "interval"))
_MAXIMAL_SECONDS = 6
_INTERVAL_FIELDS = ("second", "minute", "hour", "day", "month", "year")
_UTC = frozenset(
    ("utc", "etc/utc", "gmt", "etc/gmt", "zulu", "etc/zulu", "uct", "etc/uct", "universal", "etc/universal")
)
_UTC_OFFSETS = frozenset(("0", "+0", "-0", "+00", "-00", "00", "+00:00", "00:00", "gmt0", "etc/gmt0", "greenwich"))
_COLLATABLE = frozenset(("text", "varchar", "char", "bpchar", "citext", "name"))


def type_change(operation: SetColumnType, column: Column | None, situation: Situation) -> TypeChange:
    """What changing a column, as the catalog knows it, to the type of the operation costs."""
    if column is None or column.type is None:
        return TypeChange(rewrites=True, same_operators=False, unknown="the present type")
    wanted = operation.type
    if operation.using is not None and not _is_plain(operation, situation.engine):
        return REWRITE
    change = _between(column.type, wanted, situation)
    if not change.rewrites and _collation_changes(operation, column, wanted):
        return TypeChange(rewrites=False, same_operators=False)
    return change


def _is_plain(operation: SetColumnType, engine: Engine) -> bool:
    """Whether USING says no more than the server would do anyway: the column itself, or a cast to the new type."""
    using = operation.using
    if using is None:
        return True
    if using.functions or using.columns != (operation.column.text,):
        return False
    try:
        return _cast_target(Cursor(Tokens(using.text, engine))) in (None, operation.type)
    except Unreadable:
        return False


def _cast_target(cursor: Cursor) -> ColumnType | None:
    """The type a bare column is cast to, None without a cast; raises Unreadable for anything else."""
    while cursor.word == "(" and cursor.tokens.close_of(cursor.at) == cursor.stop - 1:
        cursor = cursor.group()
    target: ColumnType | None = None
    if cursor.accept("CAST"):
        inside = cursor.group()
        inside.name()
        inside.expect("AS")
        target = read_type(inside)
    else:
        cursor.name()
        if cursor.accept("::"):
            target = read_type(cursor)
    if not cursor.done:
        raise Unreadable("more than a column and a cast")
    return target


def _collation_changes(operation: SetColumnType, column: Column, wanted: ColumnType) -> bool:
    if wanted.name not in _COLLATABLE:
        return False
    return (operation.collation or "default") != (column.collation or "default")


def _between(old: ColumnType, new: ColumnType, situation: Situation) -> TypeChange:
    if old == new:
        return FREE
    domain = _domain(new, situation)
    if domain is not None and domain.is_constrained_domain:
        return REWRITE
    old_base, new_base = _base(old, situation), _base(new, situation)
    if _domain(old, situation) is not None and not old_base.dimensions:
        old_base = replace(old_base, arguments=())  # the server has forgotten the modifier behind a domain
    if old_base.dimensions or new_base.dimensions:
        same = _array_keeps_bytes(old_base, new_base)
        return FREE if same else REWRITE
    if old_base.name == new_base.name and old_base.schema == new_base.schema:
        return FREE if _modifier_keeps_bytes(old_base, new_base) else REWRITE
    if {old_base.name, new_base.name} == {"timestamp", "timestamptz"}:
        return _time_zone_change(old_base, new_base, situation)
    if new_base.name in _RELABELS.get(old_base.name, ()) and not _has_modifier(new_base):
        return TypeChange(rewrites=False, same_operators=_share_operators(old_base.name, new_base.name))
    if {old_base.name, new_base.name} <= _STRINGS:
        return FREE if _modifier_keeps_bytes(old_base, new_base) else REWRITE
    return REWRITE


def _share_operators(old: str, new: str) -> bool:
    return any(old in group and new in group for group in _SAME_OPERATORS)


def _domain(kind: ColumnType, situation: Situation) -> Type | None:
    """The domain a type name means, for a domain over a constrained domain the constrained one."""
    first: Type | None = None
    current: ColumnType | None = kind
    for _ in range(8):
        if current is None or current.dimensions:
            return first
        found = situation.catalog.user_type(Name(current.schema, current.name, current.span))
        if found is None or found.kind != "domain":
            return first
        if found.is_constrained_domain:
            return found
        first, current = first or found, found.base
    return first


def is_constrained(kind: ColumnType | None, situation: Situation) -> bool:
    """Whether a type is a domain that rejects some values."""
    domain = _domain(kind, situation) if kind else None
    return domain is not None and domain.is_constrained_domain


def _base(kind: ColumnType, situation: Situation) -> ColumnType:
    """The type behind domains and serial names."""
    for _ in range(8):
        found = situation.catalog.user_type(Name(kind.schema, kind.name, kind.span))
        if kind.dimensions or found is None or found.kind != "domain" or found.base is None:
            break
        kind = found.base
    real = SERIAL_TYPES.get(kind.name)
    return ColumnType(real, kind.span) if real else kind


def _has_modifier(kind: ColumnType) -> bool:
    return bool(kind.arguments) or kind.fields is not None or kind.name in ("char", "bit")


def _array_keeps_bytes(old: ColumnType, new: ColumnType) -> bool:
    """Arrays know no free widening: only dropping the modifier of the elements costs nothing."""
    same = (old.name, old.schema) == (new.name, new.schema) or (old.name, new.name) == ("char", "bpchar")
    if bool(old.dimensions) != bool(new.dimensions) or not same:
        return False
    return old.arguments == new.arguments or not _has_modifier(new)


def _modifier_keeps_bytes(old: ColumnType, new: ColumnType) -> bool:
    if old.arguments == new.arguments and old.fields == new.fields:
        return True
    match new.name:
        case "text":
            return True
        case "varchar" | "varbit":
            return not new.arguments or _grows(old.arguments, new.arguments)
        case "numeric":
            return not new.arguments or _numeric_grows(old, new)
        case "interval" if _INTERVAL_FIELDS.index(_last_field(new)) > _INTERVAL_FIELDS.index(_last_field(old)):
            return False
        case name if name in _SECONDS:
            return _seconds_keep(old, new)
        case "char" | "bit":
            return (old.arguments or ("1",)) == (new.arguments or ("1",))
        case _:
            return not new.arguments


def _last_field(interval: ColumnType) -> str:
    return interval.fields.split()[-1] if interval.fields else "second"


def _grows(old: tuple[str, ...], new: tuple[str, ...]) -> bool:
    before, after = _numbers(old), _numbers(new)
    return bool(before) and bool(after) and after[0] >= before[0]


def _numeric_grows(old: ColumnType, new: ColumnType) -> bool:
    before, after = _numbers(old.arguments), _numbers(new.arguments)
    if not before or not after:
        return False
    return after[0] >= before[0] and [*after, 0][1] == [*before, 0][1]


def _seconds_keep(old: ColumnType, new: ColumnType) -> bool:
    before, after = _numbers(old.arguments), _numbers(new.arguments)
    if old.name == "interval" and _last_field(old) != "second":
        return True
    if not after or after[0] >= _MAXIMAL_SECONDS:
        return True
    return bool(before) and after[0] >= before[0]


def _numbers(arguments: tuple[str, ...]) -> list[int]:
    cleaned = [argument.replace(" ", "") for argument in arguments]
    return [int(text) for text in cleaned] if all(text.lstrip("+-").isdecimal() for text in cleaned) else []


def _time_zone_change(old: ColumnType, new: ColumnType, situation: Situation) -> TypeChange:
    """PostgreSQL skips the rewrite while TimeZone means UTC; indexes are built again all the same."""
    if any(number < _MAXIMAL_SECONDS for number in _numbers(new.arguments)):
        return REWRITE
    zone = situation.catalog.session.setting("timezone")
    if zone is None:
        return TypeChange(rewrites=True, same_operators=False, unknown="the TimeZone of the session")
    written = zone.strip().strip("'\"").lower()
    is_utc = written in _UTC or written in _UTC_OFFSETS
    return TypeChange(rewrites=not is_utc, same_operators=False)
