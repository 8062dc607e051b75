"""The migration tools that are known, those with the most telling marks first."""

from __future__ import annotations

from sqlreview.migrations.conventions import (
    alembic,
    atlas,
    dbmate,
    diesel,
    django,
    drizzle,
    flyway,
    golang_migrate,
    goose,
    graphile_worker,
    hasura,
    liquibase,
    node_pg_migrate,
    plain,
    pop,
    postgres_migrations,
    prisma,
    rails_structure,
    river,
    sqitch,
    sql_migrate,
    sqlx,
    supabase,
    temporal,
    tern,
)
from sqlreview.migrations.conventions.convention import Convention

CONVENTIONS: tuple[Convention, ...] = (
    goose.CONVENTION,
    sql_migrate.CONVENTION,
    dbmate.CONVENTION,
    tern.CONVENTION,
    liquibase.CONVENTION,
    node_pg_migrate.CONVENTION,
    drizzle.CONVENTION,
    sqitch.CONVENTION,
    graphile_worker.CONVENTION,
    river.CONVENTION,
    alembic.CONVENTION,
    django.CONVENTION,
    rails_structure.CONVENTION,
    supabase.CONVENTION,
    atlas.CONVENTION,
    flyway.CONVENTION,
    pop.CONVENTION,
    hasura.CONVENTION,
    prisma.CONVENTION,
    temporal.CONVENTION,
    sqlx.CONVENTION,
    postgres_migrations.CONVENTION,
    diesel.CONVENTION,
    golang_migrate.CONVENTION,
    plain.VERSIONED_DIRECTORIES,
    plain.NUMBERED,
    plain.DUMP,
    plain.QUERIES,
    plain.PLAIN,
)
"""Of two that are equally sure of a folder the first one has it."""

PLAIN = plain.PLAIN
_BY_ID = {convention.id: convention for convention in CONVENTIONS}
IDS: tuple[str, ...] = tuple(sorted(_BY_ID))
"""What the configuration may name."""


def convention_of(name: str) -> Convention:
    """The convention with an id; the plain one for an unknown id."""
    return _BY_ID.get(name, PLAIN)
